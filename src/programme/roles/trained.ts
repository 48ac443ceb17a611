/** What a trainer reads: which organisations take part, how many people in which language, and whom to write to there. No table opens to them. */
import { sql } from 'kysely'
import type { Trainer } from '#kernel'
import { before, type MembersDeps, type Paged, paged, pageSize } from '#members'
import { listOf, textOf } from './json.ts'

export type TrainedOrganisation = {
  readonly id: string
  readonly name: string
  readonly people: number
  /** Most first. */
  readonly languages: readonly { readonly language: string; readonly people: number }[]
  readonly administrators: readonly { readonly name: string; readonly address: string }[]
}

type Row = {
  readonly id: string
  readonly name: string
  readonly people: string
  readonly languages: Readonly<Record<string, number>>
  readonly administrators: unknown
  readonly total: number
}

/** By name. */
export const trainedOrganisations = (
  { storage }: Pick<MembersDeps, 'storage'>,
  who: Trainer,
  { page }: { readonly page: number },
): Promise<Paged<TrainedOrganisation>> =>
  storage.asTenant(who, async (tx) => {
    const { rows } = await sql<Row>`select *, (count(*) over ())::int as total from bellwether.trained_organisations()
      order by lower(name), id limit ${pageSize} offset ${before(page)}`.execute(tx)
    const seen = rows.map(({ id, name, people, languages, administrators }) => ({
      ...{ id, name, people: Number(people) },
      languages: Object.entries(languages)
        .map(([language, count]) => ({ language, people: count }))
        .sort((one, other) => other.people - one.people),
      administrators: listOf(administrators).map((one) => ({ name: textOf(one, 'name'), address: textOf(one, 'address') })),
    }))
    return paged(seen, rows[0]?.total ?? 0, page)
  })
