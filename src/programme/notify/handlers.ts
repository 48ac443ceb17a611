/** The jobs this room does, by task. */
import { firstLookTask, pageTask, reportAnswerTask } from '#alerts'
import { letterTask, somethingDoneTask } from '#members'
import { closeByWhatWasDone } from './actions/complete.ts'
import { remind, remindTask } from './actions/remind.ts'
import type { Channel } from './channels/channel.ts'
import { compositionTask, sendToAll } from './composer/send.ts'
import { sendProofTask } from './contact-methods/proof.ts'
import { sendProof } from './contact-methods/send-proof.ts'
import type { Courier } from './courier/courier.ts'
import type { NotifyDeps } from './deps.ts'
import { firstLookDigest } from './first-look-digest.ts'
import { pageOnCall, sendPageTask } from './paging/page-on-call.ts'
import { sendPage } from './paging/send-page.ts'
import type { Post } from './post.ts'
import { noteReceipts, noteReceiptsTask } from './receipts/note-receipts.ts'
import { answerReport, sendLetter } from './send-letter.ts'
import { watchNotices, watchNoticesTask } from './watch/watch-notices.ts'
import { digestTask, weeklyDigest } from './weekly-digest.ts'
import { deliverTask } from './write-notice.ts'

type Deps = NotifyDeps & { readonly post: Post; readonly courier: Pick<Courier, 'wake'>; readonly channels: readonly Channel[] }

export const notifyHandlers = (deps: Deps): Readonly<Record<string, (payload: unknown) => Promise<void>>> => ({
  // The outbox is the truth; the job only says that there is something in it.
  [deliverTask]: async () => deps.courier.wake(),
  [letterTask]: sendLetter(deps),
  [reportAnswerTask]: answerReport(deps),
  [firstLookTask]: firstLookDigest(deps),
  [remindTask]: remind(deps),
  [somethingDoneTask]: closeByWhatWasDone(deps),
  [digestTask]: weeklyDigest(deps),
  [noteReceiptsTask]: noteReceipts(deps),
  [watchNoticesTask]: watchNotices(deps),
  [pageTask]: pageOnCall(deps),
  [sendPageTask]: sendPage(deps),
  [sendProofTask]: sendProof(deps),
  [compositionTask]: sendToAll(deps),
})
