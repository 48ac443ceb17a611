/** Blindness is news: a mailbox that was not seen within its promise becomes an operator alert, and its return closes it. */
import { close, raise } from '#alerts'
import { silentConnections } from '#imap'
import type { Handler } from '#jobs'
import type { Clock } from '#kernel'
import type { Tx } from '#storage'
import type { House } from '../house.ts'

export const watchSilenceTask = 'watch-silence'

const kind = 'connection-silent'

const mostAlone = 20
const all = 'connections'
const saysOfMany = (count: number): string =>
  `${count} mailboxes have not answered within their promise: look whether a process with the role ingest runs. While this lasts, hostile mail that arrives in them may be missed.`

export function openSilenceWatch({ storage, clock }: Pick<House, 'storage' | 'clock'>): Handler {
  return () =>
    storage.asTenant({ kind: 'programme' }, async (tx) => {
      const now = clock.now()
      const silent = await silentConnections(tx, now)
      const open = await tx.selectFrom('operator_alert').select('subject').where('kind', '=', kind).where('closed_at', 'is', null).execute()
      // When many are silent at once it is us: one alert says so, instead of a storm.
      if (silent.length > mostAlone) {
        for (const { subject } of open) if (subject !== all) await close(tx, clock, { kind, subject })
        await raise(tx, clock, { kind, subject: all, severity: 'critical', says: saysOfMany(silent.length) })
        return
      }
      const subjects = new Set(silent.map(({ id }) => `connection/${id}`))
      for (const { subject } of open) if (!subjects.has(subject)) await close(tx, clock, { kind, subject })
      await closeAnswered(tx, clock)
      for (const one of silent) {
        const minutes = Math.round((now.getTime() - one.silentSince.getTime()) / 60_000)
        await raise(tx, clock, {
          kind,
          subject: `connection/${one.id}`,
          severity: 'high',
          organisationId: one.organisationId,
          personId: one.organisationId === null ? one.personId : null,
          says: `A mailbox has not answered for ${minutes} minutes. While this lasts, hostile mail that arrives in it may be missed.`,
        })
      }
    })
}

/** What a mailbox refused us is over when its person disconnects it, too; then no watch is left to say so. */
async function closeAnswered(tx: Tx, clock: Clock): Promise<void> {
  const refused = await tx.selectFrom('connection').select('id').where('state', '=', 'refused').execute()
  const still = new Set(refused.map(({ id }) => `connection/${id}`))
  const open = await tx
    .selectFrom('operator_alert')
    .select('subject')
    .where('kind', '=', 'connection-refused')
    .where('closed_at', 'is', null)
    .execute()
  for (const { subject } of open) if (!still.has(subject)) await close(tx, clock, { kind: 'connection-refused', subject })
}
