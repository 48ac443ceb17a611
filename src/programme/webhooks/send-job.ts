/** The job of one try. */
import type { Job } from '#jobs'

export const sendWebhookTask = 'send-webhook'

type Try = { readonly deliveryId: string; readonly isLate: boolean; readonly runAt?: Date }

/**
 * Two lanes, each one try after the other: those whose endpoint answers, and
 * those whose does not. So however many addresses are dead, they hold up each
 * other and neither the mail that is examined nor the endpoints that work.
 */
export const sendJob = ({ deliveryId, isLate, runAt }: Try): Job => ({
  task: sendWebhookTask,
  payload: { deliveryId },
  key: `webhook/${deliveryId}`,
  queue: isLate ? 'webhooks-late' : 'webhooks',
  priority: 5,
  ...(runAt && { runAt }),
})
