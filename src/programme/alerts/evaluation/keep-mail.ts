/**
 * "This was wrong": a mail with its true label goes into the private set that rules are tested on. Its bytes are sealed to their owner; a personal
 * mail is kept only while its person lets the desk see, and that somebody kept it is written down for them.
 */
import { lookedAt, record } from '#audit'
import { enqueue } from '#jobs'
import type { Staff, Who } from '#kernel'
import type { Sealer } from '#secrets'
import { type Tx, uuid } from '#storage'
import { ownerColumns, ownerOf, type Place, type Reached } from '../arrival.ts'
import type { DeskDeps } from '../deps.ts'
import { messageContext } from '../flagged.ts'
import { isOpenToDesk } from '../merge.ts'
import { messageHash } from '../receive.ts'
import { needsTheirLeave, nothingKept, wasRight } from '../refusals.ts'

export const testRulesTask = 'test-rules'
export const keepHitTask = 'keep-hunted-mail'

export const labels = ['honest', 'hostile'] as const
export type Label = (typeof labels)[number]
export type Labelled = { readonly label: Label; readonly reason: string }

export const keptContext = (id: string): string => `evaluation-mail/${id}`
export const judgedContext = (id: string): string => `evaluation-context/${id}`

type Deps = Pick<DeskDeps, 'storage' | 'vault' | 'clock'>

/** Keeps one flagged mail of an incident, the newest when none is named. False when it does not exist for `who`; refusals `nothing-kept`, `needs-their-leave`. */
export async function labelFlagged(
  deps: Deps,
  who: Who,
  { incidentId, flaggedId }: { readonly incidentId: string; readonly flaggedId?: string },
  labelled: Labelled,
): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  const { storage, vault } = deps
  const row = await storage.asTenant(who, (tx) =>
    tx
      .selectFrom('flagged_message')
      .selectAll()
      .where('incident_id', '=', incidentId)
      .$if(flaggedId !== undefined, (rows) => rows.where('id', '=', flaggedId ?? ''))
      .orderBy('arrived_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  if (row === undefined) return false
  if (row.sealed_message === null) throw nothingKept()
  const reached: Reached = { accountId: row.account_id, personId: row.reached, organisationId: row.organisation_id }
  const sealer = await vault.sealer(ownerOf(reached))
  const bytes = sealer.open(row.sealed_message, messageContext(row.id))
  const connectionId = connectionOf(row.place)
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    keep(tx, deps, who, {
      reached,
      sealer,
      bytes,
      connectionId,
      messageHash: row.message_hash,
      verdictThen: row.verdict,
      incidentId: row.incident_id,
      source: connectionId === undefined ? 'report' : 'incident',
      labelled,
    }),
  )
  return true
}

/** Asks that a mail found by a hunt be read again and kept. False when it does not exist for `who`; refusal `was-right`: honest mail that passed is not kept. */
export async function labelHit({ storage, clock }: Deps, who: Who, place: Place, { label, reason }: Labelled): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  return storage.asTenant(who, async (tx) => {
    const hit = await tx
      .selectFrom('mail_trace')
      .select(['organisation_id', 'person_id', 'verdict'])
      .where('connection_id', '=', place.connectionId)
      .where('folder', '=', place.folder)
      .where('uid_validity', '=', place.uidValidity)
      .where('uid', '=', place.uid)
      .executeTakeFirst()
    if (hit === undefined) return false
    if (label === 'honest' && hit.verdict === 'fine') throw wasRight()
    const payload = { ...place, label, reason: reason.slice(0, 2000), by: who.personId, verdictThen: hit.verdict }
    await enqueue(tx, {
      task: keepHitTask,
      payload,
      key: `${keepHitTask}/${place.connectionId}/${place.folder}/${place.uidValidity}/${place.uid}`,
    })
    const owner =
      hit.organisation_id === null
        ? { kind: 'person' as const, id: hit.person_id }
        : { kind: 'organisation' as const, id: hit.organisation_id }
    await record(tx, clock, {
      actor: who,
      action: 'evaluation.ask',
      subject: `connection/${place.connectionId}`,
      owner,
      details: { label },
    })
    return true
  })
}

/** The read mail of a hunt hit; refusal `needs-their-leave` when the person took their leave back, or disconnected the mailbox, meanwhile. */
export async function keepHit(
  deps: Deps,
  hit: {
    readonly reached: Reached
    readonly place: Place
    readonly bytes: Uint8Array
    readonly by: string
    readonly verdictThen: string
    readonly labelled: Labelled
  },
): Promise<void> {
  const { reached, place, bytes, by, verdictThen, labelled } = hit
  const sealer = await deps.vault.sealer(ownerOf(reached))
  const hash = messageHash(deps.vault, reached, bytes)
  const keeping: Keeping = {
    ...{ reached, sealer, bytes, verdictThen, labelled },
    connectionId: place.connectionId,
    messageHash: hash,
    incidentId: null,
    source: 'hunt',
  }
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const connection = await tx
      .selectFrom('connection')
      .select('ended_at')
      .where('id', '=', place.connectionId)
      .forShare()
      .executeTakeFirst()
    if (connection === undefined || connection.ended_at !== null) throw needsTheirLeave()
    await keep(tx, deps, { kind: 'analyst', personId: by }, keeping)
  })
}

type Keeping = {
  readonly reached: Reached
  readonly sealer: Sealer
  readonly bytes: Uint8Array
  readonly connectionId: string | undefined
  readonly messageHash: Buffer
  readonly verdictThen: string
  readonly incidentId: string | null
  readonly source: 'incident' | 'report' | 'hunt'
  readonly labelled: Labelled
}

/** A mail that is in the set already gets the new label. */
async function keep(tx: Tx, { clock }: Deps, who: Staff, keeping: Keeping): Promise<void> {
  const { reached, sealer, bytes, labelled } = keeping
  const owner = ownerOf(reached)
  if (owner.kind === 'person' && !(await isOpenToDesk(tx, owner.id, who.personId))) throw needsTheirLeave()
  const fresh = uuid()
  const said = { label: labelled.label, reason: labelled.reason.trim().slice(0, 2000), by_person: who.personId, labelled_at: clock.now() }
  const context = JSON.stringify(await contextOf(tx, keeping))
  const { id } = await tx
    .insertInto('evaluation_mail')
    .values({
      id: fresh,
      ...ownerColumns(reached),
      account_id: reached.accountId,
      reached: reached.personId,
      incident_id: keeping.incidentId,
      source: keeping.source,
      message_hash: keeping.messageHash,
      sealed_message: sealer.seal(bytes, keptContext(fresh)),
      sealed_context: sealer.seal(context, judgedContext(fresh)),
      verdict_then: keeping.verdictThen,
      ...said,
    })
    .onConflict((found) => found.columns(['account_id', 'message_hash']).doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(tx, { task: testRulesTask, payload: { run: uuid(), only: id }, key: `${testRulesTask}/${id}`, priority: 5 })
  await lookedAt(tx, clock, {
    viewer: who,
    what: `kept a mail (${labelled.label}) to test the rules on`,
    owner,
    personId: reached.personId,
    ...(keeping.incidentId && { incidentId: keeping.incidentId }),
  })
  await record(tx, clock, {
    actor: who,
    action: 'evaluation.add',
    subject: `evaluation/${id}`,
    owner,
    details: { label: labelled.label, source: keeping.source },
  })
}

/** What it was judged with, as it is now: a mailbox may be gone when the rules are tested. */
async function contextOf(tx: Tx, { reached, connectionId }: Keeping): Promise<{ recipient: string; trustedAuthserv: readonly string[] }> {
  const account = await tx.selectFrom('account').select('address_folded').where('id', '=', reached.accountId).executeTakeFirst()
  const connection =
    connectionId === undefined
      ? undefined
      : await tx.selectFrom('connection').select('settings').where('id', '=', connectionId).executeTakeFirst()
  const trusted: unknown = Object(connection?.settings).trustedAuthserv
  const trustedAuthserv = Array.isArray(trusted) ? trusted.filter((one) => typeof one === 'string') : []
  return { recipient: account?.address_folded ?? '', trustedAuthserv }
}

const connectionOf = (place: unknown): string | undefined => {
  const id: unknown = Object(place).connectionId
  return typeof id === 'string' ? id : undefined
}
