/** The first look at a mailbox: old mail counts down and is summed up once, instead of a storm of notices. */

import { enqueue } from '#jobs'
import { type Clock, secondsMs } from '#kernel'
import type { Tx } from '#storage'

export const firstLookTask = 'first-look-digest'

/** The folders of one mailbox are counted one after another; the digest waits until they all are. */
const settlesMs = secondsMs(15)

/** One message of the first look is done; asks for the digest after the last one. */
export async function countFirstLook(tx: Tx, clock: Clock, connectionId: string): Promise<void> {
  const counted = await tx
    .updateTable('connection')
    .set((columns) => ({ first_look_left: columns('first_look_left', '-', 1) }))
    .where('id', '=', connectionId)
    .where('first_look_left', '>', 0)
    .returning('first_look_left')
    .executeTakeFirst()
  if (counted?.first_look_left !== 0) return
  const runAt = new Date(clock.now().getTime() + settlesMs)
  await enqueue(tx, { task: firstLookTask, payload: { connectionId }, key: `${firstLookTask}/${connectionId}`, runAt })
}

export type FirstLook = {
  readonly accountId: string
  readonly personId: string
  readonly organisationId: string | null
  readonly connectedAt: Date
  readonly examined: number
  /** Dangerous mails found in old mail, by headline rule, most first. */
  readonly found: readonly { readonly headline: string; readonly messages: number }[]
}

/** What the first look found; undefined while messages are left, or when the connection ended. */
export async function firstLookOf(tx: Tx, connectionId: string): Promise<FirstLook | undefined> {
  const connection = await tx
    .selectFrom('connection')
    .select(['account_id', 'person_id', 'organisation_id', 'created_at', 'first_look_total', 'first_look_left'])
    .where('id', '=', connectionId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (connection === undefined || connection.first_look_left !== 0) return undefined
  const found = await tx
    .selectFrom('flagged_message')
    .innerJoin('incident', 'incident.id', 'flagged_message.incident_id')
    .select((columns) => ['incident.headline', columns.fn.countAll<string>().as('messages')])
    .where('flagged_message.account_id', '=', connection.account_id)
    .where('flagged_message.arrived_at', '<', connection.created_at)
    .where('incident.state', '!=', 'dismissed')
    .groupBy('incident.headline')
    .orderBy('messages', 'desc')
    .execute()
  return {
    accountId: connection.account_id,
    personId: connection.person_id,
    organisationId: connection.organisation_id,
    connectedAt: connection.created_at,
    examined: connection.first_look_total ?? 0,
    found: found.map(({ headline, messages }) => ({ headline, messages: Number(messages) })),
  }
}
