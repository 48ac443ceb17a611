/** Webhooks: addresses of others that are told, signed, what happens in enrolment. */
export { type DeliverySeen, deliveriesOf, resend, sendTest } from './deliveries.ts'
export type { SendDeps, Stopped, WebhooksDeps } from './deps.ts'
export { addEndpoint, type EndpointSeen, endpoint, listEndpoints, removeEndpoint, startEndpoint, stoppedHost } from './endpoints.ts'
export { organisationEvents, programmeEvents, type WebhookEvent, webhookEvents } from './events.ts'
export { sendWebhook } from './send.ts'
export { sendWebhookTask } from './send-job.ts'
export { shownSecret, signatureHeaders } from './sign.ts'
export { tellEndpoints } from './tell.ts'
