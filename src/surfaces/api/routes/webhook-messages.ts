/** What is sent to addresses that are told of enrolment, for the document: ids, as the API names them, and a few words. */
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { WebhookEvent } from '#webhooks'
import { idSchema, momentSchema } from '../asked.ts'
import { type ApiEnv, body } from '../operation.ts'

const ofPerson = z.strictObject({ organisation: idSchema, person: idSchema })

type Message = { readonly summary: string; readonly data: z.ZodType }

const messages: Readonly<Record<WebhookEvent, Message>> = {
  'application.decided': {
    summary: 'An application was accepted or refused',
    data: z.strictObject({ application: idSchema, decision: z.enum(['accepted', 'refused']), organisation: idSchema.optional() }),
  },
  'organisation.joined': { summary: 'An organisation takes part', data: z.strictObject({ organisation: idSchema }) },
  'person.invited': { summary: 'A link to join was made for somebody', data: ofPerson },
  'person.joined': { summary: 'Somebody accepted their invitation, or was taken back', data: ofPerson },
  'person.left': { summary: 'Somebody’s part in the organisation ended', data: ofPerson },
  'consent.changed': {
    summary: 'Somebody gave the organisation a permission, or took it back',
    data: z.strictObject({ ...ofPerson.shape, consent: z.literal('organisation-is-told'), state: z.enum(['given', 'withdrawn']) }),
  },
}

export function addMessages({ openAPIRegistry }: OpenAPIHono<ApiEnv>): void {
  for (const [type, { summary, data }] of Object.entries(messages)) {
    openAPIRegistry.registerWebhook({
      method: 'post',
      path: type,
      summary,
      tags: ['webhooks'],
      request: { body: body(z.strictObject({ type: z.literal(type), timestamp: momentSchema, data })) },
      responses: { 200: { description: 'Any 2xx says that it arrived; 410 that no more is wanted.' } },
    })
  }
}
