/** What can be seen of a personal account at its provider. Everything here is of the person who asks; the rest does not exist. */
import type { Who } from '#kernel'
import type { AccountSeen } from '#members'
import type { ProviderId } from '#providers'

export type { ProviderId } from '#providers'

export type Sight = {
  readonly account: AccountSeen
  readonly provider: ProviderId
  /** As a reader knows it; the domain of a house we do not know. */
  readonly providerName: string
}

export type ProvidersDesk = {
  /** Undefined when it is not a personal account of this person. */
  readonly sight: (who: Who, accountId: string) => Promise<Sight | undefined>
}
