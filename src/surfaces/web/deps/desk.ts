/** The queue and its incidents, as staff see them. */
import type { Decision, IncidentRow, IncidentSeen, QueueFilter, QueuePage } from '#alerts'
import type { Who } from '#kernel'

export type {
  Decision,
  IncidentRow,
  IncidentSeen,
  IncidentState,
  MessageSeen,
  QueueFilter,
  QueuePage,
  Reason,
  Tone,
} from '#alerts'
export { dismissReasons } from '#alerts'

export type Desk = {
  readonly queue: (who: Who, filter: QueueFilter) => Promise<QueuePage>
  /** Rows for the export, all pages of the filter. */
  readonly exportQueue: (who: Who, filter: QueueFilter) => AsyncIterable<IncidentRow> | Promise<readonly IncidentRow[]>
  /** How many incidents that `who` may see opened or got new mail after `since`. Cheap; asked every few seconds. */
  readonly newSince: (who: Who, since: Date) => Promise<number>
  /** Writes down that it was looked at, in the same transaction. Undefined when it does not exist for `who`. */
  readonly incident: (who: Who, id: string) => Promise<IncidentSeen | undefined>
  /** False when it does not exist for `who`. Refusal `already-decided`, `cannot-merge`. */
  readonly decide: (who: Who, id: string, decision: Decision) => Promise<boolean>
}
