/** The events that endpoints are told of, and who may be told of which. */

/** What happens to an organisation's people is the organisation's to know; a permission given to it is not the programme's. */
export const organisationEvents = ['person.invited', 'person.joined', 'person.left', 'consent.changed'] as const
export const programmeEvents = ['application.decided', 'organisation.joined', 'person.invited', 'person.joined', 'person.left'] as const
export const webhookEvents = ['application.decided', 'organisation.joined', ...organisationEvents] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Sent when somebody asks for it, to see whether it arrives. */
export const testEvent = 'webhook.test'

/** Those of `named` that an endpoint of this owner may be told of, each once. */
export const readEvents = (organisationId: string | null, named: readonly string[]): readonly WebhookEvent[] => {
  const may: readonly WebhookEvent[] = organisationId === null ? programmeEvents : organisationEvents
  return may.filter((one) => named.includes(one))
}
