/** Whose memory: a work mailbox has its person's within its organisation's, a personal one the person's alone. They never mix. */
import type { Owner } from '#kernel'

export type Whose = {
  readonly personId: string
  /** The organisation of a work mailbox; null for a personal one. */
  readonly organisationId: string | null
}

/** Where a thing is remembered: salt of its hash, and the columns that say whose row it is. */
export type Scope = { readonly salt: string; readonly organisation: string | null; readonly person: string | null }

/** The reader's own, always there. */
export const readerScope = ({ personId, organisationId }: Whose): Scope => ({
  salt: organisationId === null ? `person/${personId}` : `organisation/${organisationId}/person/${personId}`,
  organisation: organisationId,
  person: personId,
})

/** The widest that may know of it: the organisation's at work, else the reader's own. Names, answers and conversations are kept here. */
export const wideScope = (whose: Whose): Scope =>
  whose.organisationId === null
    ? readerScope(whose)
    : { salt: `organisation/${whose.organisationId}`, organisation: whose.organisationId, person: null }

export const ownerOf = ({ personId, organisationId }: Whose): Owner =>
  organisationId === null ? { kind: 'person', id: personId } : { kind: 'organisation', id: organisationId }
