/** Organisations: for a token of one, itself; for one of the programme, all. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { OrganisationLine } from '#members'
import { followingOf, idSchema, organisationParams, pageFrom, pageOf, pageQuery } from '../asked.ts'
import type { ApiDeps } from '../deps.ts'
import { type ApiEnv, json, needs, says, whoOf } from '../operation.ts'
import { orNothingHere } from '../problem.ts'

const lineSchema = z
  .strictObject({ id: idSchema, name: z.string(), kind: z.string(), domains: z.array(z.string()) })
  .openapi('Organisation')

const count = z.int().min(0)
const wholeSchema = z
  .strictObject({
    ...lineSchema.shape,
    people: count,
    watched: count.openapi({ description: 'How many have a work mailbox that is watched now.' }),
    waiting: count.openapi({ description: 'How many have not accepted an invitation.' }),
  })
  .openapi('OrganisationWithCounts')

const listRoute = createRoute({
  method: 'get',
  path: '/organisations',
  operationId: 'listOrganisations',
  summary: 'The organisations of this token',
  description: 'A token of an organisation finds that one. The order is that in which they joined.',
  tags: ['organisations'],
  ...needs('organisations:read'),
  request: { query: pageQuery },
  responses: { 200: json('A page of organisations.', pageOf(lineSchema)), ...says.badPage },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/organisations/{organisation}',
  operationId: 'getOrganisation',
  summary: 'One organisation, and how many of its people are protected',
  tags: ['organisations'],
  ...needs('organisations:read'),
  request: { params: organisationParams },
  responses: { 200: json('The organisation.', wholeSchema), ...says.notFound },
})

const told = ({ id, name, kind, domains }: OrganisationLine) => ({ id, name, kind, domains: [...domains] })

export function addOrganisations(app: OpenAPIHono<ApiEnv>, { organisations }: ApiDeps): void {
  app.openapi(listRoute, async (context) =>
    context.json(pageFrom(await organisations.list(whoOf(context), followingOf(context.req.valid('query'))), told), 200),
  )
  app.openapi(oneRoute, async (context) => {
    const found = orNothingHere(await organisations.one(whoOf(context), context.req.valid('param').organisation))
    const { people, watched, waiting } = found
    return context.json({ ...told(found), people, watched, waiting }, 200)
  })
}
