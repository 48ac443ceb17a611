/** One application as it is kept, and reading it by its link. */
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { type Language, languages } from '#kernel'
import { hashOfToken } from '#members'
import type { Tables, Tx } from '#storage'
import { type Answers, answersSchema } from './answers.ts'
import { type Doubt, doubtKinds } from './assess.ts'

export type ApplicationState = Tables['application']['state']
export const openStates: readonly ApplicationState[] = ['draft', 'checking', 'with-a-person']

export const isClosed = (state: ApplicationState): boolean => state === 'accepted' || state === 'refused'

export type Application = {
  readonly id: string
  readonly state: ApplicationState
  readonly language: Language
  readonly answers: Answers
  readonly isContactProven: boolean
  readonly points: number
  readonly doubts: readonly Doubt[]
  /** The rules it was last held against, and those that spoke. */
  readonly programme?: z.infer<typeof programmeSchema>
  readonly begunAt: Date
  readonly submittedAt?: Date
  readonly checkedAt?: Date
  readonly decidedAt?: Date
  readonly organisationId?: string
}

const doubtsSchema = z.array(z.object({ kind: z.enum(doubtKinds), facts: z.record(z.string(), z.string()) }))
const said = z.object({ en: z.string(), es: z.string().exactOptional(), fr: z.string().exactOptional(), de: z.string().exactOptional() })
const programmeSchema = z.object({
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  rules: z.array(z.object({ id: z.string(), says: said, effect: z.enum(['refuses', 'asks', 'admits']) })).readonly(),
})

type Row = Selectable<Tables['application']>

export function applicationOf(row: Row): Application {
  const programme = programmeSchema.safeParse(row.programme)
  return {
    id: row.id,
    state: row.state,
    language: languages.find((one) => one === row.language) ?? 'en',
    answers: answersSchema.parse(row.answers),
    isContactProven: row.contact_proven_at !== null,
    points: row.points,
    doubts: doubtsSchema.parse(row.reasons),
    ...(programme.success && { programme: programme.data }),
    begunAt: row.begun_at,
    ...(row.submitted_at && { submittedAt: row.submitted_at }),
    ...(row.checked_at && { checkedAt: row.checked_at }),
    ...(row.decided_at && { decidedAt: row.decided_at }),
    ...(row.organisation_id && { organisationId: row.organisation_id }),
  }
}

/** The application whose link this is, locked until `tx` ends, so that two tabs answer one after the other. */
export async function byToken(tx: Tx, token: string): Promise<Application | undefined> {
  const row = await tx.selectFrom('application').selectAll().where('token_hash', '=', hashOfToken(token)).forUpdate().executeTakeFirst()
  return row && applicationOf(row)
}

export async function byId(tx: Tx, id: string): Promise<Application | undefined> {
  const row = await tx.selectFrom('application').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && applicationOf(row)
}
