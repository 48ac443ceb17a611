/** The ingest role: watches mailboxes, and asks for each new mail to be examined in the transaction that moves the cursor. */
import { close, raise } from '#alerts'
import { type Watcher, watchMailboxes } from '#imap'
import { enqueue } from '#jobs'
import type { House } from '../house.ts'
import { examineJob } from '../jobs/examine-message.ts'

export async function startIngest(house: House): Promise<Watcher> {
  const { storage, vault, clock, log, settings, config } = house
  const { firstLookDays } = await settings.read()
  return watchMailboxes({
    storage,
    vault,
    clock,
    log,
    random: Math.random,
    pollSeconds: config.pollSeconds,
    firstLookDays,
    onNews: (tx, _connection, refs) => enqueue(tx, refs.map(examineJob)),
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
}
