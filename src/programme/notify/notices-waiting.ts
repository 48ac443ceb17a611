/** How many letters wait, and how many notices no letter reached: for the health page. */
import type { Who } from '#kernel'
import type { NotifyDeps } from './deps.ts'

export async function noticesWaiting(
  { storage }: Pick<NotifyDeps, 'storage'>,
  who: Who,
): Promise<{ readonly waiting: number; readonly undelivered: number }> {
  if (who.kind !== 'analyst') return { waiting: 0, undelivered: 0 }
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const waiting = await tx
      .selectFrom('delivery')
      .select((columns) => columns.fn.countAll<string>().as('count'))
      .where('state', 'in', ['queued', 'sending'])
      .executeTakeFirstOrThrow()
    const undelivered = await tx
      .selectFrom('operator_alert')
      .select((columns) => columns.fn.countAll<string>().as('count'))
      .where('kind', '=', 'notice-undelivered')
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow()
    return { waiting: Number(waiting.count), undelivered: Number(undelivered.count) }
  })
}
