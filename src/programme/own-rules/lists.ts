/** Allow and block lists, and lists of the operator's own that rules ask. */
import { createHash } from 'node:crypto'
import { record } from '#audit'
import { personOf, type Who } from '#kernel'
import type { Doubt, ReadList } from '#mail'
import { before, containing, type Paged, paged, pageSize, thoseNear } from '#members'
import { type Tx, uuid } from '#storage'
import type { OwnRulesDeps, ReadFiles } from './deps.ts'
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

/** Nothing was taken in yet: these would hit honest mail. Who gives `sure` back with the same entries wants them all the same. */
export type ListDoubted = { readonly doubts: readonly Doubt[]; readonly sure: string }

export type ListGiven = {
  /** Where entries go that do not say. */
  readonly list: string
  readonly text: string
  /** From the answer that doubted them; empty at first. */
  readonly sure: string
}

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

/**
 * Takes entries in; one that is there gets the new reason and day. Entries that would hit our own people, those they deal with or very large senders are
 * asked about first. Refusal `nothing-in-list` names the first line that is wrong.
 */
export async function takeList(
  { storage, clock, files }: OwnRulesDeps & { readonly files: ReadFiles },
  who: Who,
  { list, text, sure }: ListGiven,
): Promise<ListTaken | ListDoubted> {
  const near = await storage.asTenant(who, thoseNear)
  const { entries, refused, doubts } = await files.list(text, list, near)
  const [wrong] = refused
  if (entries.length === 0) throw nothingInList(wrong)
  const named = markOf(doubts)
  if (doubts.length > 0 && sure !== named) return { doubts, sure: named }
  const now = clock.now()
  const by = personOf(who)
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
    await record(tx, clock, {
      actor: who,
      action: 'own-list.take',
      subject: `own-list/${list}`,
      details: { entries: entries.length, doubted: doubts.length },
    })
  })
  return { added: entries.length, refused }
}

/** What was shown is what is agreed to: another doubtful entry in the text makes another mark. */
const markOf = (doubts: readonly Doubt[]): string => createHash('sha256').update(JSON.stringify(doubts)).digest('base64url')

/** False when it does not exist for `who`. */
export const removeListEntry = ({ storage, clock }: OwnRulesDeps, who: Who, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('own_list_entry').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await changed(tx, clock)
    await record(tx, clock, { actor: who, action: 'own-list.remove', subject: `own-list-entry/${id}` })
    return true
  })
