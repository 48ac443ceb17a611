/** Helpers from outside, as the pages need them: an organisation's side, the helper's own, and what is seen within a grant. */
import type {
  HelpAsked,
  Helped,
  HelpedConnection,
  HelpedLanguage,
  HelpedOverview,
  HelpedPerson,
  HelperAmong,
  HelperLook,
  HelperSeen,
  Helping as HelpingSeen,
  HelpOffered,
  HelpWanted,
  OfferKey,
} from '#helpers'
import type { Administrator, Helper, Who } from '#kernel'
import type { Paged } from '#members'

export type { Help, HelpAsked, Helped, HelperAmong, HelperSeen, HelpPage } from '#helpers'
export { helpDays, helpPurposes, pagesOfPurpose } from '#helpers'

export type Helping = {
  /** Those who help or were asked, then those that ended. */
  readonly list: (who: Administrator) => Promise<readonly HelperSeen[]>
  /** Refusals `help-purpose-missing`, `help-end-not-right`, `address-not-valid`, `too-many-helpers`. */
  readonly letIn: (who: Administrator, wanted: HelpWanted) => Promise<HelpOffered>
  /** Refusal `help-end-not-right`; false when nobody helps under it now. */
  readonly renew: (who: Administrator, input: { readonly id: string; readonly days: number }) => Promise<boolean>
  readonly end: (who: Administrator, id: string) => Promise<boolean>
  /** Undefined for somebody who never accepted, and for another organisation's. */
  readonly looks: (who: Administrator, input: { readonly id: string; readonly page: number }) => Promise<Paged<HelperLook> | undefined>

  readonly mine: (who: Who) => Promise<HelpingSeen>
  /** Who helps the organisations that this person is in. */
  readonly among: (who: Who) => Promise<readonly HelperAmong[]>
  /** What a link asks for; undefined when it is no longer good. Changes nothing. */
  readonly asked: (token: string) => Promise<HelpAsked | undefined>
  /** Refusals `help-not-open`, `helper-needs-passkey`, `helper-is-member`. */
  readonly accept: (who: Who, key: OfferKey) => Promise<{ readonly id: string }>
  readonly leave: (who: Who, id: string) => Promise<boolean>

  /** The grant; undefined from the moment it ends. The same for all that follow. */
  readonly help: (who: Helper) => Promise<Helped | undefined>
  readonly overview: (who: Helper) => Promise<HelpedOverview | undefined>
  readonly people: (who: Helper, asked: { readonly search: string; readonly page: number }) => Promise<Paged<HelpedPerson> | undefined>
  readonly connections: (who: Helper, asked: { readonly page: number }) => Promise<Paged<HelpedConnection> | undefined>
  readonly languages: (who: Helper) => Promise<readonly HelpedLanguage[] | undefined>
}
