/** Why a flagged mail was judged so, opened again for the letter that answers whoever reported it. */
import type { Finding } from '#kernel'
import { ownerOfRow } from './arrival.ts'
import type { DeskDeps } from './deps.ts'
import { openView } from './flagged.ts'

/** At most three, the gravest first; none when the mail was let go of, or was never flagged. */
export async function reasonsKept(
  { storage, vault }: Pick<DeskDeps, 'storage' | 'vault'>,
  { accountId, messageHash }: { readonly accountId: string; readonly messageHash: string },
): Promise<readonly Finding[]> {
  const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('flagged_message')
      .select(['id', 'sealed_view', 'organisation_id', 'person_id'])
      .where('account_id', '=', accountId)
      .where('message_hash', '=', Buffer.from(messageHash, 'hex'))
      .executeTakeFirst(),
  )
  if (row === undefined) return []
  return openView(await vault.sealer(ownerOfRow(row)), row.id, row.sealed_view)?.reasons ?? []
}
