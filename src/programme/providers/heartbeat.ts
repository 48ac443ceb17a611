/**
 * The heartbeat of a secret address: once a month a test mail goes to the mailbox, whose rule sends it on to us. When it is not back in two days the person's
 * pages say that we may be blind, and one letter reminds them; nobody is alarmed, since a rule that was never finished looks the same.
 */
import { sql } from 'kysely'
import { enqueue } from '#jobs'
import { daysMs, hoursMs, minutesMs, type Who } from '#kernel'
import { letterTask, type MembersDeps, meOf, readLanguage } from '#members'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import { labelOf, tokenOf } from './beat-token.ts'
import { testMailJustSent } from './refusals.ts'

/** The person may still be setting the rule up. */
const firstAfterMs = daysMs(1)
const everyMs = daysMs(30)
const backWithinMs = hoursMs(48)
const betweenTriesMs = minutesMs(10)
/** People wait for other letters; nobody waits for these. */
const behindAllElse = 10
const mostAtOnce = 500

type Letter = 'heartbeat' | 'watch-blind'
const ask = (tx: Tx, letter: Letter, watchAddressId: string): Promise<void> =>
  enqueue(tx, { task: letterTask, payload: { letter, watchAddressId }, key: `${letter}/${watchAddressId}`, priority: behindAllElse })

/** A test mail now, because the person asks. False: no address of theirs that a rule sends to. Refusal `test-mail-just-sent`. */
export async function sendTestMail(
  { storage, clock }: Pick<MembersDeps, 'storage' | 'clock'>,
  who: Who,
  accountId: string,
): Promise<boolean> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const now = clock.now()
    const row = await tx
      .selectFrom('watch_address')
      .select(['id', 'beat_sent_at'])
      .where('account_id', '=', accountId)
      .where('person_id', '=', personId)
      .where('way', '=', 'forward')
      .where('closed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return false
    if (row.beat_sent_at !== null && now.getTime() - row.beat_sent_at.getTime() < betweenTriesMs) throw testMailJustSent()
    await beat(tx, now, row.id)
    return true
  })
}

async function beat(tx: Tx, now: Date, id: string): Promise<void> {
  await tx.updateTable('watch_address').set({ beat_sent_at: now }).where('id', '=', id).execute()
  await ask(tx, 'heartbeat', id)
}

export type Beaten = { readonly sent: number; readonly blind: number }

/** Sends what is due, and says where no beat came back; asked for every hour. */
export async function keepBeating({ storage, clock }: Pick<MembersDeps, 'storage' | 'clock'>): Promise<Beaten> {
  const now = clock.now()
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  const sent = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const due = await tx
      .selectFrom('watch_address')
      .innerJoin('account', 'account.id', 'watch_address.account_id')
      .select('watch_address.id')
      .where('way', '=', 'forward')
      .where('closed_at', 'is', null)
      .where('account.bouncing_since', 'is', null)
      .where((where) =>
        where.or([
          where('beat_sent_at', '<', before(everyMs)),
          where.and([where('beat_sent_at', 'is', null), where('made_at', '<', before(firstAfterMs))]),
        ]),
      )
      .limit(mostAtOnce)
      .forUpdate('watch_address')
      .skipLocked()
      .execute()
    for (const { id } of due) await beat(tx, now, id)
    return due.length
  })
  const blind = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found = await tx
      .updateTable('watch_address')
      // Since the last sign that its mails come through, or ever.
      .set({ blind_since: sql`coalesce(greatest(beat_back_at, heard_at), made_at)`, reminded_at: now })
      .where('way', '=', 'forward')
      .where('closed_at', 'is', null)
      .where('blind_since', 'is', null)
      .where('beat_sent_at', '<', before(backWithinMs))
      .where(sql<boolean>`coalesce(greatest(beat_back_at, heard_at) < beat_sent_at, true)`)
      .returning('id')
      .execute()
    for (const { id } of found) await ask(tx, 'watch-blind', id)
    return found.length
  })
  return { sent, blind }
}

export type HeartbeatToMail = {
  readonly address: string
  readonly language: ReturnType<typeof readLanguage>
  readonly label: string
  readonly token: string
}

/** The test mail that was asked for last; undefined when the address is closed by now. */
export async function heartbeatToMail(tx: Tx, vault: Vault, watchAddressId: string): Promise<HeartbeatToMail | undefined> {
  const row = await liveWithOwner(tx, watchAddressId)
  if (row === undefined || row.beat_sent_at === null) return undefined
  return {
    address: row.address,
    language: readLanguage(row.language),
    label: labelOf(vault, watchAddressId),
    token: tokenOf(vault, watchAddressId, row.beat_sent_at),
  }
}

export type BlindToMail = {
  readonly addresses: readonly string[]
  readonly name: string
  readonly language: ReturnType<typeof readLanguage>
}

/**
 * Whom to remind: the person at their other personal addresses, since somebody who got into this one may have taken the rule away; at this one when there is no
 * other. Never at work. Undefined when it sees again, or is closed.
 */
export async function blindToMail(tx: Tx, watchAddressId: string): Promise<BlindToMail | undefined> {
  const row = await liveWithOwner(tx, watchAddressId)
  if (row === undefined || row.blind_since === null) return undefined
  const others = await tx
    .selectFrom('account')
    .select('address')
    .where('person_id', '=', row.person_id)
    .where('id', '<>', row.account_id)
    .where('kind', '=', 'personal')
    .where('proven_at', 'is not', null)
    .where('bouncing_since', 'is', null)
    .where('removed_at', 'is', null)
    .execute()
  const addresses = others.length > 0 ? others.map(({ address }) => address) : [row.address]
  return { addresses, name: row.name, language: readLanguage(row.language) }
}

const liveWithOwner = (tx: Tx, id: string) =>
  tx
    .selectFrom('watch_address')
    .innerJoin('account', 'account.id', 'watch_address.account_id')
    .innerJoin('person', 'person.id', 'watch_address.person_id')
    .select(['watch_address.person_id', 'account_id', 'beat_sent_at', 'blind_since', 'account.address', 'person.name', 'person.language'])
    .where('watch_address.id', '=', id)
    .where('closed_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .executeTakeFirst()
