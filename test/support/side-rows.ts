/** Rows of one side, written as the rooms would: for tests that walk every page, so that each has what its path names. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { makeToken } from '#api-tokens'
import { acceptHelp, letIn } from '#helpers'
import type { Administrator, Staff } from '#kernel'
import { uuid } from '#storage'
import { addEndpoint, sendTest } from '#webhooks'
import type { House } from '../../src/app/house.ts'
import { withPasskey } from './with-passkey.ts'

const programme = { kind: 'programme' } as const

/** A token, an address that is told, and something that was sent there. */
export async function keepPrograms(
  { members, storage }: House,
  who: Administrator | Staff,
): Promise<{ token: string; hook: string; delivery: string }> {
  const { id: token } = await makeToken(members, who, { name: 'Tool', scopes: ['people:read'], days: 30 })
  const { id: hook } = await addEndpoint(members, who, { url: 'https://hooks.example/in', events: ['person.joined'] })
  const { id: delivery } = (await sendTest(members, who, hook)) ?? assert.fail('nothing is sent')
  await storage.asTenant(programme, (tx) =>
    tx.updateTable('webhook_delivery').set({ state: 'delivered' }).where('id', '=', delivery).execute(),
  )
  return { token, hook, delivery }
}

/** One that was asked, and one who helps: by a link, as somebody of neither side. */
export async function letHelpersIn(
  house: House,
  helper: string,
  who: Administrator,
  address: string,
): Promise<{ help: string; 'help-offer': string; 'help-link': string }> {
  const offered = await letIn(house.members, who, { purpose: 'set-up', days: 7, address })
  const { id, token = '' } = await letIn(house.members, who, { purpose: 'set-up', days: 7, address: '' })
  await acceptHelp(house.members, { kind: 'person', personId: helper }, { token })
  const open = await letIn(house.members, who, { purpose: 'set-up', days: 7, address: '' })
  return { help: id, 'help-offer': offered.id, 'help-link': open.token ?? '' }
}

/** Somebody else who is told of what happens to their mailbox. */
export async function keepShare(house: House, personId: string, account: string): Promise<{ sharer: string }> {
  const [sharer, since] = [uuid(), house.clock.now()]
  await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.insertInto('person').values({ id: sharer, name: 'At Home', created_at: since }).execute()
    await tx.insertInto('account_share').values({ account_id: account, person_id: personId, sharer, since, until: null }).execute()
  })
  return { sharer }
}

/** A telephone that waits for its digits. */
export async function keepWay({ vault, clock, storage }: House, personId: string): Promise<{ 'contact-method': string }> {
  const [id, sealer] = [uuid(), await vault.sealer({ kind: 'person', id: personId })]
  const address = { sealed: sealer.seal('+15555550142', `contact-method/${id}`), address_hash: randomBytes(32), masked: '••• 142' }
  const unproven = { proof_hash: randomBytes(32), proof_sent_at: clock.now(), proven_at: null, gone_since: null, removed_at: null }
  const row = { id, person_id: personId, organisation_id: null, channel: 'sms' as const, created_at: clock.now(), ...address, ...unproven }
  await storage.asTenant(programme, (tx) => tx.insertInto('contact_method').values(row).execute())
  return { 'contact-method': id }
}

/** What one administrator asked for and a second has to want. */
export async function keepChange(house: House, personId: string, organisation: string): Promise<string> {
  const [id, at] = [uuid(), house.clock.now()]
  const asked = { asked_by: personId, asked_at: at, expires_at: new Date(at.getTime() + 3_600_000), person_id: personId }
  await house.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .insertInto('pending_change')
      .values({ id, organisation_id: organisation, kind: 'remove-person', ...asked })
      .execute(),
  )
  return id
}

/** An applicant whom their organisation vouched for. */
export async function keepVouch(house: House, personId: string, organisation: string): Promise<string> {
  const [id, at] = [uuid(), house.clock.now()]
  const hashes = { token_hash: randomBytes(32), vouch_hash: randomBytes(32) }
  await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx
      .insertInto('application')
      .values({ id, language: 'en', state: 'checking', answers: '{}', begun_at: at, changed_at: at, ...hashes })
      .execute()
    await tx.insertInto('vouch').values({ application_id: id, organisation_id: organisation, person_id: personId, given_at: at }).execute()
  })
  return id
}

/** A confirmed app and one more session. */
export async function keepWaysIn(house: House, personId: string): Promise<{ app: string; session: string; recovery: string }> {
  const [app, session, at] = [uuid(), uuid(), house.clock.now()]
  const sealer = await house.vault.sealer({ kind: 'person', id: personId })
  await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx
      .insertInto('totp')
      .values({
        id: app,
        person_id: personId,
        name: 'Phone',
        sealed: sealer.seal('JBSWY3DPEHPK3PXP', `totp/${app}`),
        created_at: at,
        confirmed_at: at,
      })
      .execute()
    await tx
      .insertInto('session')
      .values({
        id: session,
        token_hash: randomBytes(32),
        person_id: personId,
        method: 'passkey',
        created_at: at,
        last_seen_at: at,
        expires_at: new Date(at.getTime() + 3_600_000),
      })
      .execute()
  })
  return { app, session, recovery: await keepRecovery(house, personId, at) }
}

/** Somebody else of the organisation asks to come back in. */
async function keepRecovery(house: House, colleague: string, at: Date): Promise<string> {
  const [personId, id] = [uuid(), uuid()]
  await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { organisation_id } = await tx
      .selectFrom('membership')
      .select('organisation_id')
      .where('person_id', '=', colleague)
      .executeTakeFirstOrThrow()
    await tx.insertInto('person').values({ id: personId, name: 'Lost', created_at: at }).execute()
    await tx.insertInto('membership').values({ organisation_id, person_id: personId, role: 'member', since: at }).execute()
    await tx
      .insertInto('recovery_request')
      .values({
        id,
        person_id: personId,
        organisation_id,
        reference: '7KQ2-M9XT',
        asked_at: at,
        expires_at: new Date(at.getTime() + 3_600_000),
        stop_hash: randomBytes(32),
        code_hash: randomBytes(32),
      })
      .execute()
  })
  return id
}

/** Somebody at the desk who is not the operator. */
export async function makeAnalyst(house: House): Promise<string> {
  const [personId, token, now] = [uuid(), randomBytes(32).toString('base64url'), house.clock.now()]
  const session = {
    person_id: personId,
    method: 'passkey',
    created_at: now,
    last_seen_at: now,
    proved_at: now,
    expires_at: new Date(now.getTime() + 3_600_000),
  }
  await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.insertInto('person').values({ id: personId, name: 'Ana Lyst', created_at: now }).execute()
    await tx.insertInto('staff').values({ person_id: personId, role: 'analyst', since: now }).execute()
    await tx
      .insertInto('session')
      .values({ ...session, token_hash: createHash('sha256').update(token).digest() })
      .execute()
  })
  await withPasskey(house, personId)
  return `bellwether=${token}`
}

/** A personal incident and its notice: nobody's but the person's. */
export async function happen(
  house: House,
  personId: string,
  organisation: string,
  account: string,
): Promise<{ incident: string; work: string; notice: string; alert: string }> {
  const [incident, work, notice, alert] = [uuid(), uuid(), uuid(), uuid()]
  const at = house.clock.now()
  const common = {
    headline: 'mail.asks-for-password',
    severity: 'high',
    level: 'targeted',
    origin: 'mailbox',
    opened_at: at,
    last_message_at: at,
  } as const
  const sealer = await house.vault.sealer({ kind: 'person', id: personId })
  const told = {
    ...{ kind: 'incident', headline: common.headline, reasons: [], from: 'mallory@letters.example', subject: 'Your mailbox' },
    ...{ arrivedAt: at, account: { kind: 'personal', masked: 'a…@home.example' } },
  }
  await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx
      .insertInto('incident')
      .values({
        id: incident,
        organisation_id: null,
        person_id: personId,
        merged_into: null,
        decided_at: null,
        decided_by: null,
        ...common,
      })
      .execute()
    await tx
      .insertInto('incident')
      .values({
        id: work,
        organisation_id: organisation,
        person_id: null,
        merged_into: null,
        decided_at: null,
        decided_by: null,
        ...common,
      })
      .execute()
    await tx
      .insertInto('notice')
      .values({
        id: notice,
        incident_id: incident,
        person_id: personId,
        organisation_id: null,
        kind: 'incident',
        level: 'targeted',
        language: 'en',
        code_hash: Buffer.from(notice),
        sealed: sealer.seal(JSON.stringify(told), `notice/${notice}`),
        subject_account_id: account,
        decided_at: at,
        read_at: null,
      })
      .execute()
  })
  return { incident, work, notice, alert }
}
