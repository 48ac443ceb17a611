/** A person who leaves is erased at once, on their own word; an organisation days after its goodbye, as many as it was told. */
import { sql } from 'kysely'
import { record } from '#audit'
import { refusal, type Trouble, type Who } from '#kernel'
import { endMembership, type MembersDeps, removeAccount } from '#members'
import { eraseSubject, type Subject, uuid } from '#storage'
import { signatureOf } from './certificate.ts'

const stillStaff = (): Trouble =>
  refusal('still-staff', 'You work at the desk. An operator ends that first, so that the desk is not left without anybody by mistake.')

/**
 * Ends everything of the person who asks, erases it, and answers with the number of the certificate. Refusals `still-staff`, `no-owner-url`: then nothing
 * was erased.
 */
export async function eraseMe(deps: MembersDeps, who: Who): Promise<{ readonly certificateId: string } | undefined> {
  if (who.kind !== 'person') return undefined
  const { storage, clock } = deps
  const { personId } = who
  const { memberships, accounts } = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const staff = await tx
      .selectFrom('staff')
      .select('role')
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (staff !== undefined) throw stillStaff()
    return {
      memberships: await tx
        .selectFrom('membership')
        .select('organisation_id')
        .where('person_id', '=', personId)
        .where('until', 'is', null)
        .execute(),
      accounts: await tx
        .selectFrom('account')
        .select('id')
        .where('person_id', '=', personId)
        .where('kind', '=', 'personal')
        .where('removed_at', 'is', null)
        .execute(),
    }
  })
  // Step by step by the ways that end each alone: what reads a mailbox now stops before its rows go.
  for (const { organisation_id } of memberships)
    await storage.asTenant({ kind: 'programme' }, (tx) =>
      endMembership(tx, clock, { organisationId: organisation_id, personId, how: 'self' }),
    )
  for (const { id } of accounts) await removeAccount(deps, who, id)
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    record(tx, clock, { actor: who, action: 'person.erase', subject: `person/${personId}`, owner: { kind: 'person', id: personId } }),
  )
  return { certificateId: await erase(deps, { kind: 'person', id: personId }, uuid()) }
}

async function erase({ storage, vault, clock }: MembersDeps, subject: Subject, id: string): Promise<string> {
  const erasedAt = clock.now()
  await eraseSubject(storage, subject, (counts) => ({ id, erasedAt, signature: signatureOf(vault, { id, subject, erasedAt, counts }) }))
  return id
}

/** Erases the organisations whose days after the goodbye are over; answers how many. */
export async function eraseDue(deps: MembersDeps): Promise<number> {
  const { storage, clock } = deps
  const due = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('off_boarding')
      .select(['organisation_id', 'certificate_id'])
      .where('done_at', '<', sql<Date>`${clock.now()}::timestamptz - make_interval(hours => 24 * erase_after_days)`)
      .where('certificate_id', 'not in', tx.selectFrom('erasure').select('id'))
      .execute(),
  )
  for (const { organisation_id, certificate_id } of due) {
    await erase(deps, { kind: 'organisation', id: organisation_id }, certificate_id)
    await storage.asTenant({ kind: 'programme' }, (tx) =>
      record(tx, clock, {
        actor: { kind: 'programme' },
        action: 'organisation.erase',
        subject: `organisation/${organisation_id}`,
        owner: { kind: 'organisation', id: organisation_id },
      }),
    )
  }
  return due.length
}
