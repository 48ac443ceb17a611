/** Organisations and their people, as staff and administrators see them. */
import type { Who } from '#kernel'
import type { IncidentRow } from './desk.ts'
import type { Paged } from './paged.ts'
import type { WatchState } from './person.ts'

export type OrganisationRow = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly people: number
  /** How many of them have a mailbox that is watched now. */
  readonly watched: number
  readonly openIncidents: number
}

export type Member = {
  readonly personId: string
  readonly name: string
  readonly title?: string
  readonly role: 'member' | 'administrator'
  readonly workAddress?: string
  /** Whether the person accepted an invitation. */
  readonly joined: boolean
  readonly invitedUntil?: Date
  readonly mailbox: WatchState
  /** Whether a notice can reach them besides the work mailbox. */
  readonly otherAddress: boolean
  readonly passkey: boolean
}

export type OrganisationSeen = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly domains: readonly string[]
  readonly members: readonly Member[]
  readonly incidents: readonly IncidentRow[]
}

/** The link is told once and kept only as a hash. */
export type InvitationMade = { readonly token: string; readonly expiresAt: Date; readonly name: string; readonly address: string }

export const organisationKinds = ['campaign', 'party', 'think-tank', 'newsroom', 'election-office', 'charity', 'other'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export type Organisations = {
  readonly list: (who: Who, ask: { readonly search: string; readonly page: number }) => Promise<Paged<OrganisationRow>>
  readonly create: (
    who: Who,
    input: { readonly name: string; readonly kind: OrganisationKind; readonly domains: readonly string[] },
  ) => Promise<{ readonly id: string }>
  /** Undefined when it does not exist for `who`. */
  readonly one: (who: Who, id: string) => Promise<OrganisationSeen | undefined>
  /** Refusal `address-not-valid`, `address-taken`. Undefined when the organisation does not exist for `who`. */
  readonly addPerson: (
    who: Who,
    organisationId: string,
    input: { readonly name: string; readonly address: string; readonly title: string; readonly role: 'member' | 'administrator' },
  ) => Promise<{ readonly personId: string } | undefined>
  /** A new link; earlier ones of this person stop working. */
  readonly invite: (who: Who, organisationId: string, personId: string) => Promise<InvitationMade | undefined>
  /** Makes a new link and mails it to the work address. Refusal `mail-not-set-up`. */
  readonly mailInvitation: (who: Who, organisationId: string, personId: string) => Promise<InvitationMade | undefined>
  readonly setRole: (who: Who, organisationId: string, personId: string, role: 'member' | 'administrator') => Promise<boolean>
  /** Says goodbye: work connections end, personal matters stay the person's own. */
  readonly removePerson: (who: Who, organisationId: string, personId: string) => Promise<boolean>
}
