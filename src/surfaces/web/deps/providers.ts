/** What can be seen of a personal account at its provider. Everything here is of the person who asks; the rest does not exist. */
import type { Who } from '#kernel'
import type { AccountSeen } from '#members'
import type { ProviderId, Watching, Way } from '#providers'

export type { ProviderId, Way } from '#providers'

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
}

export type ProvidersDesk = {
  /** Undefined when it is not a personal account of this person. */
  readonly sight: (who: Who, accountId: string) => Promise<Sight | undefined>
  /** Makes the secret address, with its consent. False: not theirs, or there is one. Refusal `account-not-proven`. */
  readonly makeAddress: (who: Who, asked: { readonly accountId: string; readonly way: Way; readonly version: string }) => Promise<boolean>
  /** A test mail now. Refusal `test-mail-just-sent`. */
  readonly sendTest: (who: Who, accountId: string) => Promise<boolean>
  readonly replaceAddress: (who: Who, accountId: string) => Promise<boolean>
}
