/** Webhooks: addresses that are told of enrolment, what was sent to them, and a test. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type DeliverySeen, type EndpointSeen, webhookEvents } from '#webhooks'
import { followingOf, idSchema, momentSchema, pageFrom, pageOf, pageQuery } from '../asked.ts'
import type { ApiDeps } from '../deps.ts'
import { type ApiEnv, body, json, needs, says, whoOf } from '../operation.ts'
import { orNothingHere } from '../problem.ts'

const eventSchema = z.enum(webhookEvents)

const endpointSchema = z
  .strictObject({
    id: idSchema,
    url: z.string(),
    events: z.array(eventSchema),
    createdAt: momentSchema,
    state: z.enum(['working', 'failing', 'stopped']).openapi({
      description: '`failing`: the newest tries did not arrive and are tried again. `stopped`: nothing is sent until it is started again.',
    }),
    failingSince: momentSchema.optional(),
  })
  .openapi('Webhook')

const newEndpointSchema = z
  .strictObject({
    url: z
      .string()
      .max(2000)
      .openapi({ description: 'https, on its usual port, on the open internet.', example: 'https://hooks.example/in' }),
    events: z.array(eventSchema).openapi({
      description:
        '`consent.changed` is told to organisations only; `application.decided` and `organisation.joined` to the programme only. What its owner may not be told of is left out.',
    }),
  })
  .openapi('NewWebhook')

const deliverySchema = z
  .strictObject({
    id: idSchema,
    event: z.string(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    tries: z.int().min(0),
    createdAt: momentSchema,
    triedAt: momentSchema.optional(),
    nextAt: momentSchema.optional(),
    answered: z.string().openapi({ description: 'The status at the last try, or why there was none.', example: '204' }),
    body: z.string().openapi({ description: 'As it was signed.' }),
  })
  .openapi('Delivery')

const one = z.object({ webhook: idSchema })
const oneDelivery = one.extend({ delivery: idSchema })
const common = { tags: ['webhooks'], ...needs('webhooks:write') }
const done = { 204: { description: 'Done.' } }

const listRoute = createRoute({
  ...common,
  method: 'get',
  path: '/webhooks',
  operationId: 'listWebhooks',
  summary: 'The addresses that are told of enrolment',
  request: { query: pageQuery },
  responses: { 200: json('A page of them.', pageOf(endpointSchema)), ...says.badPage },
})

const addRoute = createRoute({
  ...common,
  method: 'post',
  path: '/webhooks',
  operationId: 'addWebhook',
  summary: 'Add an address',
  description:
    'Messages are signed after Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature). The secret is in this answer and nowhere else.',
  request: { body: body(newEndpointSchema) },
  responses: {
    201: json('Added.', z.strictObject({ id: idSchema, secret: z.string().openapi({ example: 'whsec_…' }) })),
    ...says.changing,
  },
})

const getRoute = createRoute({
  ...common,
  method: 'get',
  path: '/webhooks/{webhook}',
  operationId: 'getWebhook',
  summary: 'One address',
  request: { params: one },
  responses: { 200: json('The address.', endpointSchema), ...says.notFound },
})

const removeRoute = createRoute({
  ...common,
  method: 'delete',
  path: '/webhooks/{webhook}',
  operationId: 'removeWebhook',
  summary: 'Remove an address and its secret; what waits for it is not sent',
  request: { params: one },
  responses: { ...done, ...says.notFound },
})

const startRoute = createRoute({
  ...common,
  method: 'post',
  path: '/webhooks/{webhook}/start',
  operationId: 'startWebhook',
  summary: 'Send again to one that was stopped, from now on',
  request: { params: one },
  responses: { ...done, ...says.notFound },
})

const testRoute = createRoute({
  ...common,
  method: 'post',
  path: '/webhooks/{webhook}/test',
  operationId: 'testWebhook',
  summary: 'Send an event that says nothing',
  request: { params: one },
  responses: { 202: json('On its way.', z.strictObject({ id: idSchema })), ...says.changing },
})

const deliveriesRoute = createRoute({
  ...common,
  method: 'get',
  path: '/webhooks/{webhook}/deliveries',
  operationId: 'listDeliveries',
  summary: 'What was sent to an address in the last thirty days, the newest first',
  request: { params: one, query: pageQuery },
  responses: { 200: json('A page of them.', pageOf(deliverySchema)), ...says.badPageOrNotFound },
})

const resendRoute = createRoute({
  ...common,
  method: 'post',
  path: '/webhooks/{webhook}/deliveries/{delivery}/resend',
  operationId: 'resendDelivery',
  summary: 'Send one again, under its old id',
  description: 'One that still waits is nothing to send again: a 404.',
  request: { params: oneDelivery },
  responses: { 202: json('On its way.', z.strictObject({ id: idSchema })), ...says.changing },
})

const toldEndpoint = ({ id, url, events, createdAt, state, failingSince }: EndpointSeen): z.infer<typeof endpointSchema> => ({
  ...{ id, url, events: [...events], createdAt: createdAt.toISOString(), state },
  ...(failingSince && { failingSince: failingSince.toISOString() }),
})

const toldDelivery = ({ createdAt, triedAt, nextAt, ...rest }: DeliverySeen): z.infer<typeof deliverySchema> => ({
  ...rest,
  createdAt: createdAt.toISOString(),
  ...(triedAt && { triedAt: triedAt.toISOString() }),
  ...(nextAt && { nextAt: nextAt.toISOString() }),
})

export function addWebhooks(app: OpenAPIHono<ApiEnv>, { webhooks }: ApiDeps): void {
  app.openapi(listRoute, async (context) =>
    context.json(pageFrom(await webhooks.list(whoOf(context), followingOf(context.req.valid('query'))), toldEndpoint), 200),
  )
  app.openapi(addRoute, async (context) => context.json({ ...(await webhooks.add(whoOf(context), context.req.valid('json'))) }, 201))
  app.openapi(getRoute, async (context) => {
    const { webhook } = context.req.valid('param')
    return context.json(toldEndpoint(orNothingHere(await webhooks.one(whoOf(context), webhook))), 200)
  })
  app.openapi(removeRoute, async (context) => {
    orNothingHere(await webhooks.remove(whoOf(context), context.req.valid('param').webhook))
    return context.body(null, 204)
  })
  app.openapi(startRoute, async (context) => {
    orNothingHere(await webhooks.start(whoOf(context), context.req.valid('param').webhook))
    return context.body(null, 204)
  })
  app.openapi(testRoute, async (context) =>
    context.json({ ...orNothingHere(await webhooks.test(whoOf(context), context.req.valid('param').webhook)) }, 202),
  )
  app.openapi(deliveriesRoute, async (context) => {
    const following = followingOf(context.req.valid('query'))
    const found = orNothingHere(await webhooks.deliveries(whoOf(context), context.req.valid('param').webhook, following))
    return context.json(pageFrom(found, toldDelivery), 200)
  })
  app.openapi(resendRoute, async (context) => {
    const { webhook, delivery } = context.req.valid('param')
    orNothingHere(await webhooks.resend(whoOf(context), webhook, delivery))
    return context.json({ id: delivery }, 202)
  })
}
