/** The queue and its incidents, as staff see them. */
import type { Evidence, NoticeLevel, Severity, Who } from '#kernel'
import type { Paged } from './paged.ts'

export type IncidentState = 'open' | 'confirmed' | 'dismissed' | 'merged'

export type IncidentRow = {
  readonly id: string
  readonly title: string
  /** The people reached, in words: `D. Cole` or `D. Cole and 2 more`. */
  readonly who: string
  readonly organisation?: string
  readonly level: NoticeLevel
  readonly severity: Severity
  readonly state: IncidentState
  readonly messages: number
  readonly lastMessageAt: Date
  /** `page-only`: no other address of theirs is known, so the notice waits where they sign in. */
  readonly told: 'nobody' | 'waiting' | 'told' | 'read' | 'page-only' | 'undelivered'
}

export type QueueFilter = {
  readonly state: 'open' | 'confirmed' | 'dismissed' | 'all'
  readonly level?: NoticeLevel
  readonly search: string
  readonly page: number
}

export type QueuePage = Paged<IncidentRow> & {
  readonly states: Readonly<Record<QueueFilter['state'], number>>
  /** Open ones by level. */
  readonly levels: Readonly<Record<NoticeLevel, number>>
  readonly figures: {
    readonly organisations: number
    readonly peopleWatched: number
    readonly mailsToday: number
    readonly blind: number
  }
}

/** One reason: the sentence and what it was read from. */
export type Reason = { readonly says: string; readonly severity: Severity; readonly evidence: readonly Evidence[] }

export type Tone = 'calm' | 'care' | 'danger' | 'plain'

/** An attacker's mail as harmless values; pages show it in the evidence face only. */
export type MessageSeen = {
  readonly arrivedAt: Date
  readonly from: string
  readonly replyTo?: string
  readonly to: string
  readonly subject: string
  readonly date?: string
  readonly text: string
  /** Already defanged. */
  readonly links: readonly { readonly text: string; readonly target: string; readonly innermostHost: string }[]
  readonly headers: readonly { readonly name: string; readonly says: string }[]
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly sizeBytes: number }[]
}

export type IncidentSeen = {
  readonly id: string
  readonly title: string
  readonly level: NoticeLevel
  readonly severity: Severity
  readonly state: IncidentState
  readonly technique: readonly string[]
  readonly origin: 'mailbox' | 'report' | 'first-look'
  readonly organisation?: { readonly id: string; readonly name: string }
  readonly mergedInto?: string
  readonly messages: number
  readonly openedAt: Date
  readonly people: readonly { readonly name: string; readonly address: string; readonly messages: number; readonly firstAt: Date }[]
  readonly story: readonly { readonly at: Date; readonly tone: Tone; readonly fact: string; readonly meaning: string }[]
  /** At most three. */
  readonly reasons: readonly Reason[]
  /** The message shown, and the others of the campaign by number. */
  readonly message?: MessageSeen
  readonly notices: readonly {
    readonly person: string
    readonly level: NoticeLevel
    readonly decidedAt: Date
    readonly readAt?: Date
    readonly deliveries: readonly { readonly channel: 'mail' | 'home'; readonly to: string; readonly state: string; readonly at?: Date }[]
  }[]
  readonly steps: readonly { readonly at: Date; readonly by: string; readonly step: string; readonly reason: string }[]
  /** Open incidents of the same owner that it could be merged into. */
  readonly others: readonly { readonly id: string; readonly title: string }[]
}

export const dismissReasons = ['honest-mail', 'our-own-test', 'duplicate', 'not-enough'] as const
export type DismissReason = (typeof dismissReasons)[number]

export type Decision =
  | { readonly step: 'confirm'; readonly reason: string }
  | { readonly step: 'dismiss'; readonly why: DismissReason; readonly reason: string }
  | { readonly step: 'reopen'; readonly reason: string }
  | { readonly step: 'note'; readonly reason: string }
  | { readonly step: 'merge'; readonly into: string; readonly reason: string }

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
