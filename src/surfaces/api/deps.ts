/** What the API needs of the rest of the house; `app/api.ts` plugs the rooms in. Every call carries the token's `who`, and storage's policies decide. */
import type { Caller } from '#api-tokens'
import type { ApplicationTold } from '#applications'
import type { ValueEntry } from '#enrolment'
import type { RequestLog } from '#http'
import type { Who } from '#kernel'
import type { Followed, Following, Member, OrganisationLine, OrganisationSeen, WorkAccount } from '#members'
import type { DeliverySeen, EndpointSeen } from '#webhooks'

export type NewPerson = {
  readonly name: string
  readonly address: string
  readonly title: string
  readonly language: 'en' | 'es' | 'fr' | 'de'
}

export type ApiDeps = {
  readonly log: RequestLog
  readonly programme: () => { readonly publicAddress: string; readonly trustedProxies: readonly string[] }
  /** Undefined for a token that opens nothing. */
  readonly callerOf: (token: string) => Promise<Caller | undefined>
  /** Seconds to wait when a token asked too often, else 0. */
  readonly countUse: (tokenId: string) => Promise<number>
  /** The same for tokens that open nothing, by where they came from. */
  readonly countUnknown: (remote: string) => Promise<number>
  readonly organisations: {
    readonly list: (who: Who, following: Following) => Promise<Followed<OrganisationLine>>
    readonly one: (who: Who, id: string) => Promise<OrganisationSeen | undefined>
    readonly people: (who: Who, id: string, following: Following) => Promise<Followed<Member> | undefined>
    readonly person: (who: Who, id: string, personId: string) => Promise<Member | undefined>
    readonly accounts: (who: Who, id: string, following: Following) => Promise<Followed<WorkAccount> | undefined>
    /** Refusals `name-missing`, `address-not-valid`, `address-taken`. */
    readonly addPerson: (who: Who, id: string, input: NewPerson) => Promise<{ readonly personId: string } | undefined>
    /** Mails a link. Refusals `already-joined`, `mail-not-set-up`. */
    readonly invite: (who: Who, id: string, personId: string) => Promise<{ readonly expiresAt: Date } | undefined>
    readonly value: (who: Who, id: string, following: Following) => Promise<Followed<ValueEntry> | undefined>
  }
  readonly applications: {
    readonly list: (who: Who, following: Following) => Promise<Followed<ApplicationTold>>
    readonly one: (who: Who, id: string) => Promise<ApplicationTold | undefined>
  }
  readonly webhooks: {
    readonly list: (who: Who, following: Following) => Promise<Followed<EndpointSeen>>
    readonly one: (who: Who, id: string) => Promise<EndpointSeen | undefined>
    /** Refusals `hook-address-not-right`, `no-events`, `too-many-endpoints`. */
    readonly add: (
      who: Who,
      given: { readonly url: string; readonly events: readonly string[] },
    ) => Promise<{ readonly id: string; readonly secret: string }>
    readonly start: (who: Who, id: string) => Promise<boolean>
    readonly remove: (who: Who, id: string) => Promise<boolean>
    readonly deliveries: (who: Who, id: string, following: Following) => Promise<Followed<DeliverySeen> | undefined>
    /** Refusal `endpoint-stopped`. */
    readonly resend: (who: Who, id: string, deliveryId: string) => Promise<boolean>
    readonly test: (who: Who, id: string) => Promise<{ readonly id: string } | undefined>
  }
}
