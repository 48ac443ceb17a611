/** Vouching: an organisation that is a member says of an applicant, we know them. Its word can be taken back until it is decided. */
import { record } from '#audit'
import { type Administrator, fromTyped } from '#kernel'
import { isSameMailbox, readAddress } from '#members'
import type { Tx } from '#storage'
import { type Application, applicationOf } from './application-row.ts'
import type { ApplicationsDeps } from './deps.ts'
import { vouchCodeUnknown } from './refusals.ts'
import { hashOfVouchCode, vouchCodeLength } from './tokens.ts'

/** What a friend is shown before they vouch: enough to know whom they speak for. */
export type VouchAsked = { readonly name: string; readonly domain: string; readonly contact: string }

export type VouchGiven = { readonly applicationId: string; readonly name: string; readonly givenAt: Date; readonly isOpen: boolean }

/** Whom a typed code belongs to. Refusal `vouch-code-unknown`, the same for one that was decided or never was. */
export const vouchAsked = ({ storage, vault }: ApplicationsDeps, typed: string): Promise<VouchAsked> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { name, domain, contact } = (await open(tx, vault, typed)).answers
    return { name, domain, contact: contact.name }
  })

/** Vouches, in the name of the administrator's organisation. Refusal `vouch-code-unknown`. Twice is once. */
export async function vouch({ storage, vault, clock }: ApplicationsDeps, who: Administrator, typed: string): Promise<void> {
  const { id } = await storage.asTenant({ kind: 'programme' }, (tx) => open(tx, vault, typed))
  const { organisationId, personId } = who
  await storage.asTenant(who, async (tx) => {
    await tx
      .insertInto('vouch')
      .values({ application_id: id, organisation_id: organisationId, person_id: personId, given_at: clock.now(), withdrawn_at: null })
      .onConflict((conflict) =>
        conflict
          .columns(['application_id', 'organisation_id'])
          .doUpdateSet({ withdrawn_at: null, person_id: personId, given_at: clock.now() }),
      )
      .execute()
    await record(tx, clock, {
      actor: who,
      action: 'application.vouch',
      subject: `application/${id}`,
      owner: { kind: 'organisation', id: organisationId },
    })
  })
}

/** Takes a word back; false when it was not given, or the application is decided. */
export async function withdrawVouch({ storage, clock }: ApplicationsDeps, who: Administrator, applicationId: string): Promise<boolean> {
  const isOpen = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('application')
      .select('id')
      .where('id', '=', applicationId)
      .where('state', 'in', ['checking', 'with-a-person'])
      .executeTakeFirst(),
  )
  if (!isOpen) return false
  return storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('vouch')
      .set({ withdrawn_at: clock.now() })
      .where('application_id', '=', applicationId)
      .where('organisation_id', '=', who.organisationId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    const owner = { kind: 'organisation', id: who.organisationId } as const
    await record(tx, clock, { actor: who, action: 'application.vouch-withdraw', subject: `application/${applicationId}`, owner })
    return true
  })
}

/** Whom an organisation vouches for, newest first. */
export async function vouchesOf({ storage }: ApplicationsDeps, who: Administrator): Promise<readonly VouchGiven[]> {
  const given = await storage.asTenant(who, (tx) =>
    tx
      .selectFrom('vouch')
      .select(['application_id', 'given_at'])
      .where('organisation_id', '=', who.organisationId)
      .where('withdrawn_at', 'is', null)
      .execute(),
  )
  if (given.length === 0) return []
  // Their own word tells them no more than the code did: the name, and whether it can be taken back.
  const rows = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('application')
      .selectAll()
      .where(
        'id',
        'in',
        given.map(({ application_id }) => application_id),
      )
      .execute(),
  )
  return given
    .flatMap(({ application_id, given_at }) => {
      const row = rows.find(({ id }) => id === application_id)
      if (row === undefined) return []
      const { answers, state } = applicationOf(row)
      return [
        { applicationId: application_id, name: answers.name, givenAt: given_at, isOpen: state === 'checking' || state === 'with-a-person' },
      ]
    })
    .sort((left, right) => right.givenAt.getTime() - left.givenAt.getTime())
}

async function open(tx: Tx, vault: ApplicationsDeps['vault'], typed: string) {
  const code = fromTyped(typed, vouchCodeLength)
  const row =
    code === undefined
      ? undefined
      : await tx
          .selectFrom('application')
          .selectAll()
          .where('vouch_hash', '=', hashOfVouchCode(vault, code))
          .where('state', 'in', ['checking', 'with-a-person'])
          .executeTakeFirst()
  if (row === undefined) throw vouchCodeUnknown()
  return applicationOf(row)
}

/** How many vouch for it: people of organisations that are members now, each once, and none who speaks for themselves. */
export async function vouchesFor(tx: Tx, { id, answers }: Application): Promise<number> {
  const given = await tx
    .selectFrom('vouch')
    .innerJoin('organisation', 'organisation.id', 'vouch.organisation_id')
    .leftJoin('account', (join) => join.onRef('account.person_id', '=', 'vouch.person_id').on('account.removed_at', 'is', null))
    .select(['vouch.person_id', 'account.address_folded'])
    .where('vouch.application_id', '=', id)
    .where('vouch.withdrawn_at', 'is', null)
    .where('organisation.closed_at', 'is', null)
    .execute()
  const applicants = [answers.contact, answers.second].flatMap(({ address }) => (address === '' ? [] : [readAddress(address).folded]))
  const own = given.filter(({ address_folded }) => applicants.some((one) => isSameMailbox(one, address_folded ?? '')))
  const people = new Set(given.map(({ person_id }) => person_id))
  for (const { person_id } of own) people.delete(person_id)
  return people.size
}
