/** After a season's end its administrators are asked, once, what comes next: go on, or say goodbye. */
import { record } from '#audit'
import { dayOf } from '#kernel'
import { administratorAccounts, askForLetter } from '#members'
import type { Tx } from '#storage'
import type { SeasonDeps } from './deps.ts'

const atOnce = 100

/** Answers how many organisations were asked; safe to run twice. */
export async function askWhatNext({ storage, clock }: Pick<SeasonDeps, 'storage' | 'clock'>): Promise<number> {
  let asked = 0
  for (;;) {
    const done = await storage.asTenant({ kind: 'programme' }, async (tx) => {
      const now = clock.now()
      const over = await tx
        .selectFrom('season')
        .innerJoin('organisation', 'organisation.id', 'season.organisation_id')
        .select(['season.organisation_id', 'season.ends_on'])
        .where('organisation.closed_at', 'is', null)
        .where('season.ends_on', '<', dayOf(now))
        .where('season.asked_at', 'is', null)
        .limit(atOnce)
        .forUpdate('season')
        .execute()
      for (const { organisation_id, ends_on } of over) {
        await tx.updateTable('season').set({ asked_at: now }).where('organisation_id', '=', organisation_id).execute()
        await writeToAdministrators(tx, organisation_id, ends_on ?? dayOf(now))
        await record(tx, clock, {
          actor: { kind: 'programme' },
          action: 'season.over',
          subject: `organisation/${organisation_id}`,
          owner: { kind: 'organisation', id: organisation_id },
        })
      }
      return over.length
    })
    asked += done
    if (done < atOnce) return asked
  }
}

async function writeToAdministrators(tx: Tx, organisationId: string, day: string): Promise<void> {
  const accounts = await administratorAccounts(tx, organisationId).execute()
  for (const { id } of accounts)
    await askForLetter(tx, { letter: 'membership-news', news: 'season-over', accountId: id, organisationId, day })
}
