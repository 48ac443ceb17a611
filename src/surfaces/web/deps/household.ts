/** Mailboxes that a household shares, as the pages need them. */
import type { Who } from '#kernel'
import type { HouseholdLink, HouseholdLinkSeen, SharedWithMe, Sharer } from '#members'

export type { HouseholdLink, HouseholdLinkSeen, SharedWithMe, Sharer } from '#members'

export type Household = {
  /** The mailboxes of others that I am told of. */
  readonly sharedWithMe: (who: Who) => Promise<readonly SharedWithMe[]>
  /** Who else is told of an account of mine; undefined when it is not my personal, proven one. */
  readonly sharersOf: (who: Who, accountId: string) => Promise<readonly Sharer[] | undefined>
  /** The same; refusal `too-many-sharers`. */
  readonly makeLink: (who: Who, accountId: string) => Promise<HouseholdLink | undefined>
  /** Undefined when it was used, withdrawn, is too old or never was. Changes nothing. */
  readonly link: (token: string) => Promise<HouseholdLinkSeen | undefined>
  /** Refusals `link-not-good`, `share-is-yours`. */
  readonly accept: (who: Who, token: string) => Promise<void>
  /** By either of the two. False when there is none between them and `who`. */
  readonly end: (who: Who, share: { readonly accountId: string; readonly sharer: string }) => Promise<boolean>
}
