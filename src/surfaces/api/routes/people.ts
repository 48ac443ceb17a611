/** People of an organisation: reading the list, adding somebody, and mailing an invitation. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { languages } from '#kernel'
import type { Member } from '#members'
import { followingOf, idSchema, momentSchema, organisationParams, pageFrom, pageOf, pageQuery, personParams, plainText } from '../asked.ts'
import type { ApiDeps } from '../deps.ts'
import { type ApiEnv, body, json, needs, says, whoOf } from '../operation.ts'
import { orNothingHere } from '../problem.ts'
import { watchSchema } from '../watch-schema.ts'

const roleSchema = z.enum(['member', 'administrator'])

const personSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    title: z.string().optional(),
    role: roleSchema,
    workAddress: z.string().optional(),
    state: z.enum(['added', 'invited', 'joined']).openapi({ description: '`invited`: a link is on its way that was not used yet.' }),
    invitedUntil: momentSchema.optional(),
    mailbox: watchSchema,
    hasPasskey: z.boolean(),
  })
  .openapi('Person')

const newPersonSchema = z
  .strictObject({
    name: plainText(1, 200),
    address: plainText(3, 320).openapi({ description: 'The work address.', example: 'lee@hartley.example' }),
    title: plainText(0, 100).default(''),
    language: z.enum(languages).default('en').openapi({ description: 'Of the letters they are sent until they choose.' }),
  })
  .openapi('NewPerson')

const listRoute = createRoute({
  method: 'get',
  path: '/organisations/{organisation}/people',
  operationId: 'listPeople',
  summary: 'The people of an organisation',
  description: 'In the order of their ids. What is a person’s own, such as a personal address, is never part of it.',
  tags: ['people'],
  ...needs('people:read'),
  request: { params: organisationParams, query: pageQuery },
  responses: { 200: json('A page of people.', pageOf(personSchema)), ...says.badPageOrNotFound },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/organisations/{organisation}/people/{person}',
  operationId: 'getPerson',
  summary: 'One person',
  tags: ['people'],
  ...needs('people:read'),
  request: { params: personParams },
  responses: { 200: json('The person.', personSchema), ...says.notFound },
})

const addRoute = createRoute({
  method: 'post',
  path: '/organisations/{organisation}/people',
  operationId: 'addPerson',
  summary: 'Add somebody with their work address',
  description: 'Nobody is written to yet: invite them next. An address that somebody of the organisation has is a 409.',
  tags: ['people'],
  ...needs('people:invite'),
  request: { params: organisationParams, body: body(newPersonSchema) },
  responses: {
    201: {
      ...json('Added.', z.strictObject({ id: idSchema })),
      headers: z.object({ location: z.string().openapi({ description: 'Where the person is.' }) }),
    },
    ...says.changing,
  },
})

const inviteRoute = createRoute({
  method: 'post',
  path: '/organisations/{organisation}/people/{person}/invitation',
  operationId: 'invitePerson',
  summary: 'Mail a link to join',
  description:
    'The link goes to the work address and is good for one use in three days; an earlier one stops working. Its letter holds three words that the page of the organisation shows: tell them to the person beforehand. Somebody who has joined is a 409.',
  tags: ['people'],
  ...needs('people:invite'),
  request: { params: personParams },
  responses: { 202: json('On its way.', z.strictObject({ invitedUntil: momentSchema })), ...says.changing },
})

const told = (one: Member): z.infer<typeof personSchema> => ({
  id: one.personId,
  name: one.name,
  ...(one.title && { title: one.title }),
  role: one.role,
  ...(one.workAddress && { workAddress: one.workAddress }),
  state: one.joined ? 'joined' : one.invitedUntil ? 'invited' : 'added',
  ...(one.invitedUntil && !one.joined && { invitedUntil: one.invitedUntil.toISOString() }),
  mailbox: one.mailbox,
  hasPasskey: one.passkey,
})

export function addPeople(app: OpenAPIHono<ApiEnv>, { organisations }: ApiDeps): void {
  app.openapi(listRoute, async (context) => {
    const following = followingOf(context.req.valid('query'))
    const found = orNothingHere(await organisations.people(whoOf(context), context.req.valid('param').organisation, following))
    return context.json(pageFrom(found, told), 200)
  })
  app.openapi(oneRoute, async (context) => {
    const { organisation, person } = context.req.valid('param')
    return context.json(told(orNothingHere(await organisations.person(whoOf(context), organisation, person))), 200)
  })
  app.openapi(addRoute, async (context) => {
    const { organisation } = context.req.valid('param')
    const { personId } = orNothingHere(await organisations.addPerson(whoOf(context), organisation, context.req.valid('json')))
    return context.json({ id: personId }, 201, { location: `/api/v1/organisations/${organisation}/people/${personId}` })
  })
  app.openapi(inviteRoute, async (context) => {
    const { organisation, person } = context.req.valid('param')
    const { expiresAt } = orNothingHere(await organisations.invite(whoOf(context), organisation, person))
    return context.json({ invitedUntil: expiresAt.toISOString() }, 202)
  })
}
