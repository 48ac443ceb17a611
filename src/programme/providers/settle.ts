/**
 * What becomes of a sorted mail, in one transaction: its spool row goes, a security mail is kept sealed, the rest is counted or let go. Nothing is kept once
 * the address is closed. A second run changes nothing.
 */
import { createHash } from 'node:crypto'
import type { Clock } from '#kernel'
import type { Sealer, Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import type { ReadMail, Sorted } from './sort-mail.ts'
import { codeContext } from './watch-address.ts'

export type Settled = {
  readonly spoolId: string
  readonly watchAddressId: string
  readonly provider: string
  readonly bytes: Uint8Array
  readonly read: ReadMail
  readonly date: string
  readonly arrivedAt: Date
}

type Deps = { readonly clock: Clock; readonly vault: Vault; readonly sealer: Sealer }

/** In the programme's transaction; false when it was settled before, or the address is closed. */
export async function settle(tx: Tx, deps: Deps, mail: Settled, sorted: Sorted): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('report_spool').where('id', '=', mail.spoolId).executeTakeFirst()
  if (numDeletedRows === 0n) return false
  // Who closes it now waits, and then takes along what is kept here.
  const row = await tx
    .selectFrom('watch_address')
    .select(['id', 'person_id', 'account_id', 'strangers'])
    .where('id', '=', mail.watchAddressId)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return false
  const change = (set: Parameters<typeof update>[2]) => update(tx, row.id, set)
  switch (sorted.kind) {
    case 'beat':
      await change({ beat_back_at: deps.clock.now(), ...seesAgain })
      break
    case 'code':
      await change(codeOf(deps, row.id, sorted.code))
      break
    case 'security':
      await keep(tx, deps, mail, { ...row, shownBy: sorted.shownBy })
      await change({ heard_at: mail.arrivedAt, ...seesAgain, ...(sorted.code !== undefined && codeOf(deps, row.id, sorted.code)) })
      break
    case 'forged':
    case 'stranger':
      await change({ strangers: row.strangers + 1 })
      break
    case 'harmless':
      break
  }
  return true
}

const seesAgain = { blind_since: null, reminded_at: null }

type Changed = {
  readonly heard_at?: Date
  readonly beat_back_at?: Date
  readonly blind_since?: null
  readonly reminded_at?: null
  readonly strangers?: number
  readonly code_sealed?: Buffer
  readonly code_at?: Date
}
const update = (tx: Tx, id: string, set: Changed) => tx.updateTable('watch_address').set(set).where('id', '=', id).execute()

const codeOf = ({ clock, sealer }: Deps, id: string, code: string) => ({
  code_sealed: sealer.seal(code, codeContext(id)),
  code_at: clock.now(),
})

type Row = { readonly person_id: string; readonly account_id: string; readonly shownBy: 'signature' | 'forwarder' | 'host' }

async function keep(tx: Tx, { vault, sealer }: Deps, mail: Settled, { person_id, account_id, shownBy }: Row): Promise<void> {
  const id = uuid()
  const { from, subject, text } = mail.read
  const needed = { from, subject: withoutKeys(subject), date: mail.date, text: withoutKeys(text).slice(0, mostText) }
  await tx
    .insertInto('provider_mail')
    .values({
      id,
      person_id,
      account_id,
      provider: mail.provider,
      shown_by: shownBy,
      message_hash: vault.mac('provider-mail', `${account_id}/${createHash('sha256').update(mail.bytes).digest('hex')}`),
      sealed: sealer.seal(JSON.stringify(needed), providerMailContext(id)),
      arrived_at: mail.arrivedAt,
    })
    .onConflict((found) => found.columns(['account_id', 'message_hash']).doNothing())
    .execute()
}

const providerMailContext = (id: string): string => `provider-mail/${id}`

/** What a parser needs of such a mail stands well before this. */
const mostText = 8000

/** What opens an account is not kept, even sealed: addresses to follow, and codes of five digits or more. */
const withoutKeys = (text: string): string => text.replace(/\b(?:https?|hxxps?):\S+/gi, '').replace(/\d(?:[ -]?\d){4,}/g, '·')
