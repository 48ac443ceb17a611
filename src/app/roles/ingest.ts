/**
 * The ingest role: watches mailboxes and receives reports and bounces. Each
 * new mail is asked to be examined in the transaction that moves the cursor;
 * each report in the one that spools it.
 */
import { close, raise } from '#alerts'
import { watchMailboxes } from '#imap'
import { enqueue } from '#jobs'
import type { House } from '../house.ts'
import { examineJob } from '../jobs/examine-message.ts'
import { learnFromSentJobs } from '../jobs/learn-from-sent.ts'
import { openIntake } from './intake.ts'
import type { Role } from './role.ts'

export async function startIngest(house: House): Promise<Role> {
  const { storage, vault, clock, log, settings, config } = house
  const { firstLookDays } = await settings.read()
  // First what may be refused: a watch that was begun would go on behind a start that failed.
  const intake = await openIntake(house)
  const watcher = watchMailboxes({
    storage,
    vault,
    clock,
    log,
    random: Math.random,
    pollSeconds: config.pollSeconds,
    firstLookDays,
    onNews: async (tx, _connection, refs) => {
      const sent = refs.filter(({ specialUse }) => specialUse === 'sent')
      const came = refs.filter(({ specialUse }) => specialUse !== 'sent')
      await enqueue(tx, [...came.map(examineJob), ...learnFromSentJobs(sent)])
    },
    onState: async (tx, connection, state, trouble) => {
      const alert = { kind: 'connection-refused', subject: `connection/${connection.id}` } as const
      if (state !== 'refused') return close(tx, clock, alert)
      await raise(tx, clock, {
        ...alert,
        severity: 'medium',
        organisationId: connection.organisationId,
        personId: connection.organisationId === null ? connection.personId : null,
        says: `A mailbox no longer lets us in (${trouble?.code ?? 'refused'}). Until its person connects it again, hostile mail in it is not seen.`,
      })
    },
  })
  return {
    stop: async () => {
      await Promise.all([watcher.stop(), intake.stop()])
    },
  }
}
