/** What became of notices, for the pages. */
import { daysMs } from '#kernel'
import { funnels, type NotifyDeps, proofOf, publishedNotices } from '#notify'
import type { NoticesSeen } from '#web'

const looksBackMs = daysMs(90)

export const noticesSeenOf = (notify: NotifyDeps): NoticesSeen => ({
  proof: (who, noticeId) => proofOf(notify, who, noticeId),
  funnels: async () => {
    const now = notify.clock.now()
    // Counts of the whole programme tell of nobody; personal notices count too.
    return notify.storage.asTenant({ kind: 'programme' }, (tx) => funnels(tx, new Date(now.getTime() - looksBackMs), now))
  },
  published: () => publishedNotices(notify.storage, notify.clock.now()),
})
