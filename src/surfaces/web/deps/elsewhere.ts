/** Signing in elsewhere: sending a browser to a provider, and what it brings back. Members does the work. */
import type { Who } from '#kernel'
import type { CameBack, Confirming, MailProvider, ProviderName, Sent, StaffIdentitySeen } from '#members'

export type { CameBack, MailProvider, ProviderName, Sent } from '#members'

export type ElsewhereDoor = {
  /** Which providers could vouch for this address, of those that are set up. */
  readonly mayVouch: (address: string) => Promise<readonly MailProvider[]>
  /** Undefined when it is not this person's account. Refusals `provider-not-set-up`, `too-many-tries`; setback `provider-not-reached`. */
  readonly beginProof: (
    who: Who,
    input: { readonly accountId: string; readonly provider: MailProvider; readonly browser: string | undefined },
  ) => Promise<Sent | undefined>
  /** How staff call the operator's own provider, and whether a sign-in there is a fresh proof; undefined while there is none. Asks nobody outside. */
  readonly staffProvider: () => Promise<{ readonly name: string; readonly provesAnew: boolean } | undefined>
  readonly staffIdentity: (who: Who) => Promise<StaffIdentitySeen | undefined>
  /** These three: refusals `provider-not-set-up`, `too-many-tries`; setback `provider-not-reached`. */
  readonly beginStaffSignIn: (input: {
    readonly remote: string
    readonly next: string
    readonly browser: string | undefined
  }) => Promise<Sent>
  /** Undefined for whoever is not of the staff. */
  readonly beginBinding: (who: Who, browser: string | undefined) => Promise<Sent | undefined>
  readonly beginStaffConfirm: (
    who: Pick<Confirming, 'personId'>,
    input: { readonly next: string; readonly browser: string | undefined },
  ) => Promise<Sent>
  /** Ends the sessions that the provider opened. False when nothing was bound. */
  readonly unbind: (who: Who) => Promise<boolean>
  /** Undefined where the provider has no page for it. Refusal `provider-not-set-up`; setback `provider-not-reached`. */
  readonly staffSignOut: () => Promise<URL | undefined>
  /** Refusals `answer-not-awaited`, `another-browser`. */
  readonly comeBack: (input: {
    readonly provider: ProviderName
    readonly query: URLSearchParams
    readonly browser: string
    readonly userAgent: string
    readonly personId: string | undefined
    readonly session: string | undefined
  }) => Promise<CameBack>
}
