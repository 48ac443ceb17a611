/** The mail engine's whole story: read, authenticate, judge, show. Never throws on hostile input. */
import type { Finding, Verdict } from '#kernel'
import { type Campaign, campaignOf } from './campaign.ts'
import type { InspectContext } from './context.ts'
import type { CheckId } from './detect/checks.ts'
import { type Judgement, judge } from './detect/judge.ts'
import { asOpening } from './detect/opening.ts'
import type { Weight } from './detect/weight.ts'
import type { Authentication, Message } from './message.ts'
import { compileOwn } from './own/compile-own.ts'
import type { OwnTrouble } from './own/own-set.ts'
import type { Damage } from './parse/damage.ts'
import { asForwarded } from './parse/forwarded.ts'
import { type Trace, tracesOf } from './traces.ts'
import { type MessageView, messageView } from './view/message-view.ts'
import { wholeMessage } from './whole-message.ts'

/** Structured-cloneable, so that a thread can hand it over. */
export type Inspection = {
  readonly score: number
  readonly verdict: Verdict
  /** All that fired, most telling first. */
  readonly findings: readonly Finding[]
  /** The at most three to show. */
  readonly reasons: readonly Finding[]
  /** All that was weighed, heaviest first. */
  readonly weights: readonly Weight[]
  /** What was looked at and found in order, and what could not be looked at. */
  readonly checked: readonly CheckId[]
  readonly damage: readonly Damage[]
  readonly campaign: Campaign
  /** What the mail can be searched by later. */
  readonly traces: readonly Trace[]
  readonly authentication: Authentication
  readonly view: MessageView
  /** Rules of the operator's own that could not be asked about this mail. */
  readonly ownTroubles?: readonly OwnTrouble[]
}

/** Inspects one mail. */
export async function inspect(bytes: Uint8Array, context: InspectContext): Promise<Inspection> {
  const message = await wholeMessage(bytes, context)
  const text = message.page === undefined ? message.plain : message.page.text
  const campaign = campaignOf(message, text)
  const { vouchedFor: _, ...judged } = judgeWhole(message, ownLook(context, bytes.byteLength))
  return {
    ...judged,
    damage: message.damage,
    campaign,
    traces: tracesOf(message, text, campaign),
    authentication: message.authentication,
    view: messageView(message, text),
  }
}

type LookOwn = Parameters<typeof judge>[1]

function ownLook({ own, receivedFrom }: InspectContext, sizeBytes: number): LookOwn {
  if (own === undefined) return undefined
  const { look } = compileOwn(own)
  return (mail) => look(mail, { sizeBytes, ip: receivedFrom?.ip })
}

/**
 * A mail that forwards another is as hostile as what it forwards, unless somebody of the house or a known person forwards it: they may be asking. A long one is
 * as hostile as its opening.
 */
function judgeWhole(message: Message, lookOwn: LookOwn): Judgement {
  const judged = judge(message, lookOwn)
  const others = judged.vouchedFor || judged.verdict === 'dangerous' ? [] : [asForwarded(message), asOpening(message)]
  return others.reduce((worst, other) => {
    const within = other === undefined ? worst : judge(other, lookOwn)
    return within.score > worst.score ? within : worst
  }, judged)
}
