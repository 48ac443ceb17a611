/** What a mail service reported back about a letter (RFC 3464), by the return address it came to. */
import type { Clock } from '#kernel'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import { deliveryOfToken } from './bounce-token.ts'
import { addressBounces, tellIfNothingArrives } from './undelivered.ts'

export type Dsn = {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** Enhanced status code, `5.1.1` (RFC 3463). */
  readonly status: string
  readonly diagnostic: string
}

/** False when the token is not one of ours. In the programme's transaction. */
export async function onDsn(
  tx: Tx,
  { vault, clock }: { readonly vault: Vault; readonly clock: Clock },
  token: string,
  dsn: Dsn,
): Promise<boolean> {
  const deliveryId = deliveryOfToken(vault, token)
  if (deliveryId === undefined) return false
  const answer = `${dsn.status} ${dsn.diagnostic}`
    .replace(/\s+/g, ' ')
    .replace(/<?[^\s<>]+@[^\s<>]+>?/g, '<address>')
    .trim()
    .slice(0, 200)
  // Relayed and expanded say that it went on to somebody who will not report (RFC 3464 §2.3.3).
  if (dsn.action !== 'failed' && dsn.action !== 'delivered') {
    await tx.updateTable('delivery').set({ answer }).where('id', '=', deliveryId).where('state', '=', 'sent').execute()
    return true
  }
  const state = dsn.action === 'failed' ? 'bounced' : 'delivered'
  const settled = await tx
    .updateTable('delivery')
    .set({ state, answer, ended_at: clock.now() })
    .where('id', '=', deliveryId)
    .where('state', 'in', ['sending', 'sent'])
    .returning(['notice_id', 'account_id'])
    .executeTakeFirst()
  if (settled === undefined || state === 'delivered') return true
  // 5.x.x says never; a 4.x.x that gave up says that this letter did not arrive, not that the mailbox is gone.
  if (dsn.status.startsWith('5') && settled.account_id !== null) await addressBounces(tx, clock, settled.account_id)
  await tellIfNothingArrives(tx, clock, settled.notice_id)
  return true
}
