/**
 * Writes down what mails taught, in the transaction of whoever says that they
 * were seen. Learning the same again changes nothing.
 */
import { sql } from 'kysely'
import { masked } from '#members'
import type { Vault } from '#secrets'
import type { Storage, Tx } from '#storage'
import type { Lesson } from './lesson.ts'
import { type ConversationRow, type CorrespondentRow, rowsOf } from './rows.ts'
import { joined } from './weeks.ts'
import { ownerOf, type Whose } from './whose.ts'

export type Memory = { readonly storage: Storage; readonly vault: Vault }

/** Writes lessons down in a transaction of the programme; the same lessons again change nothing. `connectionId` is the mailbox they were read in. */
export type Teach = (tx: Tx, taught: { readonly connectionId: string; readonly lessons: readonly Lesson[] }) => Promise<void>

/** After so many mails nobody asks how many more there were. */
const countedTo = 1000

/** Opens the memory for writing, with its owner's key. Call it outside a transaction. */
export async function openTeaching({ vault }: Pick<Memory, 'vault'>, whose: Whose): Promise<Teach> {
  const sealer = await vault.sealer(ownerOf(whose))
  return async (tx, { connectionId, lessons }) => {
    if (lessons.length === 0) return
    const addresses = await tx
      .selectFrom('account')
      .select('address_folded')
      .where('person_id', '=', whose.personId)
      .where('removed_at', 'is', null)
      .execute()
    const own = new Set(addresses.map(({ address_folded }) => address_folded))
    const { correspondents, conversations } = rowsOf(lessons, { vault, sealer, whose, own, mask: masked })
    // First, as the warm-up has it: in the other order each could hold what the other waits for.
    await tx
      .updateTable('warm_up')
      .set({ mails: sql<number>`least(mails + ${lessons.length}::integer, ${countedTo}::integer)` })
      .where('connection_id', '=', connectionId)
      .where('mails', '<', countedTo)
      .execute()
    if (correspondents.length > 0) await keepCorrespondents(tx, correspondents)
    if (conversations.length > 0) await keepConversations(tx, conversations)
  }
}

async function keepCorrespondents(tx: Tx, rows: readonly CorrespondentRow[]): Promise<void> {
  const weeks = rows.map(({ lastOn, heard, wrote }) => {
    const none = { on: lastOn, bits: 0 }
    return { heard: joined(none, heard).bits, wrote: joined(none, wrote).bits }
  })
  await sql`
    insert into bellwether.correspondent as c
      (hash, organisation_id, person_id, kind, elsewhere, hint, first_on, last_on, heard_weeks, wrote_weeks)
    select * from unnest(
      ${rows.map(({ hash }) => hash)}::bytea[], ${rows.map(({ scope }) => scope.organisation)}::uuid[], ${rows.map(({ scope }) => scope.person)}::uuid[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ elsewhere }) => elsewhere)}::bytea[], ${rows.map(({ hint }) => hint)}::bytea[],
      ${rows.map(({ firstOn }) => firstOn)}::date[], ${rows.map(({ lastOn }) => lastOn)}::date[],
      ${weeks.map(({ heard }) => heard)}::bigint[], ${weeks.map(({ wrote }) => wrote)}::bigint[])
    on conflict (hash) do update set
      first_on = least(c.first_on, excluded.first_on),
      last_on = greatest(c.last_on, excluded.last_on),
      heard_weeks = bellwether.joined_weeks(c.last_on, c.heard_weeks, excluded.last_on, excluded.heard_weeks),
      wrote_weeks = bellwether.joined_weeks(c.last_on, c.wrote_weeks, excluded.last_on, excluded.wrote_weeks)
    where c.first_on > excluded.first_on or c.last_on < excluded.last_on
      or bellwether.joined_weeks(c.last_on, c.heard_weeks, excluded.last_on, excluded.heard_weeks) <> c.heard_weeks
      or bellwether.joined_weeks(c.last_on, c.wrote_weeks, excluded.last_on, excluded.wrote_weeks) <> c.wrote_weeks`.execute(tx)
}

async function keepConversations(tx: Tx, rows: readonly ConversationRow[]): Promise<void> {
  await sql`
    insert into bellwether.conversation as c (hash, organisation_id, person_id, members, answered, last_on)
    select hash, organisation, person, bellwether.joined_members(members, ''::bytea), answered, last_on from unnest(
      ${rows.map(({ hash }) => hash)}::bytea[], ${rows.map(({ scope }) => scope.organisation)}::uuid[], ${rows.map(({ scope }) => scope.person)}::uuid[],
      ${rows.map(({ members }) => Buffer.concat(members))}::bytea[], ${rows.map(({ answered }) => answered)}::boolean[],
      ${rows.map(({ lastOn }) => lastOn)}::date[])
      as fresh(hash, organisation, person, members, answered, last_on)
    on conflict (hash) do update set
      members = bellwether.joined_members(c.members, excluded.members), answered = c.answered or excluded.answered,
      last_on = greatest(c.last_on, excluded.last_on)
    where c.answered < excluded.answered or c.last_on < excluded.last_on or bellwether.joined_members(c.members, excluded.members) <> c.members`.execute(
    tx,
  )
}
