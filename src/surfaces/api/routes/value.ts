/** The value ledger: what an organisation was given, by the law it is reported under. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ValueEntry } from '#enrolment'
import { followingOf, idSchema, organisationParams, pageFrom, pageOf, pageQuery } from '../asked.ts'
import type { ApiDeps } from '../deps.ts'
import { type ApiEnv, json, needs, says, whoOf } from '../operation.ts'
import { orNothingHere } from '../problem.ts'

const entrySchema = z
  .strictObject({
    id: idSchema,
    givenOn: z.iso.date(),
    what: z.string(),
    law: z.string().openapi({ description: 'Under which law it is reported, as the operator calls it; may be empty.' }),
    currency: z.string().openapi({ description: 'ISO 4217.', example: 'USD' }),
    minorUnits: z.int().min(0).openapi({ description: 'In the smallest unit of the currency.', example: 133_700 }),
    note: z.string(),
  })
  .openapi('ValueEntry')

const listRoute = createRoute({
  method: 'get',
  path: '/organisations/{organisation}/value',
  operationId: 'listValue',
  summary: 'What an organisation was given, and what it is worth',
  description: 'In the order in which it was entered. An entry that was struck out is not among them.',
  tags: ['value'],
  ...needs('value:read'),
  request: { params: organisationParams, query: pageQuery },
  responses: { 200: json('A page of entries.', pageOf(entrySchema)), ...says.badPageOrNotFound },
})

const told = ({ id, givenOn, what, law, currency, minorUnits, note }: ValueEntry): z.infer<typeof entrySchema> => ({
  ...{ id, givenOn, what, law, currency, minorUnits, note },
})

export function addValue(app: OpenAPIHono<ApiEnv>, { organisations }: ApiDeps): void {
  app.openapi(listRoute, async (context) => {
    const following = followingOf(context.req.valid('query'))
    const found = orNothingHere(await organisations.value(whoOf(context), context.req.valid('param').organisation, following))
    return context.json(pageFrom(found, told), 200)
  })
}
