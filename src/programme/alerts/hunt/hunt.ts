/**
 * "Who else got this?" Finds examined mails by one trace, over all connected mailboxes of the programme. What it counts is counted over everybody; a
 * row is shown of work mail, and of personal mail only where something was found in it and its person lets the desk see findings (the policy of
 * `mail_trace`). Looking is written down for those whose mail was found.
 */
import { sql } from 'kysely'
import { lookedAt, record } from '#audit'
import type { Verdict, Who } from '#kernel'
import { type HuntedKind, readTypedTrace } from '#mail'
import { before, type Paged, paged, pageSize } from '#members'
import type { Storage, Tx } from '#storage'
import type { Place } from '../arrival.ts'
import type { DeskDeps } from '../deps.ts'
import { type ReachSeen, reachOf } from '../reach/reach-seen.ts'
import { traceHash } from '../trace-hashes.ts'

export type HuntAsk = { readonly kind: HuntedKind; readonly value: string; readonly page: number }

export type HuntHit = Place & {
  readonly person: string
  readonly account: string
  readonly organisation?: { readonly id: string; readonly name: string }
  readonly arrivedAt: Date
  readonly verdictThen: Verdict
  readonly incidentId?: string
}

export type HuntSummary = {
  readonly mails: number
  readonly mailboxes: number
  readonly organisations: number
  /** Mails in personal mailboxes that are counted and not shown. */
  readonly hidden: number
  readonly first?: Date
  readonly last?: Date
  readonly verdicts: Readonly<Record<Verdict, number>>
}

export type Hunted =
  | { readonly problem: string }
  | {
      /** As it was looked for. */
      readonly value: string
      /** Honest mails share it: it may be looked for, and nobody is told because of it. */
      readonly everybodys: boolean
      readonly summary: HuntSummary
      readonly hits: Paged<HuntHit>
      readonly reach?: ReachSeen
    }

const kindInWords: Readonly<Record<HuntedKind, string>> = {
  sender: 'sender',
  'sender-domain': 'sender’s domain',
  'link-host': 'link',
  subject: 'subject',
  attachment: 'file',
  'reply-to': 'answer address',
}

/** One page of what was found. Undefined for anybody but the desk. */
export async function hunt(deps: DeskDeps, who: Who, { kind, value, page }: HuntAsk): Promise<Hunted | undefined> {
  if (who.kind !== 'analyst') return undefined
  const read = readTypedTrace(kind, value)
  if ('problem' in read) return read
  const { storage, vault, clock } = deps
  const hash = traceHash(vault, { kind, value: read.value })
  const { summary, unseen } = await summaryOf(storage, hash, who.personId)
  const hits = await storage.asTenant(who, async (tx) => {
    const total = await totalOf(tx, hash)
    const rows = await hitsOf(tx, hash, { limit: pageSize, offset: before(page) })
    // Each page shows the counts, so each is a deed: whoever asked for the second page first would have counted unseen.
    await writeLooks(tx, deps, who, { kind, rows, unseen })
    await record(tx, clock, {
      actor: who,
      action: 'hunt',
      subject: `hunt/${kind}`,
      details: { mails: summary.mails, mailboxes: summary.mailboxes, page },
    })
    return { total, rows: rows.map(({ reached: _, ...hit }) => hit) }
  })
  const reach = await reachOf(deps, who, { hash })
  return {
    ...read,
    summary: { ...summary, hidden: Math.max(0, summary.mails - hits.total) },
    hits: paged(hits.rows, hits.total, page),
    ...(reach && { reach }),
  }
}

/** All rows that `who` may see, for the export; written down like a page of them. */
export async function* exportHunt(deps: DeskDeps, who: Who, { kind, value }: Omit<HuntAsk, 'page'>): AsyncGenerator<HuntHit> {
  const read = readTypedTrace(kind, value)
  if (who.kind !== 'analyst' || 'problem' in read) return
  const { storage, vault, clock } = deps
  const hash = traceHash(vault, { kind, value: read.value })
  const limit = 500
  for (let offset = 0; ; offset += limit) {
    const from = offset
    const rows = await storage.asTenant(who, async (tx) => {
      const found = await hitsOf(tx, hash, { limit, offset: from })
      await writeLooks(tx, deps, who, { kind, rows: found, unseen: [] })
      // Before the first row leaves: an export that was broken off was one, too.
      if (from === 0)
        await record(tx, clock, {
          actor: who,
          action: 'hunt.export',
          subject: `hunt/${kind}`,
          details: { rows: await totalOf(tx, hash) },
        })
      return found
    })
    for (const { reached: _, ...hit } of rows) yield hit
    if (rows.length < limit) return
  }
}

/** How many mails `tx` may see. */
async function totalOf(tx: Tx, hash: Buffer): Promise<number> {
  const all = tx.selectFrom('mail_trace').select((columns) => columns.fn.countAll<string>().as('total'))
  return Number((await all.where(has(hash)).executeTakeFirstOrThrow()).total)
}

/** A hash of a mail stands once, so that joining makes no mail two. */
const has = (hash: Buffer) =>
  sql<boolean>`mail_trace.id in (select found.mail_id from bellwether.mail_trace_hash found where found.hash = ${hash})`

/** Most people whose personal mail is counted in one search are told of it; beyond that a search is a census. */
const mostUnseen = 200

/** Counts over everybody, and the persons whose personal mail is counted without being shown. */
async function summaryOf(
  storage: Storage,
  hash: Buffer,
  viewer: string,
): Promise<{ readonly summary: Omit<HuntSummary, 'hidden'>; readonly unseen: readonly string[] }> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .selectFrom('mail_trace')
      .select((columns) => [
        columns.fn.countAll<string>().as('mails'),
        columns.fn.count<string>('connection_id').distinct().as('mailboxes'),
        columns.fn.count<string>('organisation_id').distinct().as('organisations'),
        columns.fn.min('arrived_at').as('first'),
        columns.fn.max('arrived_at').as('last'),
        sql<string>`count(*) filter (where verdict = 'dangerous')`.as('dangerous'),
        sql<string>`count(*) filter (where verdict = 'careful')`.as('careful'),
        sql<string>`count(*) filter (where verdict = 'fine')`.as('fine'),
      ])
      .where(has(hash))
      .executeTakeFirstOrThrow()
    const unseen = await tx
      .selectFrom('mail_trace')
      .select('person_id')
      .distinct()
      .where(has(hash))
      .where('organisation_id', 'is', null)
      .where('person_id', '!=', viewer)
      .where((where) =>
        where.or([
          where('verdict', '=', 'fine'),
          where.not(
            where.exists(
              where
                .selectFrom('access_grant')
                .select('access_grant.id')
                .whereRef('access_grant.person_id', '=', 'mail_trace.person_id')
                .where('to_desk', '=', true)
                .where('scope', '=', 'details')
                .where('until', 'is', null),
            ),
          ),
        ]),
      )
      .limit(mostUnseen)
      .execute()
    return {
      summary: {
        mails: Number(row.mails),
        mailboxes: Number(row.mailboxes),
        organisations: Number(row.organisations),
        ...(row.first && { first: row.first }),
        ...(row.last && { last: row.last }),
        verdicts: { dangerous: Number(row.dangerous), careful: Number(row.careful), fine: Number(row.fine) },
      },
      unseen: unseen.map(({ person_id }) => person_id),
    }
  })
}

type Row = HuntHit & { readonly reached: { readonly personId: string; readonly organisationId: string | null } }

async function hitsOf(
  tx: Tx,
  hash: Buffer,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Row[]> {
  const rows = await tx
    .selectFrom('mail_trace')
    .leftJoin('person', 'person.id', 'mail_trace.person_id')
    .leftJoin('organisation', 'organisation.id', 'mail_trace.organisation_id')
    .leftJoin('connection', 'connection.id', 'mail_trace.connection_id')
    .leftJoin('account', 'account.id', 'connection.account_id')
    .select((columns) => [
      'mail_trace.connection_id',
      'mail_trace.folder',
      'mail_trace.uid_validity',
      'mail_trace.uid',
      'mail_trace.person_id',
      'mail_trace.organisation_id',
      'mail_trace.arrived_at',
      'mail_trace.verdict',
      'person.name as person',
      'organisation.name as organisation',
      'account.address',
      columns
        .selectFrom('flagged_message')
        .select('flagged_message.incident_id')
        .whereRef('flagged_message.account_id', '=', 'connection.account_id')
        .where(
          sql<boolean>`flagged_message.place ->> 'connectionId' = mail_trace.connection_id::text and flagged_message.place ->> 'folder' = mail_trace.folder
            and (flagged_message.place ->> 'uidValidity')::bigint = mail_trace.uid_validity and (flagged_message.place ->> 'uid')::bigint = mail_trace.uid`,
        )
        .limit(1)
        .as('incident_id'),
    ])
    .where(has(hash))
    .orderBy('mail_trace.arrived_at', 'desc')
    .orderBy('mail_trace.connection_id')
    .orderBy('mail_trace.uid')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    connectionId: row.connection_id,
    folder: row.folder,
    uidValidity: row.uid_validity,
    uid: row.uid,
    person: row.person ?? 'a person',
    // A personal address stays its person's own, also where the desk may see the findings.
    account: row.address ?? 'a personal mailbox',
    ...(row.organisation_id && row.organisation && { organisation: { id: row.organisation_id, name: row.organisation } }),
    arrivedAt: row.arrived_at,
    verdictThen: row.verdict,
    ...(row.incident_id && { incidentId: row.incident_id }),
    reached: { personId: row.person_id, organisationId: row.organisation_id },
  }))
}

type Looked = { readonly kind: HuntedKind; readonly rows: readonly Row[]; readonly unseen: readonly string[] }

/** One line for each person whose mails stand on the page, and for each whose personal ones were counted. */
async function writeLooks(tx: Tx, { clock }: DeskDeps, viewer: Who, { kind, rows, unseen }: Looked): Promise<void> {
  const seen = new Map(rows.map(({ reached }) => [`${reached.personId}/${reached.organisationId}`, reached]))
  for (const { personId, organisationId } of seen.values())
    await lookedAt(tx, clock, {
      viewer,
      what: `hunt: that a mail has a ${kindInWords[kind]}`,
      owner: organisationId === null ? { kind: 'person', id: personId } : { kind: 'organisation', id: organisationId },
      personId,
    })
  for (const id of unseen)
    await lookedAt(tx, clock, { viewer, what: `hunt: counted by ${kindInWords[kind]}, not shown`, owner: { kind: 'person', id } })
}
