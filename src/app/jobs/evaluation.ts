/** The desk's private set: a mail found by a hunt is read and kept, and the whole set is judged with the rules of today. */
import { z } from 'zod'
import { keepHit, keepTest, labels, nextToTest } from '#alerts'
import type { Handler } from '#jobs'
import { isTrouble } from '#kernel'
import { circleOf } from '#members'
import { type ExamineDeps, type JudgeDeps, mailboxOf } from './examine-message.ts'

const runSchema = z.object({ run: z.uuid(), only: z.uuid().optional() })

/** The handler of `test-rules`. */
export function openRuleTest(deps: JudgeDeps): Handler {
  return async (payload, { signal }) => {
    const run = runSchema.parse(payload)
    for (let mail = await nextToTest(deps, run); mail !== undefined; mail = await nextToTest(deps, run, mail.id)) {
      signal.throwIfAborted()
      const { bytes, reached, recipient, trustedAuthserv, id } = mail
      const circle = await deps.storage.asTenant({ kind: 'programme' }, (tx) => circleOf(tx, reached))
      await keepTest(deps, run, id, await deps.inspector.inspect(bytes, { circle, trustedAuthserv, recipient }))
    }
  }
}

const hitSchema = z.object({
  connectionId: z.uuid(),
  folder: z.string(),
  uidValidity: z.int(),
  uid: z.int(),
  label: z.enum(labels),
  reason: z.string(),
  by: z.uuid(),
  verdictThen: z.string(),
})

/** The handler of `keep-hunted-mail`. */
export function openHitKeeping(deps: ExamineDeps): Handler {
  return async (payload) => {
    const { label, reason, by, verdictThen, ...place } = hitSchema.parse(payload)
    const mailbox = await deps.storage.asTenant({ kind: 'programme' }, (tx) => mailboxOf(tx, place.connectionId))
    if (mailbox === undefined) return
    const answer = await deps.reader.read(place)
    if ('gone' in answer || 'moved' in answer || !answer.complete) return
    try {
      await keepHit(deps, { reached: mailbox.reached, place, bytes: answer.bytes, by, verdictThen, labelled: { label, reason } })
    } catch (trouble) {
      // Its person took their leave back meanwhile: that is their right, and no failure of a job.
      if (!isTrouble(trouble, 'refusal')) throw trouble
    }
  }
}
