/**
 * One incident as a story: what happened, why we say so, what the mail held,
 * who was told. Looking at it is written down in the same transaction.
 */

import { sql } from 'kysely'
import { lookedAt } from '#audit'
import { type DeliveryChannel, type Evidence, type NoticeLevel, personOf, type Severity, type Who } from '#kernel'
import type { HuntedKind } from '#mail'
import { masked } from '#members'
import type { Sealer } from '#secrets'
import type { Tx } from '#storage'
import { ownerOfRow } from './arrival.ts'
import type { DeskDeps } from './deps.ts'
import type { Explain } from './explain.ts'
import { type Kept, openView, tracesSeen } from './flagged.ts'
import { type IncidentState, incidentRows } from './incident-row.ts'
import { type Happened, type StoryLine, storyOf } from './story.ts'

export type Reason = { readonly says: string; readonly severity: Severity; readonly evidence: readonly Evidence[] }

/** An attacker's mail as harmless values. */
export type MessageSeen = {
  readonly arrivedAt: Date
  readonly from: string
  readonly replyTo?: string
  readonly to: string
  readonly subject: string
  readonly date?: string
  readonly text: string
  /** Already defanged. */
  readonly links: readonly { readonly text: string; readonly target: string; readonly innermostHost: string }[]
  readonly headers: readonly { readonly name: string; readonly says: string }[]
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly sizeBytes: number }[]
}

export type NoticeSent = {
  readonly person: string
  readonly level: NoticeLevel
  readonly decidedAt: Date
  readonly readAt?: Date
  /** What it asked of them, the first first. */
  readonly actions: readonly { readonly action: string; readonly doneAt?: Date; readonly by?: 'signal' | 'person' | 'desk' }[]
  readonly deliveries: readonly { readonly channel: DeliveryChannel; readonly to: string; readonly state: string; readonly at?: Date }[]
}

export type IncidentSeen = {
  readonly id: string
  readonly title: string
  readonly level: NoticeLevel
  readonly severity: Severity
  readonly state: IncidentState
  readonly technique: readonly string[]
  readonly origin: 'mailbox' | 'report' | 'first-look'
  readonly organisation?: { readonly id: string; readonly name: string }
  readonly mergedInto?: string
  readonly messages: number
  readonly openedAt: Date
  readonly people: readonly { readonly name: string; readonly address: string; readonly messages: number; readonly firstAt: Date }[]
  readonly story: readonly StoryLine[]
  /** At most three. */
  readonly reasons: readonly Reason[]
  /** The newest message. */
  readonly message?: MessageSeen
  /** What its newest mail can be hunted by. */
  readonly traces: readonly { readonly kind: HuntedKind; readonly value: string }[]
  readonly notices: readonly NoticeSent[]
  readonly steps: readonly { readonly at: Date; readonly by: string; readonly step: string; readonly reason: string }[]
  /** Open incidents of the same owner that it could be merged into. */
  readonly others: readonly { readonly id: string; readonly title: string }[]
}

/** The incident as `who` may see it; undefined when it does not exist for them. */
export async function incident({ storage, vault, clock, explain }: DeskDeps, who: Who, id: string): Promise<IncidentSeen | undefined> {
  const owner = await storage.asTenant(who, (tx) =>
    tx.selectFrom('incident').select(['organisation_id', 'person_id']).where('id', '=', id).executeTakeFirst(),
  )
  if (owner === undefined) return undefined
  const sealedTo = ownerOfRow(owner)
  const sealer = await vault.sealer(sealedTo)
  const isTheirOwn = who.kind === 'programme' || sealedTo.id === personOf(who)
  const hidden = sealedTo.kind === 'person' && !isTheirOwn ? await personalAddresses(storage, id) : []
  return storage.asTenant(who, async (tx) => {
    const seen = await read(tx, { sealer, explain, hidden }, id)
    if (seen !== undefined) await lookedAt(tx, clock, { viewer: who, what: `incident: ${seen.title}`, incidentId: id, owner: sealedTo })
    return seen
  })
}

/** What a grant does not open: where a personal mail arrived. Read by the programme, to be left out. */
export async function personalAddresses(storage: DeskDeps['storage'], id: string): Promise<readonly string[]> {
  const rows = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('affected')
      .innerJoin('account', 'account.id', 'affected.account_id')
      .select(['account.address', 'account.address_folded'])
      .where('affected.incident_id', '=', id)
      .execute(),
  )
  return rows.flatMap(({ address, address_folded }) => [address, address_folded])
}

async function read(
  tx: Tx,
  { sealer, explain, hidden }: { readonly sealer: Sealer; readonly explain: Explain; readonly hidden: readonly string[] },
  id: string,
): Promise<IncidentSeen | undefined> {
  const row = await tx
    .selectFrom('incident')
    .leftJoin('organisation', 'organisation.id', 'incident.organisation_id')
    .selectAll('incident')
    .select('organisation.name as organisation')
    .where('incident.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const people = await peopleOf(tx, id)
  const flagged = await tx
    .selectFrom('flagged_message')
    .select(['id', 'sealed_view', 'arrived_at', 'found_at'])
    .where('incident_id', '=', id)
    .orderBy('arrived_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const kept = flagged && openView(sealer, flagged.id, flagged.sealed_view, hidden)
  const notices = await noticesOf(tx, id)
  const steps = await stepsOf(tx, id)
  const title = explain.titleOf(row.headline, 'en')
  const happened: Happened = { title, origin: row.origin, messages: row.messages, openedAt: row.opened_at, people, notices, steps }
  return {
    id,
    title,
    level: row.level,
    severity: row.severity,
    state: row.state,
    technique: row.technique,
    origin: row.origin,
    ...(row.organisation_id && row.organisation && { organisation: { id: row.organisation_id, name: row.organisation } }),
    ...(row.merged_into && { mergedInto: row.merged_into }),
    messages: row.messages,
    openedAt: row.opened_at,
    people,
    story: storyOf(happened),
    reasons: (kept?.reasons ?? []).map((finding) => ({
      says: explain.sayIn('en', finding),
      severity: finding.severity,
      evidence: finding.evidence,
    })),
    ...(flagged && kept && { message: messageSeen(kept, flagged.arrived_at) }),
    traces: tracesSeen(kept),
    notices,
    steps,
    others: row.state === 'merged' ? [] : await othersOf(tx, explain, id, row.organisation_id, row.person_id),
  }
}

export function messageSeen({ view, damage }: Kept, arrivedAt: Date): MessageSeen {
  return {
    arrivedAt,
    from: view.from,
    ...(view.replyTo !== '' && { replyTo: view.replyTo }),
    to: view.to.join(', '),
    subject: view.subject,
    ...(view.date !== '' && { date: view.date }),
    text: view.text,
    links: view.links.map(({ text, target, innermostHost }) => ({ text, target, innermostHost })),
    headers: [
      { name: 'Who sent it', says: view.authentication },
      ...(view.hops === 0
        ? []
        : [{ name: 'Way here', says: view.hops === 1 ? 'through one mail server' : `through ${view.hops} mail servers` }]),
      ...(view.replyTo !== '' && view.replyTo !== view.from ? [{ name: 'Answers go to', says: view.replyTo }] : []),
      ...damage.map(({ says }) => ({ name: 'Damage', says })),
    ],
    attachments: view.attachments,
  }
}

async function peopleOf(tx: Tx, id: string): Promise<IncidentSeen['people']> {
  const rows = await tx
    .selectFrom('affected')
    .leftJoin('person', 'person.id', 'affected.person_id')
    .leftJoin('account', 'account.id', 'affected.account_id')
    .select(['person.name', 'account.address', 'affected.messages', 'affected.first_at'])
    .where('affected.incident_id', '=', id)
    .orderBy('affected.first_at')
    .limit(200)
    .execute()
  // A personal address stays its person's own, also where the desk may see the findings.
  return rows.map((row) => ({
    name: row.name ?? 'a person',
    address: row.address ?? 'a personal mailbox',
    messages: row.messages,
    firstAt: row.first_at,
  }))
}

async function noticesOf(tx: Tx, id: string): Promise<readonly NoticeSent[]> {
  const notices = await tx
    .selectFrom('notice')
    .leftJoin('person', 'person.id', 'notice.person_id')
    .select(['notice.id', 'notice.level', 'notice.decided_at', 'notice.read_at', 'person.name'])
    .where('notice.incident_id', '=', id)
    .orderBy('notice.decided_at')
    .limit(200)
    .execute()
  if (notices.length === 0) return []
  const deliveries = await tx
    .selectFrom('delivery')
    .leftJoin('account', 'account.id', 'delivery.account_id')
    .select(['delivery.notice_id', 'delivery.channel', 'delivery.state', 'delivery.sent_at', 'delivery.ended_at', 'account.address'])
    .where(
      'delivery.notice_id',
      'in',
      notices.map((notice) => notice.id),
    )
    .orderBy('delivery.queued_at')
    .execute()
  const actions = await tx
    .selectFrom('notice_action')
    .select(['notice_id', 'action', 'done_at', 'done_by'])
    .where(
      'notice_id',
      'in',
      notices.map((notice) => notice.id),
    )
    .orderBy('place')
    .execute()
  return notices.map((notice) => ({
    person: notice.name ?? 'a person',
    level: notice.level,
    decidedAt: notice.decided_at,
    ...(notice.read_at && { readAt: notice.read_at }),
    actions: actions
      .filter(({ notice_id }) => notice_id === notice.id)
      .map(({ action, done_at, done_by }) => ({ action, ...(done_at && { doneAt: done_at }), ...(done_by && { by: done_by }) })),
    deliveries: deliveries
      .filter((one) => one.notice_id === notice.id)
      .map((one) => {
        const at = one.ended_at ?? one.sent_at
        return {
          channel: one.channel,
          to: whereTo(one),
          state: one.state,
          ...(at && { at }),
        }
      }),
  }))
}

/** Masked; of a telephone or a room, the channel alone. */
function whereTo({ channel, address }: { readonly channel: DeliveryChannel; readonly address: string | null }): string {
  if (channel === 'home') return 'their page'
  if (channel !== 'mail') return `their ${channel}`
  return address === null ? 'another address of theirs' : masked(address)
}

async function stepsOf(tx: Tx, id: string): Promise<IncidentSeen['steps']> {
  const rows = await tx
    .selectFrom('triage_step')
    .leftJoin('person', 'person.id', 'triage_step.by_person')
    .select(['triage_step.at', 'person.name', 'triage_step.step', 'triage_step.reason'])
    .where('triage_step.incident_id', '=', id)
    .orderBy('triage_step.at')
    .execute()
  return rows.map(({ at, name, step, reason }) => ({ at, by: name ?? 'a member of staff', step, reason }))
}

async function othersOf(
  tx: Tx,
  explain: Explain,
  id: string,
  organisationId: string | null,
  personId: string | null,
): Promise<IncidentSeen['others']> {
  const which = sql<boolean>`incident.id <> ${id} and incident.state = 'open'
    and incident.organisation_id is not distinct from ${organisationId}::uuid and incident.person_id is not distinct from ${personId}::uuid`
  const rows = await incidentRows(tx, explain, { which, limit: 20, offset: 0 })
  return rows.map((row) => ({ id: row.id, title: `${row.title}: ${row.who}` }))
}
