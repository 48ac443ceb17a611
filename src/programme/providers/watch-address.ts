/**
 * The secret address of a personal account: made with its own consent, known to its person alone, replaced when others know it. Closing it is the work of
 * members, with the consent it stands on.
 */
import { record } from '#audit'
import { daysMs, type Who } from '#kernel'
import { keepConsent, type MembersDeps, meOf } from '#members'
import { type Tx, uuid } from '#storage'
import { labelOf } from './beat-token.ts'
import { ownPersonal } from './own-personal.ts'
import { notProven } from './refusals.ts'

/** Sent on by a rule in the mailbox, or written to by the provider itself as a second address for security. */
export type Way = 'forward' | 'contact'

export type Watching = {
  readonly id: string
  readonly consentId: string
  readonly localPart: string
  readonly way: Way
  /** The word in our test mails that a rule looks for. */
  readonly label: string
  readonly madeAt: Date
  /** When the provider's own word last came. */
  readonly heardAt?: Date
  readonly beatSentAt?: Date
  readonly beatBackAt?: Date
  readonly blindSince?: Date
  /** Others write to it: it is better replaced. */
  readonly knownToOthers: boolean
  /** The digits by which the provider asks whether it may send mail on to here. */
  readonly code?: string
}

/** Mails of strangers until an address is said to be known to others. */
const mostStrangers = 10
const codeLivesMs = daysMs(1)

export const codeContext = (id: string): string => `watch-code/${id}`

type Asked = { readonly accountId: string; readonly way: Way; readonly version: string }

/** Makes the address and keeps its consent; false: not their personal account, or it has one. Refusal `account-not-proven`. */
export async function makeWatchAddress(deps: MembersDeps, who: Who, { accountId, way, version }: Asked): Promise<boolean> {
  const personId = meOf(who)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const account = await ownPersonal(tx, personId, accountId)
    if (account === undefined || (await liveOf(tx, personId, accountId)) !== undefined) return false
    if (account.proven_at === null) throw notProven()
    const owner = { kind: 'person', id: personId } as const
    const consentId = await keepConsent(tx, deps.clock, { personId, accountId, purpose: 'watch-sign-ins', version })
    await insert(tx, deps, { personId, accountId, consentId, way })
    const given = { actor: who, action: 'consent.give', subject: `consent/${consentId}`, owner }
    await record(tx, deps.clock, { ...given, details: { purpose: 'watch-sign-ins', version } })
    return true
  })
}

/** Closes the address and makes another under the same consent; false when there is none. */
export async function replaceWatchAddress(deps: MembersDeps, who: Who, accountId: string): Promise<boolean> {
  const personId = meOf(who)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await ownPersonal(tx, personId, accountId)
    const live = await liveOf(tx, personId, accountId)
    if (live === undefined) return false
    const closed = { closed_at: deps.clock.now(), code_sealed: null, code_at: null }
    await tx.updateTable('watch_address').set(closed).where('id', '=', live.id).execute()
    await tx.deleteFrom('report_spool').where('watch_address_id', '=', live.id).execute()
    await insert(tx, deps, { personId, accountId, consentId: live.consent_id, way: live.way })
    await record(tx, deps.clock, {
      actor: who,
      action: 'watching.replace',
      subject: `account/${accountId}`,
      owner: { kind: 'person', id: personId },
    })
    return true
  })
}

/** The live secret address of an account of the person who asks. */
export async function watching(deps: MembersDeps, who: Who, accountId: string): Promise<Watching | undefined> {
  const personId = meOf(who)
  const row = await deps.storage.asTenant({ kind: 'person', personId }, (tx) => liveOf(tx, personId, accountId))
  if (row === undefined) return undefined
  const { code_sealed, code_at } = row
  const shows = code_sealed !== null && code_at !== null && deps.clock.now().getTime() - code_at.getTime() < codeLivesMs
  const code = shows && (await deps.vault.sealer({ kind: 'person', id: personId })).open(code_sealed, codeContext(row.id)).toString()
  return {
    id: row.id,
    consentId: row.consent_id,
    localPart: row.local_part,
    way: row.way,
    label: labelOf(deps.vault, row.id),
    madeAt: row.made_at,
    ...(row.heard_at && { heardAt: row.heard_at }),
    ...(row.beat_sent_at && { beatSentAt: row.beat_sent_at }),
    ...(row.beat_back_at && { beatBackAt: row.beat_back_at }),
    ...(row.blind_since && { blindSince: row.blind_since }),
    knownToOthers: row.strangers >= mostStrangers,
    ...(code && { code }),
  }
}

export type Watched = { readonly personId: string; readonly watchAddressId: string }

const start = 'watch-'

/** Whose secret address this local part is; undefined when nobody's, or closed. */
export async function watchedBy({ storage }: Pick<MembersDeps, 'storage'>, localPart: string): Promise<Watched | undefined> {
  if (!localPart.startsWith(start)) return undefined
  const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('watch_address')
      .innerJoin('person', 'person.id', 'watch_address.person_id')
      .select(['watch_address.id', 'person_id'])
      .where('local_part', '=', localPart)
      .where('closed_at', 'is', null)
      .where('person.erased_at', 'is', null)
      .executeTakeFirst(),
  )
  return row && { personId: row.person_id, watchAddressId: row.id }
}

const liveOf = (tx: Tx, personId: string, accountId: string) =>
  tx
    .selectFrom('watch_address')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()

type New = { readonly personId: string; readonly accountId: string; readonly consentId: string; readonly way: Way }

async function insert(tx: Tx, { clock, chance }: MembersDeps, { personId, accountId, consentId, way }: New): Promise<void> {
  await tx
    .insertInto('watch_address')
    .values({
      id: uuid(),
      person_id: personId,
      account_id: accountId,
      consent_id: consentId,
      local_part: `${start}${chance(10).toString('hex')}`,
      way,
      made_at: clock.now(),
    })
    .execute()
}
