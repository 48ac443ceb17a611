/**
 * How far a mailbox was read, as the watch of one mailbox asks for it. The
 * keeper (cursor.ts) stores it in the transaction that enqueues the jobs; a
 * test may keep it in memory.
 */
import type { WatchedFolder } from './folders.ts'

export type Bookmark = {
  readonly uidValidity: number
  /** Every message with a UID up to this one was handed on. */
  readonly lastUid: number
  readonly movedAt: Date
}

/** One folder's way forward: hand on `uids`, then remember `upTo`. */
export type Step = {
  readonly folder: WatchedFolder
  readonly uidValidity: number
  readonly uids: readonly number[]
  readonly upTo: number
}

export type Bookmarks = {
  /** Where each folder stands, by path; undefined before the first look. Asked once a session. */
  read(): Promise<ReadonlyMap<string, Bookmark> | undefined>
  /** The whole first look in one transaction, or none of it. */
  begin(steps: readonly Step[]): Promise<void>
  /** Hands on and remembers in one transaction. UIDs that were handed on before are left out. */
  move(step: Step): Promise<void>
}
