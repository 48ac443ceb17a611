/** Organisations and their people, as staff and administrators see them. */

import type { IncidentRow } from '#alerts'
import type { OrganisationKind, Who } from '#kernel'
import type {
  ImportPlan,
  InvitationMade,
  KeptCircle,
  Member,
  MembersAsked,
  MembershipKind,
  OrganisationRow,
  Paged,
  PersonLeft,
  Waiting,
} from '#members'

export type {
  ImportPlan,
  InvitationMade,
  KeptCircle,
  Member,
  MembersAsked,
  MembershipKind,
  OrganisationRow,
  PersonLeft,
  Waiting,
} from '#members'
export { membershipKinds } from '#members'

export type OrganisationSeen = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly domains: readonly string[]
  readonly people: number
  readonly watched: number
  /** How many have not accepted an invitation yet. */
  readonly waiting: number
  readonly incidents: readonly IncidentRow[]
}

/** A heading of an export: a value as it is, or rows that are read a page at a time while the file is written, once. */
export type ExportPart =
  | { readonly name: string; readonly value: unknown }
  | {
      readonly name: string
      readonly columns: readonly string[]
      readonly pages: AsyncIterable<readonly Readonly<Record<string, unknown>>[]>
    }

export type Organisations = {
  readonly list: (who: Who, ask: { readonly search: string; readonly page: number }) => Promise<Paged<OrganisationRow>>
  readonly create: (
    who: Who,
    input: { readonly name: string; readonly kind: OrganisationKind; readonly domains: readonly string[] },
  ) => Promise<{ readonly id: string }>
  /** Undefined when it does not exist for `who`. */
  readonly one: (who: Who, id: string) => Promise<OrganisationSeen | undefined>
  /** A page of its people. */
  readonly members: (who: Who, id: string, asked: MembersAsked) => Promise<Paged<Member> | undefined>
  readonly member: (who: Who, id: string, personId: string) => Promise<Member | undefined>
  /** Leaders, vendors and names to protect. Undefined when the organisation does not exist for `who`. */
  readonly circle: (who: Who, organisationId: string) => Promise<KeptCircle | undefined>
  /** Refusals `domain-not-valid`, `address-not-valid`, `country-not-valid`, `circle-too-long`. False when it does not exist for `who`. */
  readonly keepCircle: (who: Who, organisationId: string, circle: KeptCircle) => Promise<boolean>
  /** All that the organisation may take along; undefined when it does not exist for `who`. */
  readonly exportAll: (who: Who, organisationId: string) => Promise<readonly ExportPart[] | undefined>
  /** The text of `org.json`. */
  readonly exportOrg: (who: Who, organisationId: string) => Promise<string | undefined>
  /** Adds the names of an `org.json`; refusals `unreadable-organisation` and those of `keepCircle`. */
  readonly importOrg: (who: Who, organisationId: string, json: string) => Promise<{ readonly names: number } | undefined>
  /** Refusals `address-not-valid`, `address-taken`, `end-date-missing`, `end-date-not-valid`. Undefined when the organisation does not exist for `who`. */
  readonly addPerson: (
    who: Who,
    organisationId: string,
    input: {
      readonly name: string
      readonly address: string
      readonly title: string
      readonly role: 'member' | 'administrator'
      readonly kind: MembershipKind
      readonly endsOn: string
    },
  ) => Promise<{ readonly personId: string } | undefined>
  /** What a list of people would do; changes nothing. */
  readonly planImport: (who: Who, organisationId: string, text: string) => Promise<ImportPlan | undefined>
  /** Adds everybody on it who is not there, or nobody. Refusal `mail-not-set-up`. */
  readonly importPeople: (
    who: Who,
    organisationId: string,
    given: { readonly text: string; readonly byMail: boolean },
  ) => Promise<ImportPlan | undefined>
  /** A new link; earlier ones of this person stop working. */
  readonly invite: (who: Who, organisationId: string, personId: string) => Promise<InvitationMade | undefined>
  /** Makes a new link and mails it to the work address. Refusal `mail-not-set-up`. */
  readonly mailInvitation: (who: Who, organisationId: string, personId: string) => Promise<InvitationMade | undefined>
  /** Takes a link back before it is used. False when there is none for `who`. */
  readonly withdrawInvitation: (who: Who, organisationId: string, personId: string) => Promise<boolean>
  readonly waiting: (who: Who, organisationId: string) => Promise<Waiting | undefined>
  /** Mails a new link to all who are due; answers how many. Refusal `mail-not-set-up`. */
  readonly inviteWaiting: (who: Who, organisationId: string) => Promise<number | undefined>
  /** Ends all sessions of a member. False when there is none such for `who`. */
  readonly endSessions: (who: Who, organisationId: string, personId: string) => Promise<boolean>
  /** Moves the end of somebody's time. Refusals `end-date-missing`, `end-date-not-valid`. False when there is no such member for `who`. */
  readonly setTime: (
    who: Who,
    organisationId: string,
    personId: string,
    time: { readonly kind: MembershipKind; readonly endsOn: string },
  ) => Promise<boolean>
  /** Those whose part ended in the last thirty days. */
  readonly left: (who: Who, organisationId: string, page: number) => Promise<Paged<PersonLeft> | undefined>
  /** Takes one of them back. Refusals `address-taken`, `end-date-missing`, `end-date-not-valid`. */
  readonly takeBack: (who: Who, organisationId: string, personId: string, endsOn: string) => Promise<boolean>
}
