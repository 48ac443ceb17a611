/** A key that was pressed while a notice or a page was read aloud: 1 says that it was heard. */
import type { Clock } from '#kernel'
import type { Storage } from '#storage'
import type { KeyPress } from '../channels/reports.ts'
import { takePage } from '../paging/take-alert.ts'
import { acknowledge } from './acknowledge.ts'

const heard = '1'

/** False when it is another key, or no call of ours. */
export async function onKey(
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
  { key, digit }: KeyPress,
): Promise<boolean> {
  if (digit !== heard) return false
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const called = await tx
      .selectFrom('delivery')
      .select(['notice_id', 'person_id'])
      .where('id', '=', key)
      .where('channel', '=', 'voice')
      .executeTakeFirst()
    if (called === undefined) return takePage(tx, clock, { pageId: key, by: 'voice' })
    return acknowledge(tx, clock, { noticeId: called.notice_id, personId: called.person_id, by: 'voice' })
  })
}
