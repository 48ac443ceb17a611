/** Allow and block lists, and lists of the operator's own that rules ask. */
import { record } from '#audit'
import type { Who } from '#kernel'
import { type ReadList, readList } from '#mail'
import { before, containing, type Paged, paged, pageSize } from '#members'
import { type Tx, uuid } from '#storage'
import type { OwnRulesDeps } from './deps.ts'
import { changed } from './own-state.ts'
import { listsTooLong, nothingInList } from './refusals.ts'

export type ListEntrySeen = {
  readonly id: string
  readonly list: string
  readonly kind: string
  readonly written: string
  readonly reason: string
  /** `2027-01-31`: counts until the end of that day. */
  readonly expires?: string
  readonly addedAt: Date
}

export type ListTaken = { readonly added: number; readonly refused: ReadList['refused'] }

const most = 100_000
const atOnce = 1000

const rows = (tx: Tx, search: string) =>
  tx
    .selectFrom('own_list_entry')
    .$if(search.trim() !== '', (all) =>
      all.where((where) => where.or([where('written', 'ilike', containing(search)), where('reason', 'ilike', containing(search))])),
    )

const columns = ['id', 'list', 'kind', 'written', 'reason', 'expires', 'added_at'] as const

export async function listEntries(
  { storage }: OwnRulesDeps,
  who: Who,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<Paged<ListEntrySeen>> {
  return storage.asTenant(who, async (tx) => {
    const { count } = await rows(tx, search)
      .select((all) => all.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    const found = await rows(tx, search)
      .select(columns)
      .orderBy('list')
      .orderBy('written')
      .orderBy('id')
      .limit(pageSize)
      .offset(before(page))
      .execute()
    return paged(found.map(seen), Number(count), page)
  })
}

type Row = { id: string; list: string; kind: string; written: string; reason: string; expires: string | null; added_at: Date }
const seen = ({ added_at, expires, ...row }: Row): ListEntrySeen => ({ ...row, addedAt: added_at, ...(expires !== null && { expires }) })

/** All of them, for a file; written down. */
export const exportLists = ({ storage, clock }: OwnRulesDeps, who: Who): Promise<readonly ListEntrySeen[]> =>
  storage.asTenant(who, async (tx) => {
    const all = await rows(tx, '').select(columns).orderBy('list').orderBy('written').execute()
    await record(tx, clock, { actor: who, action: 'own-list.export', subject: 'own-list', details: { rows: all.length } })
    return all.map(seen)
  })

/** Takes entries in; one that is there gets the new reason and day. Refusal `nothing-in-list` names the first line that is wrong. */
export async function takeList({ storage, clock }: OwnRulesDeps, who: Who, list: string, text: string): Promise<ListTaken> {
  const { entries, refused } = readList(text, list)
  const [wrong] = refused
  if (entries.length === 0) throw nothingInList(wrong)
  const now = clock.now()
  const by = who.kind === 'programme' ? null : who.personId
  await storage.asTenant(who, async (tx) => {
    for (let at = 0; at < entries.length; at += atOnce) {
      const values = entries.slice(at, at + atOnce).map(({ list: to, kind, written, folded, reason, expires }) => ({
        id: uuid(),
        list: to,
        kind,
        written,
        folded,
        reason,
        expires: expires ?? null,
        added_at: now,
        added_by: by,
      }))
      await tx
        .insertInto('own_list_entry')
        .values(values)
        .onConflict((found) =>
          found.columns(['kind', 'folded', 'list']).doUpdateSet((set) => ({
            written: set.ref('excluded.written'),
            reason: set.ref('excluded.reason'),
            expires: set.ref('excluded.expires'),
            added_at: now,
            added_by: by,
          })),
        )
        .execute()
    }
    const { count } = await rows(tx, '')
      .select((all) => all.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) > most) throw listsTooLong(most)
    await changed(tx, clock)
    await record(tx, clock, { actor: who, action: 'own-list.take', subject: `own-list/${list}`, details: { entries: entries.length } })
  })
  return { added: entries.length, refused }
}

/** False when it does not exist for `who`. */
export const removeListEntry = ({ storage, clock }: OwnRulesDeps, who: Who, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('own_list_entry').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await changed(tx, clock)
    await record(tx, clock, { actor: who, action: 'own-list.remove', subject: `own-list-entry/${id}` })
    return true
  })
