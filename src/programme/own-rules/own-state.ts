/**
 * All that the engine is given, and the mark by which another process sees that it changed: a row of the settings that each change writes
 * anew in its own transaction.
 */
import { z } from 'zod'
import type { Clock, Language } from '#kernel'
import { type Indicator, type ListEntry, listKinds, nothingOwn, type OwnSet, ownSetSchema } from '#mail'
import { type Tx, uuid } from '#storage'

const ownStateName = 'own-rules'

/** Said in the transaction of a change: what was read before is old. */
export async function changed(tx: Tx, clock: Clock): Promise<void> {
  const row = { name: ownStateName, value: JSON.stringify({ mark: uuid() }), changed_at: clock.now(), changed_by: null }
  await tx
    .insertInto('setting')
    .values(row)
    .onConflict((found) => found.column('name').doUpdateSet(row))
    .execute()
}

export type OwnState = {
  /** Empty before the first change. */
  readonly mark: string
  readonly set: OwnSet
  /** Headlines by a rule's name, of those that are off too: past findings are told by them. */
  readonly titles: ReadonlyMap<string, Titles>
}

type Titles = Partial<Readonly<Record<Language, string>>>

/** All of them are held by every thread. */
export const mostIndicators = 100_000

const indicatorSchema = ownSetSchema.shape.indicators.element
const markSchema = z.object({ mark: z.string() })
export const titlesSchema = z.record(z.string(), z.string())

/** Read by so many, so that pages of the same process are served between. */
const atOnce = 5000

/** All rows, `read` by the page behind the last one's id. */
async function inPages<Row extends { readonly id: string }>(read: (after: string) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const all: Row[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await read(after)
    all.push(...rows)
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return all
    after = last.id
  }
}

/** Entries whose day has not passed. */
async function listsNow(tx: Tx, now: Date): Promise<readonly ListEntry[]> {
  const rows = await inPages((after) =>
    tx
      .selectFrom('own_list_entry')
      .select(['id', 'list', 'kind', 'folded as value', 'reason'])
      .where((where) => where.or([where('expires', 'is', null), where('expires', '>=', now.toISOString().slice(0, 10))]))
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute(),
  )
  return rows.flatMap(({ id: _, kind, ...row }) => {
    const known = listKinds.find((one) => one === kind)
    return known === undefined ? [] : [{ ...row, kind: known }]
  })
}

async function indicatorsNow(tx: Tx, now: Date): Promise<readonly Indicator[]> {
  const columns = ['own_indicator.id', 'kind', 'value', 'also', 'confidence', 'own_feed.name as source'] as const
  const rows = await inPages(async (after) => {
    const page = await tx
      .selectFrom('own_indicator')
      .innerJoin('own_feed', 'own_feed.id', 'own_indicator.feed_id')
      .select(columns)
      .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', now)]))
      .where('own_indicator.id', '>', after)
      .orderBy('own_indicator.id')
      .limit(atOnce)
      .execute()
    return page.map(({ id, ...row }) => ({ id, ...indicatorSchema.parse(row) }))
  })
  return rows.map(({ id: _, ...indicator }) => indicator)
}

/** The state as it stands; undefined when it is still the one of `mark`. */
export async function ownState(tx: Tx, now: Date, mark: string | undefined): Promise<OwnState | undefined> {
  const row = await tx.selectFrom('setting').select('value').where('name', '=', ownStateName).executeTakeFirst()
  const there = row === undefined ? '' : markSchema.parse(row.value).mark
  if (there === mark) return undefined
  if (there === '') return { mark: there, set: nothingOwn, titles: new Map() }
  const rules = await tx.selectFrom('own_rule').select(['name', 'titles', 'source', 'is_on']).orderBy('name').execute()
  return {
    mark: there,
    set: {
      rules: rules.filter(({ is_on }) => is_on).map(({ source }) => source),
      lists: await listsNow(tx, now),
      indicators: await indicatorsNow(tx, now),
    },
    titles: new Map(rules.map(({ name, titles }) => [name, titlesSchema.parse(titles)])),
  }
}
