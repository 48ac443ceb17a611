/**
 * The keeper of bookmarks in the database: a mailbox's cursor moves in the very
 * transaction that hands its messages on, so that neither can be without the
 * other. Each write is fenced by the epoch of the claim (claims.ts): a process
 * that was thought dead and wakes up late may not write any more.
 */
import { type Clock, setback, type Who } from '#kernel'
import type { Storage, Tx } from '#storage'
import type { Bookmark, Bookmarks, Step } from './bookmarks.ts'
import type { Claim } from './claims.ts'
import type { Connection } from './connections.ts'
import type { MessageRef } from './message-ref.ts'

const programme: Who = { kind: 'programme' }

export type CursorOptions = {
  readonly storage: Storage
  readonly clock: Clock
  readonly connection: Connection
  /** The claim that holds now; undefined while it is lost. */
  readonly claim: () => Claim | undefined
  /** Called inside the transaction that moves the cursor; may be called again with the same if that fails. */
  readonly onNews: (tx: Tx, connection: Connection, refs: readonly MessageRef[]) => Promise<void>
}

/** Bookmarks of one connection, kept in `mailbox_cursor`. Throws setback `claim-lost` to a process whose time is over. */
export function keepCursor({ storage, clock, connection, claim, onNews }: CursorOptions): Bookmarks {
  async function fence(tx: Tx): Promise<number> {
    const held = claim()
    if (held === undefined) throw setback('claim-missing', `watching mailbox ${connection.id}: whose it is now is not settled yet`)
    const post = await tx.selectFrom('election').select('epoch').where('post', '=', held.post).forShare().executeTakeFirst()
    if (post?.epoch !== held.epoch) throw setback('claim-lost', `watching mailbox ${connection.id}: another process does it now`)
    return held.epoch
  }

  const refsOf = (step: Step, firstLook: boolean): MessageRef[] =>
    step.uids.map((uid) => ({
      connectionId: connection.id,
      folder: step.folder.path,
      specialUse: step.folder.specialUse,
      uidValidity: step.uidValidity,
      uid,
      firstLook,
    }))

  async function remember(tx: Tx, epoch: number, step: Step): Promise<void> {
    const place = { uid_validity: step.uidValidity, last_uid: step.upTo, epoch, moved_at: clock.now() }
    await tx
      .insertInto('mailbox_cursor')
      .values({
        connection_id: connection.id,
        person_id: connection.personId,
        organisation_id: connection.organisationId,
        folder: step.folder.path,
        ...place,
      })
      .onConflict((same) => same.columns(['connection_id', 'folder']).doUpdateSet(place))
      .execute()
  }

  return {
    read: () =>
      storage.asTenant(programme, async (tx) => {
        const looked = await tx.selectFrom('connection').select('first_look_total').where('id', '=', connection.id).executeTakeFirst()
        if (looked === undefined || looked.first_look_total === null) return undefined
        const rows = await tx.selectFrom('mailbox_cursor').selectAll().where('connection_id', '=', connection.id).execute()
        return new Map<string, Bookmark>(
          rows.map((row) => [row.folder, { uidValidity: row.uid_validity, lastUid: row.last_uid, movedAt: row.moved_at }]),
        )
      }),

    begin: (steps) =>
      storage.asTenant(programme, async (tx) => {
        const epoch = await fence(tx)
        const refs = steps.flatMap((step) => refsOf(step, true))
        const begun = await tx
          .updateTable('connection')
          .set({ first_look_total: refs.length, first_look_left: refs.length })
          .where('id', '=', connection.id)
          .where('first_look_total', 'is', null)
          .executeTakeFirst()
        if (begun.numUpdatedRows === 0n) return
        for (const step of steps) await remember(tx, epoch, step)
        if (refs.length > 0) await onNews(tx, connection, refs)
      }),

    move: (step) =>
      storage.asTenant(programme, async (tx) => {
        const epoch = await fence(tx)
        const cursor = await tx
          .selectFrom('mailbox_cursor')
          .select(['uid_validity', 'last_uid'])
          .where('connection_id', '=', connection.id)
          .where('folder', '=', step.folder.path)
          .forUpdate()
          .executeTakeFirst()
        // A commit whose answer was lost on the way is repeated by the watch; it must not hand on twice.
        const known = cursor?.uid_validity === step.uidValidity ? cursor.last_uid : 0
        const fresh = { ...step, uids: step.uids.filter((uid) => uid > known), upTo: Math.max(known, step.upTo) }
        await remember(tx, epoch, fresh)
        if (fresh.uids.length > 0) await onNews(tx, connection, refsOf(fresh, false))
      }),
  }
}
