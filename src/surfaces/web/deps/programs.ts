/** What programs of an organisation, or of the programme, hold and are told: as its administrators and operators manage it. */
import type { TokenSeen, TokenWanted } from '#api-tokens'
import type { Administrator, Staff } from '#kernel'
import type { Followed } from '#members'
import type { DeliverySeen, EndpointSeen } from '#webhooks'

export { organisationScopes, scopes, type TokenSeen } from '#api-tokens'
export { type DeliverySeen, type EndpointSeen, organisationEvents, programmeEvents } from '#webhooks'

/** An administrator acts for their organisation, staff for the programme. */
export type Manager = Administrator | Staff

export type Programs = {
  /** Those that work first. */
  readonly tokens: (who: Manager) => Promise<readonly TokenSeen[]>
  /** The text is nowhere kept. Refusals `programs-frozen`, `token-name-missing`, `no-scope`, `token-end-not-right`, `too-many-tokens`. */
  readonly makeToken: (who: Manager, wanted: TokenWanted) => Promise<{ readonly token: string; readonly endsAt: Date }>
  /** Ends it, or lets that wait for a second yes. Undefined when there is no such live token for `who`. */
  readonly revokeToken: (who: Manager, id: string) => Promise<'done' | 'waits' | undefined>
  /** Addresses that are told of enrolment; ten at most. */
  readonly hooks: (who: Manager) => Promise<readonly EndpointSeen[]>
  readonly hook: (who: Manager, id: string) => Promise<EndpointSeen | undefined>
  /** The secret is shown once. Refusals `programs-frozen`, `hook-address-not-right`, `no-events`, `too-many-endpoints`. */
  readonly addHook: (
    who: Manager,
    given: { readonly url: string; readonly events: readonly string[] },
  ) => Promise<{ readonly id: string; readonly secret: string }>
  readonly startHook: (who: Manager, id: string) => Promise<boolean>
  /** As `revokeToken`. */
  readonly removeHook: (who: Manager, id: string) => Promise<'done' | 'waits' | undefined>
  /** Fifty of what was sent, the newest first, older than the one named. */
  readonly deliveries: (who: Manager, id: string, after: string | undefined) => Promise<Followed<DeliverySeen> | undefined>
  /** Refusal `endpoint-stopped`. */
  readonly resend: (who: Manager, id: string, deliveryId: string) => Promise<boolean>
  readonly testHook: (who: Manager, id: string) => Promise<{ readonly id: string } | undefined>
}
