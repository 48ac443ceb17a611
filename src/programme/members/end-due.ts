/** The daily work on end dates: who is near theirs is written to once, and what is over ends by itself. */
import { record } from '#audit'
import { dayIn, dayOf } from '#kernel'
import type { Tx } from '#storage'
import type { MembersDeps } from './deps.ts'
import { endMembership } from './end-membership.ts'
import type { MembershipNews } from './letter-kinds.ts'
import { askForLetter } from './letters.ts'

const noticeDays = 7
const atOnce = 200

export type EndsKept = { readonly told: number; readonly ended: number }

/** Safe to run at any time and twice: each person is told once of a day, and an ended membership stays ended. */
export async function keepEndDates({ storage, clock }: Pick<MembersDeps, 'storage' | 'clock'>): Promise<EndsKept> {
  const kept = { told: 0, ended: 0 }
  for (const step of ['ended', 'told'] as const)
    for (;;) {
      const done = await storage.asTenant({ kind: 'programme' }, (tx) => (step === 'told' ? tellSome(tx, clock) : endSome(tx, clock)))
      kept[step] += done
      if (done < atOnce) break
    }
  return kept
}

type Clock = MembersDeps['clock']

/** Those of an organisation that has left are not looked at: they ended with it. */
const live = (tx: Tx) =>
  tx.selectFrom('membership').select(['organisation_id', 'person_id', 'ends_on']).where('until', 'is', null).limit(atOnce).forUpdate()

async function tellSome(tx: Tx, clock: Clock): Promise<number> {
  const now = clock.now()
  const near = await live(tx).where('ends_on', '<=', dayIn(now, noticeDays)).where('end_told_at', 'is', null).execute()
  for (const { organisation_id, person_id, ends_on } of near) {
    await tx
      .updateTable('membership')
      .set({ end_told_at: now })
      .where('organisation_id', '=', organisation_id)
      .where('person_id', '=', person_id)
      .execute()
    await write(tx, { news: 'ends-soon', organisationId: organisation_id, personId: person_id, day: ends_on ?? dayOf(now) })
  }
  return near.length
}

async function endSome(tx: Tx, clock: Clock): Promise<number> {
  const over = await live(tx).where('ends_on', '<', dayOf(clock.now())).execute()
  for (const { organisation_id: organisationId, person_id: personId, ends_on } of over) {
    // Before the work address is gone: it may be the only one.
    await write(tx, { news: 'ended', organisationId, personId, day: ends_on ?? dayOf(clock.now()) })
    await endMembership(tx, clock, { organisationId, personId, how: 'due' })
    await record(tx, clock, {
      actor: { kind: 'programme' },
      action: 'person.time-over',
      subject: `person/${personId}`,
      owner: { kind: 'organisation', id: organisationId },
    })
  }
  return over.length
}

type News = {
  readonly news: MembershipNews
  readonly organisationId: string
  readonly personId: string
  readonly day: string
}

/** To the person's own address where there is one that works, else to the work address; nobody who never joined is written to. */
async function write(tx: Tx, { news, organisationId, personId, day }: News): Promise<void> {
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .where('proven_at', 'is not', null)
    .where((where) => where.or([where('organisation_id', 'is', null), where('organisation_id', '=', organisationId)]))
    .orderBy('bouncing_since', (at) => at.desc().nullsFirst())
    .orderBy('organisation_id', (at) => at.asc().nullsFirst())
    .orderBy('created_at')
    .executeTakeFirst()
  if (account !== undefined) await askForLetter(tx, { letter: 'membership-news', news, accountId: account.id, organisationId, day })
}
