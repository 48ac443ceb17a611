/** What can be seen of a personal account at its provider. Everything here is of the person who asks; the rest does not exist. */
import type { Who } from '#kernel'
import type { AccountSeen } from '#members'
import type { CheckAnswerGiven, CheckStep, ProviderId, SelfCheck, Watching, Way } from '#providers'

export type { CheckStep, ProviderId, SelfCheck as SelfCheckSeen, Way } from '#providers'
export { checkAnswers, checkEveryMs, checkSteps } from '#providers'

export type WatchingSeen = Omit<Watching, 'id' | 'localPart'> & {
  /** The whole secret address. */
  readonly address: string
}

export type Sight = {
  readonly account: AccountSeen
  readonly provider: ProviderId
  /** As a reader knows it; the domain of a house we do not know. */
  readonly providerName: string
  /** From where the provider writes about safety, in words for a rule. */
  readonly senders: string
  /** False while the operator receives no mail: then there is no secret address. */
  readonly mayWatch: boolean
  readonly watching?: WatchingSeen
  /** The newest guided look. */
  readonly selfCheck?: SelfCheck
}

export type ProvidersDesk = {
  /** Undefined when it is not a personal account of this person. */
  readonly sight: (who: Who, accountId: string) => Promise<Sight | undefined>
  /** Makes the secret address, with its consent. False: not theirs, or there is one. Refusal `account-not-proven`. */
  readonly makeAddress: (who: Who, asked: { readonly accountId: string; readonly way: Way; readonly version: string }) => Promise<boolean>
  /** A test mail now. Refusal `test-mail-just-sent`. */
  readonly sendTest: (who: Who, accountId: string) => Promise<boolean>
  /** Keeps one answer of a guided look. False: not theirs. */
  readonly answerSelfCheck: (
    who: Who,
    given: { readonly accountId: string; readonly step: CheckStep; readonly answer: CheckAnswerGiven },
  ) => Promise<boolean>
  /** Tells the desk what was found not to be theirs. False: nothing to tell, or it was told. */
  readonly tellDesk: (who: Who, accountId: string) => Promise<boolean>
  readonly replaceAddress: (who: Who, accountId: string) => Promise<boolean>
}
