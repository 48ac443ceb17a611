/** A notice that the staff write, as it is kept. */
import type { NoticeLevel } from '#kernel'
import type { Tx } from '#storage'
import { type ComposedStep, composedSteps } from './composed-steps.ts'
import { type ComposedWordings, composedWordings } from './composed-wordings.ts'

export const audienceKinds = ['person', 'organisation', 'incident', 'everybody'] as const
export type AudienceKind = (typeof audienceKinds)[number]

/** Whom it is for: one person, the people of an organisation, everybody whom an incident reached, or all of the programme. */
export type Audience = { readonly kind: AudienceKind; readonly id: string | null }

export type CompositionState = 'draft' | 'asked' | 'sending' | 'sent' | 'withdrawn'

export type Composition = {
  readonly id: string
  readonly audience: Audience
  readonly level: NoticeLevel
  readonly wordings: ComposedWordings
  readonly steps: readonly ComposedStep[]
  readonly state: CompositionState
  readonly madeBy: string
  readonly changedAt: Date
  /** How many it was to tell when it was asked for or sent. */
  readonly people: number | null
  readonly approvedBy: string | null
  readonly sentAt: Date | null
}

const readSteps = (steps: readonly string[]): readonly ComposedStep[] =>
  steps.flatMap((step) => composedSteps.find((one) => one === step) ?? [])

type Row = Awaited<ReturnType<typeof rows>>[number]

const rows = (tx: Tx) => tx.selectFrom('composition').selectAll().execute()

export const compositionOf = (row: Row): Composition => ({
  ...{ id: row.id, audience: { kind: row.audience, id: row.audience_id }, level: row.level },
  ...{ wordings: composedWordings.parse(row.wordings), steps: readSteps(row.steps), state: row.state },
  ...{ madeBy: row.made_by, changedAt: row.changed_at, people: row.people, approvedBy: row.approved_by, sentAt: row.sent_at },
})

/** Held until `tx` ends; undefined where whoever asks has none such. */
export async function holdComposition(tx: Tx, id: string): Promise<Composition | undefined> {
  const row = await tx.selectFrom('composition').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && compositionOf(row)
}
