/**
 * How far the old mail of a mailbox was read for what it teaches: a row a
 * connection, moved in the transaction that writes down what was learnt, so
 * that a warm-up goes on where it was cut off.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#storage'
import type { Whose } from './whose.ts'

const folderSchema = z.object({
  path: z.string(),
  /** Whether it holds what the person wrote. */
  sent: z.boolean(),
  uidValidity: z.number().exactOptional(),
  /** Messages from this UID on were read. */
  below: z.number().exactOptional(),
  done: z.boolean(),
})
export type WarmUpFolder = z.infer<typeof folderSchema>

export type WarmUp = {
  readonly connectionId: string
  readonly whose: Whose
  readonly begunAt: Date
  /** Undefined until the folders were listed. */
  readonly folders: readonly WarmUpFolder[] | undefined
}

/** Mailboxes whose first look is over and whose warm-up has not begun, each begun now. At most `most`. */
export async function beginWarmUps(tx: Tx, now: Date, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into bellwether.warm_up (connection_id, person_id, organisation_id, begun_at)
    select k.id, k.person_id, k.organisation_id, ${now}::timestamptz from bellwether.connection k
      where k.state = 'watching' and k.first_look_left = 0 and k.reads = 'all'
        and not exists (select from bellwether.warm_up w where w.connection_id = k.id)
      order by k.created_at limit ${most}
    on conflict (connection_id) do nothing returning connection_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The warm-up of a live mailbox, its row locked; undefined when it is over, or the mailbox is no longer connected. */
export async function openWarmUp(tx: Tx, connectionId: string): Promise<WarmUp | undefined> {
  const row = await tx
    .selectFrom('warm_up')
    .innerJoin('connection', 'connection.id', 'warm_up.connection_id')
    .select(['warm_up.person_id', 'warm_up.organisation_id', 'warm_up.folders', 'warm_up.begun_at'])
    .where('connection_id', '=', connectionId)
    .where('connection.ended_at', 'is', null)
    .where('finished_at', 'is', null)
    .forUpdate('warm_up')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    connectionId,
    whose: { personId: row.person_id, organisationId: row.organisation_id },
    begunAt: row.begun_at,
    folders: row.folders === null ? undefined : z.array(folderSchema).parse(row.folders),
  }
}

/** Notes how far it came; finished once no folder is left. Answers whether it is. */
export async function moveWarmUp(
  tx: Tx,
  { connectionId, folders, now }: { readonly connectionId: string; readonly folders: readonly WarmUpFolder[]; readonly now: Date },
): Promise<boolean> {
  const finished = folders.every(({ done }) => done)
  await tx
    .updateTable('warm_up')
    .set({ folders: JSON.stringify(folders), finished_at: finished ? now : null })
    .where('connection_id', '=', connectionId)
    .execute()
  return finished
}

/** Of these messages of a folder, those that were judged anything but fine: they teach nothing. */
export async function notFine(
  tx: Tx,
  place: { readonly connectionId: string; readonly folder: string; readonly uidValidity: number; readonly uids: readonly number[] },
): Promise<ReadonlySet<number>> {
  if (place.uids.length === 0) return new Set()
  const rows = await tx
    .selectFrom('message_verdict')
    .select('uid')
    .where('connection_id', '=', place.connectionId)
    .where('folder', '=', place.folder)
    .where('uid_validity', '=', place.uidValidity)
    .where('uid', 'in', [...place.uids])
    .where('verdict', '!=', 'fine')
    .execute()
  return new Set(rows.map(({ uid }) => uid))
}
