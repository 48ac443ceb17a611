/** Signing in elsewhere: sending a browser to a provider, and what it brings back. Members does the work. */
import type { Who } from '#kernel'
import type { CameBack, MailProvider, ProviderName, Sent } from '#members'

export type { CameBack, MailProvider, ProviderName } from '#members'

export type ElsewhereDoor = {
  /** Which providers could vouch for this address, of those that are set up. */
  readonly mayVouch: (address: string) => Promise<readonly MailProvider[]>
  /** Undefined when it is not this person's account. Refusals `provider-not-set-up`, `too-many-tries`; setback `provider-not-reached`. */
  readonly beginProof: (
    who: Who,
    input: { readonly accountId: string; readonly provider: MailProvider; readonly browser: string | undefined },
  ) => Promise<Sent | undefined>
  /** Refusals `answer-not-awaited`, `another-browser`. */
  readonly comeBack: (input: {
    readonly provider: ProviderName
    readonly query: URLSearchParams
    readonly browser: string
    readonly personId: string | undefined
  }) => Promise<CameBack>
}
