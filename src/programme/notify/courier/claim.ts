/**
 * Takes deliveries whose turn has come out of the outbox, many in one
 * transaction, and lets go of those that may not be sent any more. No network
 * in here.
 */
import { sql } from 'kysely'
import type { Clock, Language, NoticeLevel } from '#kernel'
import { readLanguage, toldToo } from '#members'
import type { Storage, Tx } from '#storage'
import { type ActionId, readAction } from '../actions/catalogue.ts'
import type { ChannelName } from '../channels/channel.ts'
import { tellIfNothingArrives } from '../undelivered.ts'

export type Claimed = {
  readonly deliveryId: string
  readonly noticeId: string
  readonly personId: string
  /** How often it was taken up, this time counted. */
  readonly attempts: number
  /** A mailbox's address, or what is sealed of a contact method. */
  readonly address: string | { readonly contactMethodId: string; readonly sealed: Buffer; readonly organisationId: string | null }
  readonly messageId: string
  readonly language: Language
  readonly level: NoticeLevel
  readonly codeSalt: number
  readonly sealed: Buffer
  readonly decidedAt: Date
  readonly isReminder: boolean
  /** What is asked and still open; empty for a notice that asked nothing by name. */
  readonly open: readonly ActionId[]
}

export type Claim = {
  readonly channel: ChannelName
  /** The advisory lock that says whether this process lives. */
  readonly mine: number
  readonly most: number
}

type Deps = { readonly storage: Storage; readonly clock: Clock }
type Taken = {
  readonly id: string
  readonly notice_id: string
  readonly account_id: string | null
  readonly contact_method_id: string | null
  readonly message_id: string
  readonly attempts: number
  readonly purpose: string
}

/** Claims at most `most` deliveries of a channel; `more` when there may be others. */
export const claimDue = (
  { storage, clock }: Deps,
  claim: Claim,
): Promise<{ readonly claimed: readonly Claimed[]; readonly more: boolean }> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    const taken = await takeDue(tx, clock.now(), claim)
    if (taken.length === 0) return { claimed: [], more: false }
    const found = new Map((await tellings(tx, taken)).map((one) => [one.delivery_id, one]))
    const claimed: Claimed[] = []
    for (const one of taken) {
      const telling = found.get(one.id)
      const why = telling === undefined ? 'the address was removed' : await whyNot(tx, telling, one.purpose)
      if (why !== undefined) await letGo(tx, clock, one, why)
      else if (telling !== undefined) claimed.push(claimedOf(one, telling))
    }
    return { claimed, more: taken.length === claim.most }
  })

async function takeDue(tx: Tx, now: Date, { channel, mine, most }: Claim): Promise<readonly Taken[]> {
  const { rows } = await sql<Taken>`
    with due as (
      select id from bellwether.delivery where channel = ${channel} and state = 'queued' and due_at <= ${now}
      order by priority, due_at limit ${most} for update skip locked)
    update bellwether.delivery d set state = 'sending', attempts = d.attempts + 1, held_by = ${mine} from due where d.id = due.id
    returning d.id, d.notice_id, d.account_id, d.contact_method_id, d.message_id, d.attempts, d.purpose`.execute(tx)
  return rows
}

type Telling = Awaited<ReturnType<typeof tellings>>[number]

const openActions = sql<readonly string[]>`array(select a.action from bellwether.notice_action a
  where a.notice_id = notice.id and a.done_at is null order by a.place)`

/** What fills each message and where it goes; nothing of those whose address or person is gone. */
const tellings = (tx: Tx, taken: readonly Taken[]) =>
  tx
    .selectFrom('delivery')
    .innerJoin('notice', 'notice.id', 'delivery.notice_id')
    .innerJoin('person', (join) => join.onRef('person.id', '=', 'notice.person_id').on('person.erased_at', 'is', null))
    .leftJoin('account', (join) => join.onRef('account.id', '=', 'delivery.account_id').on('account.removed_at', 'is', null))
    .leftJoin('contact_method', (join) =>
      join
        .onRef('contact_method.id', '=', 'delivery.contact_method_id')
        .on('contact_method.removed_at', 'is', null)
        .on('contact_method.proven_at', 'is not', null),
    )
    .leftJoin('account as subject', 'subject.id', 'notice.subject_account_id')
    .select([
      'delivery.id as delivery_id',
      'notice.id as notice_id',
      'notice.person_id',
      'notice.kind',
      'notice.incident_id',
      'notice.language',
      'notice.level',
      'notice.code_salt',
      'notice.sealed',
      'notice.subject_account_id',
      'notice.decided_at',
      'notice.read_at',
      'notice.acknowledged_at',
      'notice.done_at',
      openActions.as('open'),
      'subject.person_id as subject_person_id',
      'account.address',
      'contact_method.id as method_id',
      'contact_method.sealed as method_sealed',
      'contact_method.organisation_id as method_organisation_id',
    ])
    .where(
      'delivery.id',
      'in',
      taken.map(({ id }) => id),
    )
    .where((where) => where.or([where('account.id', 'is not', null), where('contact_method.id', 'is not', null)]))
    .execute()

const notNeeded = 'no longer needed'

/** Why this may not, or need not, be sent any more. */
async function whyNot(tx: Tx, told: Telling, purpose: string): Promise<string | undefined> {
  if (told.kind === 'organisation-told' && !(await isStillAllowed(tx, told.incident_id, told.person_id))) return 'the consent was withdrawn'
  if (!(await isTheirsToHear(tx, told))) return 'the mailbox is no longer shared'
  if (told.done_at !== null) return notNeeded
  if (purpose === 'fallback' && (told.read_at ?? told.acknowledged_at) !== null) return notNeeded
  return undefined
}

/** Whether somebody may still hear of another person's matter: that person's consent lives, and so does their own part. */
async function isStillAllowed(tx: Tx, incidentId: string | null, personId: string): Promise<boolean> {
  const allowed = await tx
    .selectFrom('incident')
    .innerJoin('access_grant', 'access_grant.person_id', 'incident.person_id')
    .innerJoin('membership', 'membership.organisation_id', 'access_grant.organisation_id')
    .select('access_grant.id')
    .where('incident.id', '=', incidentId)
    .where('access_grant.until', 'is', null)
    .where('membership.person_id', '=', personId)
    .where('membership.role', '=', 'administrator')
    .where('membership.until', 'is', null)
    .executeTakeFirst()
  return allowed !== undefined
}

/** Whether a notice about a mailbox goes to whose it is, or to somebody who is still told of it too. */
async function isTheirsToHear(tx: Tx, { kind, person_id, subject_account_id, subject_person_id }: Telling): Promise<boolean> {
  if (kind !== 'incident' || subject_account_id === null || subject_person_id === null || subject_person_id === person_id) return true
  return (await toldToo(tx, subject_account_id)).includes(person_id)
}

async function letGo(tx: Tx, clock: Clock, { id, notice_id }: Taken, why: string): Promise<void> {
  const state = why === notNeeded ? 'not-needed' : 'failed'
  await tx.updateTable('delivery').set({ state, answer: why, ended_at: clock.now(), held_by: null }).where('id', '=', id).execute()
  if (why === 'the address was removed') await tellIfNothingArrives(tx, clock, notice_id)
}

function claimedOf({ id, message_id, attempts, purpose }: Taken, telling: Telling): Claimed {
  const { method_id, method_sealed, address } = telling
  const sealedAddress =
    method_id !== null && method_sealed !== null
      ? { contactMethodId: method_id, sealed: method_sealed, organisationId: telling.method_organisation_id }
      : undefined
  return {
    deliveryId: id,
    noticeId: telling.notice_id,
    personId: telling.person_id,
    attempts,
    address: sealedAddress ?? address ?? '',
    messageId: message_id,
    language: readLanguage(telling.language),
    level: telling.level,
    codeSalt: telling.code_salt,
    sealed: telling.sealed,
    decidedAt: telling.decided_at,
    isReminder: purpose === 'reminder',
    open: telling.open.flatMap((action) => readAction(action) ?? []),
  }
}
