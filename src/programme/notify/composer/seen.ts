/** Composed notices as the desk sees them. */
import type { NoticeLevel, Staff } from '#kernel'
import type { Tx } from '#storage'
import type { NotifyDeps } from '../deps.ts'
import { audienceName } from './audience.ts'
import { type AudienceKind, type Composition, compositionOf } from './composition.ts'
import { type Preview, previewsOf } from './preview.ts'
import { isReady } from './send.ts'

export type CompositionRow = Pick<Composition, 'id' | 'state' | 'changedAt' | 'people'> & {
  readonly level: NoticeLevel
  readonly headline: string
  readonly audienceKind: AudienceKind
  readonly audienceName: string
  readonly by: string
}

export type CompositionSeen = CompositionRow &
  Pick<Composition, 'wordings' | 'steps' | 'audience'> & {
    readonly isMine: boolean
    readonly isReady: boolean
    /** Who agreed; empty while nobody did. */
    readonly approvedBy: string
    readonly previews: readonly Preview[]
    /** Notices that stand already. */
    readonly told: number
  }

const mostRows = 100

/** The newest first. */
export const compositions = ({ storage }: Pick<NotifyDeps, 'storage'>, who: Staff): Promise<readonly CompositionRow[]> =>
  storage.asTenant(who, async (tx) => {
    const rows = await tx.selectFrom('composition').selectAll().orderBy('changed_at', 'desc').limit(mostRows).execute()
    const names = await namesOf(
      tx,
      rows.map(({ made_by }) => made_by),
    )
    const seen: CompositionRow[] = []
    for (const row of rows) seen.push(await rowOf(tx, compositionOf(row), names))
    return seen
  })

/** Undefined when it does not exist for `who`. */
export async function compositionSeen(deps: NotifyDeps, who: Staff, id: string): Promise<CompositionSeen | undefined> {
  const found = await deps.storage.asTenant(who, async (tx) => {
    const row = await tx.selectFrom('composition').selectAll().where('id', '=', id).executeTakeFirst()
    if (row === undefined) return undefined
    const composition = compositionOf(row)
    const names = await namesOf(tx, [row.made_by, ...(row.approved_by === null ? [] : [row.approved_by])])
    return { composition, seen: await rowOf(tx, composition, names), approvedBy: names.get(row.approved_by ?? '') ?? '' }
  })
  if (found === undefined) return undefined
  const { composition, seen, approvedBy } = found
  const { wordings, steps, audience, madeBy } = composition
  return {
    ...{ ...seen, wordings, steps, audience, approvedBy, isMine: madeBy === who.personId, isReady: isReady(composition) },
    ...{ previews: await previewsOf(deps, composition), told: await toldOf(deps, id) },
  }
}

/** Counted as the programme: an analyst sees no notice of a personal matter. */
const toldOf = ({ storage }: NotifyDeps, id: string): Promise<number> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { told } = await tx
      .selectFrom('notice')
      .select((columns) => columns.fn.countAll<string>().as('told'))
      .where('composition_id', '=', id)
      .executeTakeFirstOrThrow()
    return Number(told)
  })

async function rowOf(tx: Tx, composition: Composition, names: ReadonlyMap<string, string>): Promise<CompositionRow> {
  const { id, state, changedAt, people, level, wordings, audience, madeBy } = composition
  return {
    ...{ id, state, changedAt, people, level, headline: wordings.en.headline, by: names.get(madeBy) ?? '' },
    ...{ audienceKind: audience.kind, audienceName: await audienceName(tx, audience) },
  }
}

async function namesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', personIds).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
