/** The job of one try, and the lane in which it waits. */

import type { Job } from '#jobs'
import { hoursMs } from '#kernel'

export const sendWebhookTask = 'send-webhook'

/**
 * Each lane is one try after the other: those whose endpoint answers, those whose takes its time, those whose does not answer. So however many addresses
 * are dead, or keep us waiting, they hold up each other and neither the mail that is examined nor the endpoints that work.
 */
export const lanes = ['prompt', 'slow', 'late'] as const
export type Lane = (typeof lanes)[number]

const queues: Readonly<Record<Lane, string>> = { prompt: 'webhooks', slow: 'webhooks-slow', late: 'webhooks-late' }

/** For so long after a slow answer: else one that is slow every second time would hold up the others with each. */
const staysSlowMs = hoursMs(1)

type Seen = { readonly failing_since: Date | null; readonly slow_at: Date | null }

/** Where the next try of an endpoint waits, seen from `now`. */
export function laneOf({ failing_since, slow_at }: Seen, now: Date): Lane {
  if (failing_since !== null) return 'late'
  return slow_at !== null && now.getTime() - slow_at.getTime() < staysSlowMs ? 'slow' : 'prompt'
}

type Try = { readonly deliveryId: string; readonly lane: Lane; readonly runAt?: Date }

export const sendJob = ({ deliveryId, lane, runAt }: Try): Job => ({
  task: sendWebhookTask,
  payload: { deliveryId, lane },
  key: `webhook/${deliveryId}`,
  queue: queues[lane],
  priority: 5,
  ...(runAt && { runAt }),
})
