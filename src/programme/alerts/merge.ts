/** Two incidents that are one: the mails and people of the first move to the second, which later mails of either campaign join. */
import { record } from '#audit'
import type { Staff } from '#kernel'
import { type Tx, uuid } from '#storage'
import { ownerOfRow } from './arrival.ts'
import type { DeskDeps } from './deps.ts'
import { lockMatter } from './matter-lock.ts'
import { cannotMerge } from './refusals.ts'

type Merging = { readonly into: string; readonly reason: string }

/** False when the first does not exist for `who`. Refusal `cannot-merge`. */
export async function merge(
  { storage, clock }: Pick<DeskDeps, 'storage' | 'clock'>,
  who: Staff,
  id: string,
  { into, reason }: Merging,
): Promise<boolean> {
  const seen = await storage.asTenant(who, (tx) =>
    tx.selectFrom('incident').select(['id', 'organisation_id', 'person_id']).where('id', 'in', [id, into]).execute(),
  )
  const first = seen.find((one) => one.id === id)
  if (first === undefined) return false
  if (id === into || seen.length !== 2) throw cannotMerge()
  // Evidence is moved by the programme alone; who asked may see both, as was just proved.
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    // A mail that is joining one of them now comes before or after, never between.
    await lockMatter(tx, ownerOfRow(first))
    if (first.person_id !== null && !(await isOpenToDesk(tx, first.person_id, who.personId))) return false
    const both = await tx.selectFrom('incident').selectAll().where('id', 'in', [id, into]).orderBy('id').forUpdate().execute()
    const from = both.find((one) => one.id === id)
    const target = both.find((one) => one.id === into)
    if (from === undefined || target === undefined || from.state === 'merged' || target.state === 'merged') throw cannotMerge()
    if (from.organisation_id !== target.organisation_id || from.person_id !== target.person_id) throw cannotMerge()
    const now = clock.now()
    await moveEvidence(tx, id, into)
    await tx
      .updateTable('incident')
      .set({ state: 'merged', merged_into: into, decided_at: now, decided_by: who.personId })
      .where('id', '=', id)
      .execute()
    // Whatever was merged into the first follows it.
    await tx.updateTable('incident').set({ merged_into: into }).where('merged_into', '=', id).execute()
    await tx
      .updateTable('incident')
      .set((columns) => ({
        messages: columns('messages', '+', from.messages),
        last_message_at: columns.fn('greatest', ['last_message_at', columns.val(from.last_message_at)]),
      }))
      .where('id', '=', into)
      .execute()
    const step = {
      organisation_id: from.organisation_id,
      person_id: from.person_id,
      by_person: who.personId,
      step: 'merge',
      reason,
      at: now,
    } as const
    await tx
      .insertInto('triage_step')
      .values([
        { id: uuid(), incident_id: id, other_incident: into, ...step },
        { id: uuid(), incident_id: into, other_incident: id, ...step },
      ])
      .execute()
    await record(tx, clock, { actor: who, action: 'incident.merge', subject: `incident/${id}`, owner: ownerOfRow(from), details: { into } })
    return true
  })
}

/** A personal matter is the desk's only while its person's consent lives; it may have ended since it was seen. */
export async function isOpenToDesk(tx: Tx, personId: string, viewer: string): Promise<boolean> {
  const grant = await tx
    .selectFrom('access_grant')
    .select('id')
    .where('person_id', '=', personId)
    .where('to_desk', '=', true)
    .where('scope', '=', 'details')
    .where('until', 'is', null)
    .forShare()
    .executeTakeFirst()
  return grant !== undefined || personId === viewer
}

async function moveEvidence(tx: Tx, id: string, into: string): Promise<void> {
  await tx.updateTable('flagged_message').set({ incident_id: into }).where('incident_id', '=', id).execute()
  await tx
    .insertInto('affected')
    .columns(['incident_id', 'person_id', 'organisation_id', 'account_id', 'messages', 'first_at', 'last_at'])
    .expression(
      tx
        .selectFrom('affected')
        .select((columns) => [
          columns.val(into).$castTo<string>().as('incident_id'),
          'person_id',
          'organisation_id',
          'account_id',
          'messages',
          'first_at',
          'last_at',
        ])
        .where('incident_id', '=', id),
    )
    .onConflict((found) =>
      found.columns(['incident_id', 'person_id', 'account_id']).doUpdateSet((columns) => ({
        messages: columns('affected.messages', '+', columns.ref('excluded.messages')),
        first_at: columns.fn('least', ['affected.first_at', 'excluded.first_at']),
        last_at: columns.fn('greatest', ['affected.last_at', 'excluded.last_at']),
      })),
    )
    .execute()
}
