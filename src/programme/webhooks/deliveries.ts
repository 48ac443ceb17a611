/** What was sent to an endpoint and how it was answered; sending one again, and a test. */
import { record } from '#audit'
import { enqueue } from '#jobs'
import type { Who } from '#kernel'
import { type Followed, type Following, followed } from '#members'
import { type Tx, uuid } from '#storage'
import type { WebhooksDeps } from './deps.ts'
import { deed } from './endpoints.ts'
import { testEvent } from './events.ts'
import { ownerOf } from './owner.ts'
import { endpointStopped } from './refusals.ts'
import { laneOf, sendJob } from './send-job.ts'

export type DeliverySeen = {
  readonly id: string
  readonly event: string
  readonly body: string
  readonly state: 'waiting' | 'delivered' | 'failed'
  readonly tries: number
  readonly createdAt: Date
  readonly triedAt?: Date
  readonly nextAt?: Date
  /** `204`, `timed out`; empty before the first try. */
  readonly answered: string
}

/** Those of an endpoint, the newest first; undefined when there is no such endpoint for `who`. */
export const deliveriesOf = (
  { storage }: WebhooksDeps,
  who: Who,
  endpointId: string,
  { after, most }: Following,
): Promise<Followed<DeliverySeen> | undefined> =>
  storage.asTenant(who, async (tx) => {
    if ((await heldBy(tx, who, endpointId)) === undefined) return undefined
    const rows = await tx
      .selectFrom('webhook_delivery')
      .selectAll()
      .where('endpoint_id', '=', endpointId)
      .$if(after !== undefined, (earlier) => earlier.where('id', '<', after ?? ''))
      .orderBy('id', 'desc')
      .limit(most + 1)
      .execute()
    const deliveries = rows.map(
      (row): DeliverySeen => ({
        ...{ id: row.id, event: row.event, body: row.body, state: row.state, tries: row.tries, createdAt: row.created_at },
        ...(row.tried_at && { triedAt: row.tried_at }),
        ...(row.next_at && { nextAt: row.next_at }),
        answered: row.answered,
      }),
    )
    return followed(deliveries, most, ({ id }) => id)
  })

async function heldBy(tx: Tx, who: Who, endpointId: string) {
  const organisationId = ownerOf(who)
  return tx
    .selectFrom('webhook_endpoint')
    .select(['id', 'organisation_id', 'stopped_at', 'failing_since', 'slow_at'])
    .where('id', '=', endpointId)
    .where('organisation_id', organisationId === null ? 'is' : '=', organisationId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

type Named = { readonly endpointId: string; readonly deliveryId: string }

/** Sends one again, under its old id and a new time. False when there is none such for `who`, or it waits already. Refusal `endpoint-stopped`. */
export const resend = ({ storage, clock }: WebhooksDeps, who: Who, { endpointId, deliveryId }: Named): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const held = await heldBy(tx, who, endpointId)
    if (held === undefined) return false
    if (held.stopped_at !== null) throw endpointStopped()
    const { numUpdatedRows } = await tx
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', tries: 0, next_at: clock.now() })
      .where('id', '=', deliveryId)
      .where('endpoint_id', '=', endpointId)
      .where('state', '!=', 'waiting')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await enqueue(tx, sendJob({ deliveryId, lane: laneOf(held, clock.now()) }))
    await record(tx, clock, { ...deed(who, 'webhook.resend', endpointId), details: { delivery: deliveryId } })
    return true
  })

/** Sends an event that says nothing, to see whether it arrives. Undefined when there is no such endpoint for `who`. Refusal `endpoint-stopped`. */
export const sendTest = ({ storage, clock }: WebhooksDeps, who: Who, endpointId: string): Promise<{ readonly id: string } | undefined> =>
  storage.asTenant(who, async (tx) => {
    const held = await heldBy(tx, who, endpointId)
    if (held === undefined) return undefined
    if (held.stopped_at !== null) throw endpointStopped()
    const id = uuid()
    const now = clock.now()
    const body = JSON.stringify({ type: testEvent, timestamp: now.toISOString(), data: {} })
    await tx
      .insertInto('webhook_delivery')
      .values({
        ...{ id, endpoint_id: endpointId, organisation_id: held.organisation_id, event_id: uuid(), event: testEvent, body },
        ...{ state: 'waiting', created_at: now, tried_at: null, next_at: now },
      })
      .execute()
    await enqueue(tx, sendJob({ deliveryId: id, lane: laneOf(held, now) }))
    await record(tx, clock, deed(who, 'webhook.test', endpointId))
    return { id }
  })
