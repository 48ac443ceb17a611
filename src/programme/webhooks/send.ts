/**
 * The handler of `send-webhook`: one try. What is read, the sending and what
 * came of it are apart, since nothing is sent inside a transaction; a process
 * that dies between them sends once more, under the same id.
 */
import { z } from 'zod'
import type { Fetched } from '#fetch'
import { enqueue, type Handler } from '#jobs'
import { hoursMs, minutesMs, secondsMs } from '#kernel'
import type { Tx } from '#storage'
import type { SendDeps } from './deps.ts'
import { letGoWaiting } from './endpoints.ts'
import { keyOwnerOf, sealContext } from './owner.ts'
import { laneOf, lanes, sendJob } from './send-job.ts'
import { signatureHeaders } from './sign.ts'

const payloadSchema = z.object({ deliveryId: z.uuid(), lane: z.enum(lanes).default('prompt') })

/** Longer, and the endpoint waits among those like it. */
const promptMs = secondsMs(1)

/** Before each further try, as Standard Webhooks counsels; after the last, three days have passed. */
const waitsMs = [
  secondsMs(5),
  minutesMs(5),
  minutesMs(30),
  hoursMs(2),
  hoursMs(5),
  hoursMs(10),
  hoursMs(14),
  hoursMs(20),
  hoursMs(24),
] as const

export const sendWebhook =
  (deps: SendDeps): Handler =>
  async (payload) => {
    const { deliveryId, lane } = payloadSchema.parse(payload)
    const waiting = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
      const found = await read(tx, deliveryId)
      const now = found && laneOf(found, deps.clock.now())
      if (now === undefined || now === lane) return found
      // Its endpoint became slow, or fails, or is well again since this was asked for.
      await enqueue(tx, sendJob({ deliveryId, lane: now }))
      return undefined
    })
    if (waiting === undefined) return
    const secret = (await deps.vault.sealer(keyOwnerOf(waiting.organisation_id))).open(waiting.sealed, sealContext(waiting.endpoint_id))
    const { url, body, event_id: id } = waiting
    const headers = { 'content-type': 'application/json', ...signatureHeaders(secret, { id, at: deps.clock.now(), body }) }
    const askedAt = deps.clock.now()
    const answer = await deps.ask(url, { method: 'POST', headers, body })
    const isSlow = deps.clock.now().getTime() - askedAt.getTime() > promptMs
    await deps.storage.asTenant({ kind: 'programme' }, (tx) => settle(tx, deps, { deliveryId, answer, isSlow }))
  }

/** What is still to be sent, with its endpoint; held until `tx` ends. */
const read = (tx: Tx, deliveryId: string) =>
  tx
    .selectFrom('webhook_delivery')
    .innerJoin('webhook_endpoint', 'webhook_endpoint.id', 'webhook_delivery.endpoint_id')
    .select([
      'webhook_delivery.body',
      'webhook_delivery.event_id',
      'webhook_delivery.tries',
      'webhook_delivery.created_at',
      'webhook_delivery.endpoint_id',
      'webhook_endpoint.organisation_id',
      'webhook_endpoint.url',
      'webhook_endpoint.sealed',
      'webhook_endpoint.failing_since',
      'webhook_endpoint.slow_at',
    ])
    .where('webhook_delivery.id', '=', deliveryId)
    .where('webhook_delivery.state', '=', 'waiting')
    .where('webhook_endpoint.removed_at', 'is', null)
    .where('webhook_endpoint.stopped_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

const statusOf = (answer: Fetched): number => (answer.kind === 'answered' ? answer.status : 0)
/** A redirect is not followed, so it is no arrival. */
const arrived = (answer: Fetched): boolean => statusOf(answer) >= 200 && statusOf(answer) < 300
const sayAnswer = (answer: Fetched): string => (answer.kind === 'answered' ? String(answer.status) : answer.why.slice(0, 100))

type Tried = { readonly deliveryId: string; readonly answer: Fetched; readonly isSlow: boolean }

async function settle(tx: Tx, deps: SendDeps, { deliveryId, answer, isSlow }: Tried): Promise<void> {
  const waiting = await read(tx, deliveryId)
  if (waiting === undefined) return
  const now = deps.clock.now()
  const tries = waiting.tries + 1
  const { endpoint_id: endpointId } = waiting
  const tried = { tries, tried_at: now, answered: sayAnswer(answer) }
  const delivery = tx.updateTable('webhook_delivery').where('id', '=', deliveryId)
  if (isSlow) await tx.updateTable('webhook_endpoint').set({ slow_at: now }).where('id', '=', endpointId).execute()
  if (arrived(answer)) {
    await delivery.set({ ...tried, state: 'delivered', next_at: null }).execute()
    if (waiting.failing_since !== null)
      await tx.updateTable('webhook_endpoint').set({ failing_since: null }).where('id', '=', endpointId).execute()
    return
  }
  // 410 is how a receiver says that it wants no more (RFC 9110 §15.5.11).
  const isGone = statusOf(answer) === 410
  const waitMs = waitsMs[tries - 1]
  const isLast = isGone || waitMs === undefined
  const since = waiting.failing_since ?? now
  await tx.updateTable('webhook_endpoint').set({ failing_since: since }).where('id', '=', endpointId).execute()
  if (!isLast) {
    const nextAt = new Date(now.getTime() + waitMs)
    await delivery.set({ ...tried, next_at: nextAt }).execute()
    return enqueue(tx, sendJob({ deliveryId, lane: 'late', runAt: nextAt }))
  }
  await delivery.set({ ...tried, state: 'failed', next_at: null }).execute()
  // Nothing at all arrived from before the first try of this one: nobody is there.
  if (isGone || since <= waiting.created_at || now.getTime() - since.getTime() >= waitsMs.reduce((sum, one) => sum + one, 0))
    await stop(tx, deps, { endpointId, organisationId: waiting.organisation_id, url: waiting.url, why: isGone ? 'gone' : 'failing' })
}

type Stop = { readonly endpointId: string; readonly organisationId: string | null; readonly url: string; readonly why: 'gone' | 'failing' }

async function stop(tx: Tx, deps: SendDeps, { url, ...stopped }: Stop): Promise<void> {
  await tx.updateTable('webhook_endpoint').set({ stopped_at: deps.clock.now() }).where('id', '=', stopped.endpointId).execute()
  await letGoWaiting(tx, stopped.endpointId, 'stopped')
  await deps.onStopped(tx, { ...stopped, host: new URL(url).host })
}
