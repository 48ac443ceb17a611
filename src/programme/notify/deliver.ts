/**
 * The job that delivers one notice to one address: claimed in the database,
 * sent, settled in the database. A crash before the sending loses nothing, a
 * crash after it leaves one letter in doubt, sent again with the same
 * Message-ID and code.
 */
import { z } from 'zod'
import { isTrouble, type Log, setback } from '#kernel'
import { bounceToken } from './bounce-token.ts'
import { type Claimed, claim, type Outcome, putBack, settle } from './delivery-rows.ts'
import type { NotifyDeps, Rest } from './deps.ts'
import { InDoubt } from './in-doubt.ts'
import { noticeLetter } from './letters/notice-letter.ts'
import { codeOf } from './notice-code.ts'
import { openContent } from './notice-content.ts'
import { lettersAtOnce, type Post } from './post.ts'
import { readSmtpTrouble } from './smtp-answer.ts'

const payloadSchema = z.object({ deliveryId: z.uuid() })

/** Another process may have sent it and be about to say so. */
const graceMs = 2000
/** A relay that did not answer is left alone this long, so that letters in vain do not hold up the examination of mail. */
const relayRestsMs = 5000
/** How long a sent letter waits here for its database, and how often it asks. */
const settleWithinMs = 60_000
const settleEveryMs = 250

export type DeliverDeps = NotifyDeps & { readonly post: Post; readonly rest: Rest; readonly log: Log }

/** The handler of the `deliver` task. */
export function openDelivery(deps: DeliverDeps): (payload: unknown) => Promise<void> {
  const inDoubt = new InDoubt<Outcome>(lettersAtOnce)
  let relayRestsUntilMs = 0

  async function deliver(deliveryId: string): Promise<void> {
    const outcome = inDoubt.outcomeOf(deliveryId) ?? (await sendOnce(deliveryId))
    if (outcome === undefined) return
    await settlePatiently(deliveryId, outcome)
    inDoubt.forget(deliveryId)
  }

  async function sendOnce(deliveryId: string): Promise<Outcome | undefined> {
    if (deps.clock.now().getTime() < relayRestsUntilMs)
      throw setback('mail-relay', `delivery ${deliveryId}: the mail relay did not answer a moment ago`)
    const claimed = await claim(deps, deliveryId, () => deps.rest(graceMs))
    if (claimed === undefined) return undefined
    const outcome = await send(deps, claimed, () => {
      relayRestsUntilMs = deps.clock.now().getTime() + relayRestsMs
    })
    inDoubt.remember(deliveryId, outcome)
    if (outcome.state !== 'sent') deps.log.warn({ delivery: deliveryId, state: outcome.state }, 'a letter was not taken for its address')
    return outcome
  }

  /** Goes on when the job runner lost its database: the sooner it is written down, the less another process sends it again. */
  async function settlePatiently(deliveryId: string, outcome: Outcome): Promise<void> {
    for (let waited = 0; ; waited += settleEveryMs) {
      try {
        return await settle(deps, deliveryId, outcome)
      } catch (thrown) {
        if (!isTrouble(thrown, 'setback') || waited >= settleWithinMs) throw thrown
        await deps.rest(settleEveryMs)
      }
    }
  }

  return async (payload) => {
    const { deliveryId } = payloadSchema.parse(payload)
    await inDoubt.oneOfFew(() => deliver(deliveryId))
  }
}

async function send(deps: DeliverDeps, claimed: Claimed, relayIsGone: () => void): Promise<Outcome> {
  const { vault, explain, post, clock, log } = deps
  const sender = await deps.sender()
  const { relay } = sender
  if (relay === null) {
    await putBack(deps, claimed.deliveryId, 'no mail relay is set up')
    throw setback('mail-not-set-up', `delivering notice ${claimed.noticeId}: no mail relay is set up`)
  }
  const sealer = await vault.sealer({ kind: 'person', id: claimed.personId })
  const { subject, text } = noticeLetter(
    { explain, sender },
    {
      language: claimed.language,
      level: claimed.level,
      content: openContent(sealer, claimed.noticeId, claimed.sealed),
      code: codeOf(vault, { noticeId: claimed.noticeId, personId: claimed.personId, salt: claimed.codeSalt }),
    },
  )
  const bounceTo = sender.intakeDomain === '' ? {} : { bounceTo: `bounce+${bounceToken(vault, claimed.deliveryId)}@${sender.intakeDomain}` }
  try {
    const answer = await post.send(relay, sender, {
      to: claimed.address,
      subject,
      text,
      messageId: claimed.messageId,
      date: claimed.decidedAt,
      ...bounceTo,
    })
    return { state: 'sent', answer, at: clock.now() }
  } catch (thrown) {
    if (isTrouble(thrown)) throw thrown
    const trouble = readSmtpTrouble(thrown)
    if (trouble.kind === 'bounced') return { state: 'bounced', answer: trouble.answer, at: clock.now() }
    if (trouble.kind === 'refused') return { state: 'failed', answer: trouble.answer, at: clock.now() }
    // Patience that the server asks for one address is no trouble with the relay.
    const relayFails = trouble.kind === 'relay' || trouble.why !== 'answer'
    if (relayFails) relayIsGone()
    log.warn(
      { delivery: claimed.deliveryId },
      relayFails ? 'the mail relay does not take letters; they wait' : 'a letter waits: its address asks for patience',
    )
    await putBack(deps, claimed.deliveryId, trouble.answer, relayFails)
    throw setback('mail-relay', `delivering notice ${claimed.noticeId}: ${trouble.answer}`)
  }
}
