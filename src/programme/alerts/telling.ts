/** What this room says to whoever delivers notices. A room below cannot call one above, so it is a port: notify has the real one. */
import type { Finding, NoticeLevel } from '#kernel'
import type { Tx } from '#storage'

export type Telling = {
  readonly personId: string
  readonly kind: 'incident' | 'organisation-told'
  readonly incidentId: string
  readonly level: NoticeLevel
  /** The organisation whose matter it is; null for a personal one. */
  readonly organisationId: string | null
  /** The account that was reached: never the only place where its person is told. */
  readonly subjectAccountId: string
  /** Whose mailbox was reached, for an administrator who is told of it. */
  readonly reachedPersonId: string
  /** The rule that headlines it. */
  readonly headline: string
  /** At most three, most telling first. */
  readonly reasons: readonly Finding[]
  /** As the attacker wrote them. */
  readonly from: string
  readonly subject: string
  readonly arrivedAt: Date
}

/** Writes the notice and its deliveries into the transaction; called once an incident and person. */
export type Tell = (tx: Tx, telling: Telling) => Promise<void>

/** Fetches what telling these people needs (their keys), outside any transaction; the result is used in one. */
export type Teller = (personIds: readonly string[]) => Promise<Tell>
