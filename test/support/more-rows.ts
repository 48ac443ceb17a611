/** One of everything else that a path can name, for tests that open every page as whoever it is for. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { takeRegister } from '#applications'
import { enterValue } from '#enrolment'
import type { Staff } from '#kernel'
import { addPerson, invite, makeHouseholdLink, removePerson } from '#members'
import { makeWatchAddress } from '#providers'
import { type Tx, uuid } from '#storage'
import { applicationsDepsOf } from '../../src/app/enrolment-deps.ts'
import type { House } from '../../src/app/house.ts'
import { makeApplication } from './api-world.ts'
import type { Side } from './sides.ts'

const programme = { kind: 'programme' } as const

/** What only pages of the desk name. */
export async function deskRows(house: House, staff: Staff, side: Side): Promise<Readonly<Record<string, string>>> {
  const { storage, clock } = house
  const now = clock.now()
  const name = `Register of ${side.organisation}`
  await takeRegister(applicationsDepsOf(house), staff, {
    ...{ name, country: 'US', text: 'number,name\n1,A Committee\n', numberColumn: 'number', nameColumn: 'name' },
  })
  const value = { givenOn: '2026-01-05', what: 'Keys', law: 'FEC', currency: 'USD', amount: '120.00', note: '' }
  await enterValue(house, staff, side.organisation, value)
  const [alert, rule, entry, feed, mail, certificate] = [uuid(), uuid(), uuid(), uuid(), uuid(), uuid()]
  const changed = { changed_at: now, changed_by: staff.personId }
  const added = { added_at: now, added_by: staff.personId }
  const source = 'id: own\n'
  return storage.asTenant(programme, async (tx) => {
    await tx
      .insertInto('operator_alert')
      .values({
        ...{ id: alert, kind: 'silent', subject: alert, organisation_id: null, person_id: null, severity: 'high' },
        ...{ says: 'A connection is silent.', opened_at: now, closed_at: null },
      })
      .execute()
    await tx
      .insertInto('own_rule')
      .values({ id: rule, name: rule, titles: '{}', source, version: 1, is_on: false, ...changed })
      .execute()
    await tx
      .insertInto('own_rule_version')
      .values({ id: uuid(), rule_id: rule, version: 1, source, saved_at: now, saved_by: staff.personId })
      .execute()
    await tx
      .insertInto('own_list_entry')
      .values({
        id: entry,
        list: 'block',
        kind: 'domain',
        written: `${entry}.example`,
        folded: `${entry}.example`,
        expires: null,
        ...added,
      })
      .execute()
    await tx
      .insertInto('own_feed')
      .values({ id: feed, name: 'A file', format: 'stix', left_out: '[]', ...added })
      .execute()
    await tx
      .insertInto('evaluation_mail')
      .values({
        ...{ id: mail, organisation_id: side.organisation, person_id: null, account_id: side.ids['work-account'] ?? '' },
        ...{ reached: side.administrator.personId, incident_id: null, label: 'hostile', source: 'hunt', message_hash: randomBytes(32) },
        ...{ sealed_message: randomBytes(8), sealed_context: randomBytes(8), verdict_then: 'fine', verdict_before: null },
        ...{ rules_before: null, verdict_now: null, rules_now: null, tested_at: null, tested_in: null },
        ...{ by_person: staff.personId, labelled_at: now },
      })
      .execute()
    await tx
      .insertInto('erasure')
      .values({ id: certificate, subject_kind: 'person', subject_id: uuid(), erased_at: now, counts: '{}', signature: randomBytes(64) })
      .execute()
    const composition = uuid()
    await tx
      .insertInto('composition')
      .values({
        ...{ id: composition, audience: 'everybody', audience_id: null, level: 'targeted', steps: [], state: 'draft', people: null },
        ...{ wordings: '{"en":{"headline":"","says":[]}}', made_by: staff.personId, made_at: now, changed_at: now },
        ...{ approved_by: null, approved_at: null, sent_at: null },
      })
      .execute()
    const rota = await rotaRows(tx, now, staff)
    const register = await tx.selectFrom('register').select('id').where('name', '=', name).executeTakeFirstOrThrow()
    const entered = await tx
      .selectFrom('value_entry')
      .select('id')
      .where('organisation_id', '=', side.organisation)
      .executeTakeFirstOrThrow()
    return {
      ...{ alert, 'own-rule': rule, 'list-entry': entry, feed, 'evaluation-mail': mail, certificate },
      ...{ register: register.id, 'value-entry': entered.id },
      ...rota,
      composition,
    }
  })
}

/** A rota of one layer, with somebody who takes over. */
async function rotaRows(tx: Tx, now: Date, { personId }: Staff): Promise<Readonly<Record<string, string>>> {
  const [rota, layer, takeOver] = [uuid(), uuid(), uuid()]
  await tx.insertInto('on_call_schedule').values({ id: rota, name: rota, changed_at: now, changed_by: personId }).execute()
  await tx
    .insertInto('on_call_layer')
    .values({
      ...{ id: layer, schedule_id: rota, position: 0, name: 'Days', time_zone: 'UTC', starts_on: '2026-01-05', handover_minute: 540 },
      ...{ every: 1, unit: 'weeks', hours: '[]' },
    })
    .execute()
  await tx.insertInto('on_call_turn').values({ id: uuid(), layer_id: layer, position: 0, person_id: personId }).execute()
  const ends = new Date(now.getTime() + 86_400_000)
  await tx
    .insertInto('on_call_override')
    .values({ id: takeOver, schedule_id: rota, person_id: personId, begins_at: now, ends_at: ends, made_at: now, made_by: personId })
    .execute()
  return { rota, 'rota-layer': layer, 'take-over': takeOver }
}

/** What a path can name and only whoever it is meant for comes to: links, a colleague, one who left, an application with its token. */
export async function keepMore(house: House, staff: Staff, side: Side): Promise<Readonly<Record<string, string>>> {
  const { members, storage, clock } = house
  const { organisation: organisationId, ids } = side
  const add = async (name: string) => {
    const address = `${name.toLowerCase()}@${organisationId}.example`
    return (await addPerson(members, staff, organisationId, { name, address, title: '', role: 'member' })) ?? assert.fail(name)
  }
  const [member, left, invited] = [await add('Bo'), await add('Cy'), await add('Di')]
  await removePerson(members, staff, { organisationId, personId: left.personId })
  const { token } = (await invite(members, staff, { organisationId, personId: invited.personId })) ?? assert.fail('nobody is invited')
  await storage.asTenant(programme, (tx) =>
    tx.updateTable('account').set({ proven_at: clock.now() }).where('id', '=', String(ids.account)).execute(),
  )
  const { personId } = side.administrator
  const link = (await makeHouseholdLink(members, { kind: 'person', personId }, String(ids.account))) ?? assert.fail('no link')
  await makeWatchAddress(members, { kind: 'person', personId }, { accountId: String(ids.account), way: 'forward', version: '1' })
  const goodbye = { leaves_on: '2099-12-31', asked_by: personId, asked_at: clock.now(), done_at: null }
  await storage.asTenant(programme, (tx) =>
    tx
      .insertInto('off_boarding')
      .values({ organisation_id: organisationId, ...goodbye })
      .execute(),
  )
  const [application, applicationToken] = [await makeApplication(house), randomBytes(32).toString('base64url')]
  const token_hash = createHash('sha256').update(applicationToken).digest()
  await storage.asTenant(programme, (tx) => tx.updateTable('application').set({ token_hash }).where('id', '=', application).execute())
  return {
    ...{ member: member.personId, 'member-left': left.personId, 'work-account': member.accountId, incident: String(ids.work) },
    ...{ invitation: token, 'household-link': link.token, application, 'application-token': applicationToken },
  }
}
