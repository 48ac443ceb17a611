/** Who looked at what, written for those whom it concerns to read. */
import type { Clock, Owner, Who } from '#kernel'
import { type Tx, uuid } from '#storage'

export type Look = {
  readonly viewer: Who
  /** `incident`, `message`, `evidence` */
  readonly what: string
  readonly incidentId?: string
  readonly owner: Owner
  /** In a work matter, the person whose mailbox it was, when no incident names them. */
  readonly personId?: string
}

/** Adds one line. The machinery itself, and a person who looks at their own matter, are nobody's news. */
export async function lookedAt(tx: Tx, clock: Clock, { viewer, what, incidentId, owner, personId }: Look): Promise<void> {
  if (!('personId' in viewer) || (owner.kind === 'person' && owner.id === viewer.personId)) return
  await tx
    .insertInto('looked_at')
    .values({
      id: uuid(),
      viewer: viewer.personId,
      viewer_kind: viewer.kind,
      what,
      incident_id: incidentId ?? null,
      organisation_id: owner.kind === 'organisation' ? owner.id : null,
      person_id: owner.kind === 'person' ? owner.id : (personId ?? null),
      at: clock.now(),
    })
    .execute()
}
