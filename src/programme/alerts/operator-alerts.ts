/** Alerts about the product itself: what it cannot see, what it could not do. One open at a time of each kind and subject. */

import { record } from '#audit'
import { enqueue } from '#jobs'
import { type Clock, type Severity, severities, type Who } from '#kernel'
import { type Storage, type Tx, uuid } from '#storage'

export type AlertKind =
  | 'connection-silent'
  | 'connection-refused'
  | 'notice-undelivered'
  | 'no-other-address'
  | 'address-bounces'
  | 'mail-relay'
  | 'job-failed'
  | 'mail-not-judged'
  | 'own-rule-failed'
  | 'help-asked'
  | 'webhook-stopped'
  | 'channel'
  | 'notice-unanswered'
  | 'delivery-stuck'

export type Raised = {
  readonly kind: AlertKind
  /** What it is about: `connection/<id>`. With the kind, the alert's name. */
  readonly subject: string
  readonly severity: Severity
  /** One sentence, and what may be missed while it lasts. No mail text, no personal address. */
  readonly says: string
  readonly organisationId?: string | null
  readonly personId?: string | null
}

export type OperatorAlertSeen = {
  readonly id: string
  readonly kind: string
  readonly severity: Severity
  readonly says: string
  readonly openedAt: Date
  /** Who of the staff takes care of it. */
  readonly taken?: { readonly name: string; readonly at: Date }
}

/** Whoever is on call hears of what is high or critical; the job of notify looks which alerts wait for that. */
export const pageTask = 'page-on-call'

/** Opens an alert, unless it is open; in the programme's transaction. True when it is news. */
export async function raise(tx: Tx, clock: Clock, raised: Raised): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('operator_alert')
    .values({
      id: uuid(),
      kind: raised.kind,
      subject: raised.subject,
      organisation_id: raised.organisationId ?? null,
      person_id: raised.personId ?? null,
      severity: raised.severity,
      says: raised.says,
      opened_at: clock.now(),
      closed_at: null,
    })
    .onConflict((found) => found.columns(['kind', 'subject']).where('closed_at', 'is', null).doNothing())
    .executeTakeFirst()
  const isNews = numInsertedOrUpdatedRows === 1n
  if (isNews && pages(raised.severity)) await enqueue(tx, { task: pageTask, payload: {}, key: pageTask })
  return isNews
}

/** Whether an alert of that severity wakes somebody. */
const pages = (severity: Severity): boolean => severity === 'high' || severity === 'critical'

/** Closes the open alerts of that kind about a subject, or about several: what was wrong is over. */
export async function close(
  tx: Tx,
  clock: Clock,
  { kind, subject }: { readonly kind: AlertKind; readonly subject: string | readonly string[] },
): Promise<void> {
  const subjects = typeof subject === 'string' ? [subject] : subject
  if (subjects.length === 0) return
  await tx
    .updateTable('operator_alert')
    .set({ closed_at: clock.now() })
    .where('kind', '=', kind)
    .where('subject', 'in', subjects)
    .where('closed_at', 'is', null)
    .execute()
}

/** What is open now, gravest first, then newest; at most a hundred. */
export async function openAlerts({ storage }: { readonly storage: Storage }, who: Who): Promise<readonly OperatorAlertSeen[]> {
  const rows = await storage.asTenant(who, (tx) =>
    tx
      .selectFrom('operator_alert')
      .leftJoin('person', 'person.id', 'operator_alert.acknowledged_by')
      .select(['operator_alert.id', 'kind', 'severity', 'says', 'opened_at', 'acknowledged_at', 'person.name'])
      .where('closed_at', 'is', null)
      .orderBy('opened_at', 'desc')
      .limit(100)
      .execute(),
  )
  const seen = rows.map(({ opened_at, severity, acknowledged_at, name, ...row }) => ({
    ...row,
    ...(acknowledged_at !== null && { taken: { name: name ?? '–', at: acknowledged_at } }),
    severity: severities.find((one) => one === severity) ?? 'medium',
    openedAt: opened_at,
  }))
  return seen.sort((one, other) => severities.indexOf(other.severity) - severities.indexOf(one.severity))
}

/** A member of staff says that it is dealt with; false when it is not open for `who`. */
export async function closeAlert(
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
  who: Who,
  id: string,
): Promise<boolean> {
  return storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('operator_alert')
      .set({ closed_at: clock.now() })
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await record(tx, clock, { actor: who, action: 'alert.close', subject: `alert/${id}` })
    return true
  })
}
