/** Everybody who got a campaign is told: one job looks up whose mails are of it, one a mail reads it where it lies and judges it with that knowledge. */
import { z } from 'zod'
import { reachGone, reachWaits, receiveAgain, runReach } from '#alerts'
import type { Handler } from '#jobs'
import { contextOf, type ExamineDeps, mailboxOf } from './examine-message.ts'
import { inspectKnowing } from './inspect-knowing.ts'
import { recall } from './memory.ts'
import { partlySeen } from './partly-seen.ts'

const reachSchema = z.object({ reachId: z.uuid(), again: z.boolean().default(false) })
const mailSchema = z.object({ reachId: z.uuid(), connectionId: z.uuid(), folder: z.string(), uidValidity: z.int(), uid: z.int() })

/** The handler of `reach`. */
export function openReach(deps: Pick<ExamineDeps, 'storage' | 'clock'>): Handler {
  return async (payload) => {
    await runReach(deps, reachSchema.parse(payload))
  }
}

/** The handler of `reach-mail`. */
export function openReachMail(deps: ExamineDeps): Handler {
  return async (payload) => {
    const at = mailSchema.parse(payload)
    if (!(await reachWaits(deps, at))) return
    const mailbox = await deps.storage.asTenant({ kind: 'programme' }, (tx) => mailboxOf(tx, at.connectionId))
    if (mailbox === undefined) {
      await reachGone(deps, at)
      return
    }
    const { reached } = mailbox
    const answer = await deps.reader.read({ connectionId: at.connectionId, folder: at.folder, uidValidity: at.uidValidity, uid: at.uid })
    if ('gone' in answer || 'moved' in answer) {
      await receiveAgain(deps, at, { reached, read: undefined })
      return
    }
    const { bytes, internalDate, complete } = answer
    const { history } = await recall(deps, reached, bytes)
    const judged = await inspectKnowing(deps, bytes, { ...contextOf(mailbox), history })
    await receiveAgain(deps, at, { reached, read: { bytes, inspection: complete ? judged : partlySeen(judged), arrivedAt: internalDate } })
  }
}
