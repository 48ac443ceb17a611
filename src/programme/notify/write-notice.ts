/**
 * A notice and its deliveries, in the caller's transaction: to every proven
 * address of the person but the subject's own, and to their page, always.
 */
import { close, raise } from '#alerts'
import { enqueue } from '#jobs'
import type { Clock, NoticeLevel } from '#kernel'
import { isSameMailbox, readLanguage } from '#members'
import type { Sealer, Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import { codeOf, hashOfCode } from './notice-code.ts'
import { type NoticeContent, sealContent } from './notice-content.ts'

export const deliverTask = 'deliver'

/** What was decided is told before more mail is examined. */
const beforeAllElse = -10

export type Decided = {
  readonly personId: string
  readonly incidentId: string | null
  readonly organisationId: string | null
  readonly subjectAccountId: string
  readonly level: NoticeLevel
  readonly content: NoticeContent
  /** Good news waits on the person's page and goes to no mailbox. */
  readonly pageOnly?: boolean
}

type Deps = { readonly vault: Vault; readonly clock: Clock; readonly sealer: Sealer; readonly messageDomain: string }

/** False when this person was told of this incident at this level before. */
export async function writeNotice(tx: Tx, deps: Deps, decided: Decided): Promise<boolean> {
  const noticeId = await insertNotice(tx, deps, decided)
  if (noticeId === undefined) return false
  await addDeliveries(tx, deps, { noticeId, decided })
  return true
}

/** Two codes of forty bits may agree; the second of them is salted until it stands alone. */
async function insertNotice(tx: Tx, { vault, clock, sealer }: Deps, decided: Decided): Promise<string | undefined> {
  const { personId, incidentId, content } = decided
  const person = await tx
    .selectFrom('person')
    .select('language')
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (person === undefined) return undefined
  const noticeId = uuid()
  for (let salt = 0; salt < 10; salt += 1) {
    const inserted = await tx
      .insertInto('notice')
      .values({
        id: noticeId,
        incident_id: incidentId,
        person_id: personId,
        organisation_id: decided.organisationId,
        kind: content.kind,
        level: decided.level,
        language: readLanguage(person.language),
        code_hash: hashOfCode(vault, codeOf(vault, { noticeId, personId, salt })),
        code_salt: salt,
        sealed: sealContent(sealer, noticeId, content),
        subject_account_id: decided.subjectAccountId,
        decided_at: clock.now(),
        read_at: null,
      })
      .onConflict((found) => found.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 1n) return noticeId
    const told = await tx
      .selectFrom('notice')
      .select('id')
      .where('incident_id', 'is not distinct from', incidentId)
      .where('incident_id', 'is not', null)
      .where('person_id', '=', personId)
      .where('kind', '=', content.kind)
      .where('level', '=', decided.level)
      .executeTakeFirst()
    if (told !== undefined) return undefined
  }
  return undefined
}

async function addDeliveries(
  tx: Tx,
  deps: Deps,
  { noticeId, decided }: { readonly noticeId: string; readonly decided: Decided },
): Promise<void> {
  const { clock } = deps
  const { personId, organisationId } = decided
  const now = clock.now()
  const subject = `person/${personId}`
  await tx
    .insertInto('delivery')
    .values({
      id: uuid(),
      notice_id: noticeId,
      person_id: personId,
      organisation_id: organisationId,
      channel: 'home',
      account_id: null,
      state: 'delivered',
      message_id: `<home-${noticeId}@${deps.messageDomain}>`,
      answer: null,
      queued_at: now,
      sent_at: now,
      ended_at: now,
    })
    .execute()
  if (decided.pageOnly) return
  const accountIds = await otherAddresses(tx, personId, decided.subjectAccountId)
  for (const accountId of accountIds) await addDelivery(tx, deps, { noticeId, personId, organisationId, accountId })
  if (accountIds.length > 0) return close(tx, clock, { kind: 'no-other-address', subject })
  await raise(tx, clock, {
    kind: 'no-other-address',
    subject,
    severity: 'high',
    says: 'A person was to be told of a hostile mail and has no other proven address: the notice waits on their page, and they may not see it until they sign in.',
    organisationId,
    personId,
  })
}

/** One delivery by mail, and the job that wakes the courier. */
export async function addDelivery(
  tx: Tx,
  { clock, messageDomain }: Pick<Deps, 'clock' | 'messageDomain'>,
  to: { readonly noticeId: string; readonly personId: string; readonly organisationId: string | null; readonly accountId: string },
): Promise<void> {
  const id = uuid()
  await tx
    .insertInto('delivery')
    .values({
      id,
      notice_id: to.noticeId,
      person_id: to.personId,
      organisation_id: to.organisationId,
      channel: 'mail',
      account_id: to.accountId,
      message_id: `<${id}@${messageDomain}>`,
      answer: null,
      queued_at: clock.now(),
      due_at: clock.now(),
      sent_at: null,
      ended_at: null,
    })
    .execute()
  await enqueue(tx, { task: deliverTask, payload: {}, priority: beforeAllElse })
}

/**
 * Where a person can be told besides the account that is the subject: proven
 * addresses that take mail and end in another mailbox, whatever their spelling.
 */
export async function otherAddresses(tx: Tx, personId: string, subjectAccountId: string | null): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'address_folded'])
    .where('person_id', '=', personId)
    .where('proven_at', 'is not', null)
    .where('bouncing_since', 'is', null)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute()
  if (subjectAccountId === null) return rows.map(({ id }) => id)
  const subject = await tx.selectFrom('account').select('address_folded').where('id', '=', subjectAccountId).executeTakeFirstOrThrow()
  return rows
    .filter(({ id, address_folded }) => id !== subjectAccountId && !isSameMailbox(address_folded, subject.address_folded))
    .map(({ id }) => id)
}
