/** The jobs this room does, by task. */
import { firstLookTask, reportAnswerTask } from '#alerts'
import { letterTask } from '#members'
import { type DeliverDeps, openDelivery } from './deliver.ts'
import { firstLookDigest } from './first-look-digest.ts'
import { answerReport, sendLetter } from './send-letter.ts'
import { deliverTask } from './write-notice.ts'

/** One set for a process: it remembers which letters are in doubt. */
export const notifyHandlers = (deps: DeliverDeps): Readonly<Record<string, (payload: unknown) => Promise<void>>> => ({
  [deliverTask]: openDelivery(deps),
  [letterTask]: sendLetter(deps),
  [reportAnswerTask]: answerReport(deps),
  [firstLookTask]: firstLookDigest(deps),
})
