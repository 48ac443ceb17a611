/** A mail that was examined, as it comes to this room: from a watched mailbox or from a person's report. */
import type { Owner } from '#kernel'
import type { Inspection } from '#mail'
import type { Tx } from '#storage'

export type Reached = {
  readonly accountId: string
  readonly personId: string
  /** The organisation of a work account; null for a personal one. */
  readonly organisationId: string | null
}

export type Place = { readonly connectionId: string; readonly folder: string; readonly uidValidity: number; readonly uid: number }

/** A message found in a watched mailbox. */
export type Arrival = {
  readonly reached: Reached
  readonly place: Place
  readonly inJunk: boolean
  /** Found in old mail when the mailbox was connected: summed up later, never told one by one. */
  readonly firstLook: boolean
  readonly arrivedAt: Date
  readonly bytes: Uint8Array
  readonly inspection: Inspection
  /** Called once, in the transaction that writes down that it is no danger: what it teaches about its sender. */
  readonly learn?: (tx: Tx) => Promise<void>
}

/** One message out of a report that a person forwarded. */
export type Reported = { readonly bytes: Uint8Array; readonly inspection: Inspection }

export const ownerOf = ({ organisationId, personId }: Reached): Owner =>
  organisationId === null ? { kind: 'person', id: personId } : { kind: 'organisation', id: organisationId }

/** The owner as the two columns that every row of a matter has. */
export const ownerColumns = ({ organisationId, personId }: Reached): { organisation_id: string | null; person_id: string | null } =>
  organisationId === null ? { organisation_id: null, person_id: personId } : { organisation_id: organisationId, person_id: null }

/** The owner out of those two columns again. */
export const ownerOfRow = (row: { readonly organisation_id: string | null; readonly person_id: string | null }): Owner =>
  row.organisation_id === null ? { kind: 'person', id: row.person_id ?? '' } : { kind: 'organisation', id: row.organisation_id }
