/** Closes the secret address of an account, with all that came to it: what is sent there afterwards is refused. */
import type { Clock } from '#kernel'
import type { Tx } from '#storage'

/** In the programme's transaction; nothing happens where there is no such address. */
export async function endWatching(tx: Tx, clock: Clock, accountId: string): Promise<void> {
  const now = clock.now()
  const closed = await tx
    .updateTable('watch_address')
    .set({ closed_at: now, code_sealed: null, code_at: null })
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of closed) await tx.deleteFrom('report_spool').where('watch_address_id', '=', id).execute()
  await tx.deleteFrom('provider_mail').where('account_id', '=', accountId).execute()
  await tx
    .updateTable('consent')
    .set({ withdrawn_at: now })
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'watch-sign-ins')
    .where('withdrawn_at', 'is', null)
    .execute()
}
