/** Signing in elsewhere, as members need it of the outside; the app plugs the providers in. */
import type { MembersDeps } from '../deps.ts'

/** Providers of mailboxes. */
export type MailProvider = 'microsoft' | 'google'
/** `staff`: the operator's own identity provider. */
export type ProviderName = MailProvider | 'staff'

/** Made for one sign-in, and made again when the browser is back. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** What a provider says of who signed in there; its signature was checked. */
export type Shown = {
  readonly issuer: string
  readonly subject: string
  readonly claims: Readonly<Record<string, unknown>>
  /** Gives back what the provider gave us; true when it took it. */
  readonly letGo: () => Promise<boolean>
}

/** How staff are asked for, and what must be said of how they signed in. */
export type StaffProvider = {
  readonly name: string
  readonly issuer: string
  readonly acr: readonly string[]
  readonly amr: readonly string[]
}

type Wanted = {
  readonly loginHint?: string
  /** Whoever has a session there signs in once more. */
  readonly prompt?: 'login'
  /** How old a sign-in there may be. */
  readonly maxAgeSeconds?: number
  readonly acr?: readonly string[]
}

export type Elsewhere = {
  /** The providers of mailboxes that are set up now. */
  readonly mailProviders: () => Promise<readonly MailProvider[]>
  /** Undefined while staff have no provider. */
  readonly staffProvider: () => Promise<StaffProvider | undefined>
  /** Where the browser goes. Setback `provider-not-reached`. */
  readonly begin: (provider: ProviderName, asked: Secrets & Wanted) => Promise<URL>
  /** Refusals `provider-said-no`, `provider-answer-wrong`; setback `provider-not-reached`. */
  readonly finish: (provider: ProviderName, secrets: Secrets, query: URLSearchParams) => Promise<Shown>
  /** Where the browser ends its session at the staff's provider; undefined where it has no such page. Setback `provider-not-reached`. */
  readonly staffSignOut: () => Promise<URL | undefined>
  /** The tenant at Microsoft in which a domain is verified. */
  readonly tenantOf: (domain: string) => Promise<string | undefined>
}

export type ElsewhereDeps = MembersDeps & { readonly elsewhere: Elsewhere }
