/**
 * A mail was examined: its verdict is written down once and, when it is
 * dangerous, it becomes part of an incident and its person is told. One
 * transaction, so a crash leaves all of it or nothing, and a second run of the
 * same job changes nothing.
 */
import { createHash } from 'node:crypto'
import type { Clock, Verdict } from '#kernel'
import type { Vault } from '#secrets'
import { noteTest } from '#simulations'
import type { Storage, Tx } from '#storage'
import { type Arrival, ownerOf, type Place, type Reached } from './arrival.ts'
import type { ReceiveDeps } from './deps.ts'
import { countFirstLook } from './first-look.ts'
import { type Flagging, flag } from './flag.ts'
import { matterOf } from './matter.ts'
import { tellPeople } from './tell-people.ts'
import { keepMailTrace, traceHash } from './trace-hashes.ts'
import { whoIsTold } from './who-is-told.ts'

export type Received = {
  readonly outcome: 'already-examined' | 'connection-ended' | 'silent' | 'registered-test' | 'opened' | 'joined' | 'same-message'
  readonly incidentId?: string
}

/** Takes in one message of a watched mailbox. */
export async function receive(deps: ReceiveDeps, arrival: Arrival): Promise<Received> {
  const { storage, vault, clock, teller } = deps
  const { reached, inspection, place, firstLook } = arrival
  const examined: Examined = {
    reached,
    place,
    arrivedAt: arrival.arrivedAt,
    messageHash: messageHash(vault, reached, arrival.bytes),
    verdict: inspection.verdict,
    score: inspection.score,
    inJunk: arrival.inJunk,
    traces: inspection.traces.map((trace) => traceHash(vault, trace)),
  }
  if (inspection.verdict !== 'dangerous') {
    return storage.asTenant({ kind: 'programme' }, async (tx) => {
      const test = await writeAsTest(tx, deps, { arrival, examined })
      if (test !== undefined) return test
      const received = await writeDown(tx, clock, examined, firstLook)
      if (received.outcome === 'silent') await arrival.learn?.(tx)
      return received
    })
  }

  const sealer = await vault.sealer(ownerOf(reached))
  const tell = await teller(await peopleOf(storage, reached))
  const flagging: Flagging = {
    reached,
    origin: firstLook ? 'first-look' : 'mailbox',
    level: arrival.inJunk ? 'attempt-blocked' : 'targeted',
    place,
    messageHash: examined.messageHash,
    bytes: arrival.bytes,
    inspection,
    arrivedAt: arrival.arrivedAt,
  }
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const test = await writeAsTest(tx, deps, { arrival, examined })
    if (test !== undefined) return test
    const written = await writeVerdict(tx, clock, examined, firstLook)
    if (written !== 'written') return { outcome: written }
    const { incidentId, outcome, dismissed } = await flag(tx, { clock, vault, sealer }, flagging)
    if (!firstLook && !dismissed && outcome !== 'same-message') await tellPeople(tx, tell, incidentId, flagging)
    if (firstLook) await countFirstLook(tx, clock, place.connectionId)
    return { outcome, incidentId }
  })
}

/** A mail of a registered test is written down with that mark, whatever it was judged: it is no attack, teaches nothing, and interrupts nobody. */
async function writeAsTest(
  tx: Tx,
  { clock, registeredTest }: ReceiveDeps,
  { arrival, examined }: { readonly arrival: Arrival; readonly examined: Examined },
): Promise<Received | undefined> {
  const { reached, arrivedAt, inspection, firstLook } = arrival
  const { organisationId } = reached
  if (registeredTest === undefined || organisationId === null) return undefined
  const simulationId = await registeredTest(tx, { organisationId, arrivedAt, inspection })
  if (simulationId === undefined) return undefined
  const { outcome } = await writeDown(tx, clock, { ...examined, simulationId }, firstLook)
  if (outcome !== 'silent') return { outcome }
  await noteTest(tx, clock, { ...reached, organisationId, simulationId, messageHash: examined.messageHash, arrivedAt })
  return { outcome: 'registered-test' }
}

/**
 * A message that was gone when we came to read it, deleted or moved by its owner; or one that speaks of no account, where its person lets nothing else be
 * read. Nothing of it is kept, and there is nothing to tell.
 */
export async function receiveNothing(
  { storage, clock }: Pick<ReceiveDeps, 'storage' | 'clock'>,
  nothing: {
    readonly reached: Reached
    readonly place: Place
    readonly firstLook: boolean
    readonly noticedAt: Date
    readonly why: 'gone' | 'unread'
  },
): Promise<Received> {
  const { reached, place, firstLook, noticedAt, why } = nothing
  const examined: Examined = {
    reached,
    place,
    arrivedAt: noticedAt,
    messageHash: Buffer.alloc(0),
    verdict: why,
    score: 0,
    inJunk: false,
    traces: [],
  }
  return storage.asTenant({ kind: 'programme' }, (tx) => writeDown(tx, clock, examined, firstLook))
}

type Examined = {
  readonly reached: Reached
  readonly place: Place
  readonly arrivedAt: Date
  readonly messageHash: Buffer
  readonly verdict: Verdict | 'gone' | 'unread'
  readonly score: number
  readonly inJunk: boolean
  readonly traces: readonly Buffer[]
  readonly simulationId?: string
}

async function writeDown(tx: Tx, clock: Clock, examined: Examined, firstLook: boolean): Promise<Received> {
  const written = await writeVerdict(tx, clock, examined, firstLook)
  if (written !== 'written') return { outcome: written }
  if (firstLook) await countFirstLook(tx, clock, examined.place.connectionId)
  return { outcome: 'silent' }
}

async function writeVerdict(
  tx: Tx,
  clock: Clock,
  examined: Examined,
  firstLook: boolean,
): Promise<'written' | 'already-examined' | 'connection-ended'> {
  const { reached, place, arrivedAt } = examined
  const now = clock.now()
  // Consent may have been withdrawn while the mail was read: then nothing of it is kept. Who withdraws it now waits, so that what is written here is
  // forgotten with the rest. The first look counts down on the same row: two that only shared it would each wait for the other.
  const row = tx.selectFrom('connection').select('ended_at').where('id', '=', place.connectionId)
  const connection = await (firstLook ? row.forNoKeyUpdate() : row.forShare()).executeTakeFirst()
  if (connection === undefined || connection.ended_at !== null) return 'connection-ended'
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message_verdict')
    .values({
      person_id: reached.personId,
      organisation_id: reached.organisationId,
      connection_id: place.connectionId,
      folder: place.folder,
      uid_validity: place.uidValidity,
      uid: place.uid,
      arrived_on: arrivedAt.toISOString().slice(0, 10),
      message_hash: examined.messageHash,
      verdict: examined.verdict,
      score: examined.score,
      waited_ms: Math.max(0, now.getTime() - arrivedAt.getTime()),
      examined_at: now,
      simulation_id: examined.simulationId ?? null,
    })
    .onConflict((found) => found.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return 'already-examined'
  const { verdict } = examined
  if (verdict !== 'gone' && verdict !== 'unread') await keepMailTrace(tx, now, { ...examined, verdict })
  return 'written'
}

/**
 * The same bytes in two folders of one mailbox are one message. The whole mail
 * is hashed and not its Message-ID: who writes a mail chooses that, and could
 * send a harmless one first.
 */
export const messageHash = (vault: Vault, reached: Reached, bytes: Uint8Array): Buffer =>
  vault.mac('message', `${reached.accountId}/${createHash('sha256').update(bytes).digest('hex')}`)

/** Everybody who may have to be told, so that their keys are at hand before the transaction. */
export async function peopleOf(storage: Storage, reached: Reached): Promise<readonly string[]> {
  const matter = await storage.asTenant({ kind: 'programme' }, (tx) =>
    matterOf(tx, { reached: reached.personId, organisationId: reached.organisationId, accountId: reached.accountId }),
  )
  return whoIsTold(matter).map(({ personId }) => personId)
}
