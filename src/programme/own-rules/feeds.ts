/** Files of indicators that were taken in: STIX 2.1 bundles and MISP events. */
import { z } from 'zod'
import { record } from '#audit'
import { personOf, type Who } from '#kernel'
import type { LeftOut } from '#mail'
import { before, containing, type Paged, paged, pageSize } from '#members'
import { type Tx, uuid } from '#storage'
import type { OwnRulesDeps, ReadFiles } from './deps.ts'
import { changed, mostIndicators } from './own-state.ts'
import { feedNotRight, noIndicators, tooManyIndicators } from './refusals.ts'

export type FeedSeen = {
  readonly id: string
  readonly name: string
  readonly format: 'stix' | 'misp'
  readonly count: number
  readonly leftOut: readonly LeftOut[]
  readonly addedAt: Date
}

export type IndicatorSeen = {
  readonly kind: string
  readonly value: string
  readonly confidence: number
  readonly feed: string
  readonly validUntil?: Date
}

const atOnce = 2000
const leftOutSchema = z.array(z.object({ why: z.string(), count: z.number(), examples: z.array(z.string()) }))

/** Newest first. */
export const feeds = ({ storage }: OwnRulesDeps, who: Who): Promise<readonly FeedSeen[]> =>
  storage.asTenant(who, async (tx) => {
    const rows = await tx
      .selectFrom('own_feed')
      .select((all) => [
        'id',
        'name',
        'format',
        'left_out',
        'added_at',
        all
          .selectFrom('own_indicator')
          .whereRef('own_indicator.feed_id', '=', 'own_feed.id')
          .select((one) => one.fn.countAll<number>().as('count'))
          .as('count'),
      ])
      .orderBy('added_at', 'desc')
      .limit(200)
      .execute()
    return rows.map(({ id, name, format, left_out, added_at, count }) => ({
      id,
      name,
      format,
      count: Number(count ?? 0),
      leftOut: leftOutSchema.parse(left_out),
      addedAt: added_at,
    }))
  })

const found = (tx: Tx, search: string) =>
  tx
    .selectFrom('own_indicator')
    .innerJoin('own_feed', 'own_feed.id', 'own_indicator.feed_id')
    .$if(search.trim() !== '', (all) => all.where('own_indicator.value', 'ilike', containing(search)))

export async function indicatorsFound(
  { storage }: OwnRulesDeps,
  who: Who,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<Paged<IndicatorSeen>> {
  return storage.asTenant(who, async (tx) => {
    const { count } = await found(tx, search)
      .select((all) => all.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const rows = await found(tx, search)
      .select([
        'own_indicator.kind',
        'own_indicator.value',
        'own_indicator.confidence',
        'own_indicator.valid_until',
        'own_feed.name as feed',
      ])
      .orderBy('own_indicator.value')
      .orderBy('own_indicator.id')
      .limit(pageSize)
      .offset(before(page))
      .execute()
    const seen = rows.map(
      ({ valid_until, ...row }): IndicatorSeen => ({ ...row, ...(valid_until !== null && { validUntil: valid_until }) }),
    )
    return paged(seen, Number(count), page)
  })
}

/** Takes a file in; answers its id. Refusals `feed-not-right`, `no-indicators`, `too-many-indicators`. */
export async function takeFeed(
  { storage, clock, files }: OwnRulesDeps & { readonly files: ReadFiles },
  who: Who,
  name: string,
  text: string,
): Promise<string> {
  const called = name.replace(/\s+/g, ' ').trim().slice(0, 80)
  if (called === '') throw feedNotRight('Give the file a name: readers are told who knows of the attack.')
  // Read between two transactions: a file of 16 MB takes seconds, and nobody's rows wait for it.
  const organisations = await storage.asTenant(who, (tx) => tx.selectFrom('organisation').select('domains').execute())
  const ownDomains = organisations.flatMap(({ domains }) => domains)
  const read = await files.indicators(text, ownDomains, clock.now())
  if ('says' in read) throw feedNotRight(read.says)
  const { indicators, refused, format } = read
  if (indicators.length === 0) throw noIndicators(refused[0]?.why)
  return storage.asTenant(who, async (tx) => {
    const { count } = await found(tx, '')
      .select((all) => all.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) + indicators.length > mostIndicators) throw tooManyIndicators(mostIndicators)
    const id = uuid()
    const by = personOf(who)
    await tx
      .insertInto('own_feed')
      .values({ id, name: called, format, left_out: JSON.stringify(refused), added_at: clock.now(), added_by: by })
      .execute()
    for (let at = 0; at < indicators.length; at += atOnce) {
      const values = indicators.slice(at, at + atOnce).map(({ kind, value, also, confidence, validUntil }) => ({
        id: uuid(),
        feed_id: id,
        kind,
        value,
        also: JSON.stringify(also),
        confidence: Math.round(confidence),
        valid_until: validUntil ?? null,
      }))
      await tx.insertInto('own_indicator').values(values).execute()
    }
    await changed(tx, clock)
    await record(tx, clock, { actor: who, action: 'own-feed.take', subject: `own-feed/${id}`, details: { indicators: indicators.length } })
    return id
  })
}

/** The indicators of one file, as they are used; written down. Undefined when it does not exist for `who`. */
export const exportFeed = ({ storage, clock }: OwnRulesDeps, who: Who, id: string): Promise<unknown> =>
  storage.asTenant(who, async (tx) => {
    const feed = await tx.selectFrom('own_feed').select(['name', 'format', 'left_out']).where('id', '=', id).executeTakeFirst()
    if (feed === undefined) return undefined
    const columns = ['kind', 'value', 'also', 'confidence', 'valid_until'] as const
    const indicators = await tx.selectFrom('own_indicator').select(columns).where('feed_id', '=', id).orderBy('value').execute()
    await record(tx, clock, { actor: who, action: 'own-feed.export', subject: `own-feed/${id}`, details: { rows: indicators.length } })
    return { ...feed, indicators }
  })

/** False when it does not exist for `who`. */
export const removeFeed = ({ storage, clock }: OwnRulesDeps, who: Who, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('own_feed').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await changed(tx, clock)
    await record(tx, clock, { actor: who, action: 'own-feed.remove', subject: `own-feed/${id}` })
    return true
  })
