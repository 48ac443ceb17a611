/** Work accounts. Personal ones are nobody's to read here, whatever their person allowed. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { WorkAccount } from '#members'
import { followingOf, idSchema, momentSchema, organisationParams, pageFrom, pageOf, pageQuery } from '../asked.ts'
import type { ApiDeps } from '../deps.ts'
import { type ApiEnv, json, needs, says, whoOf } from '../operation.ts'
import { orNothingHere } from '../problem.ts'
import { watchSchema } from '../watch-schema.ts'

const accountSchema = z
  .strictObject({
    id: idSchema,
    person: idSchema,
    address: z.string(),
    isProven: z.boolean().openapi({ description: 'Whether its person showed that they read it.' }),
    isBouncing: z.boolean(),
    mailbox: watchSchema,
    lastSeenAt: momentSchema.optional(),
  })
  .openapi('WorkAccount')

const listRoute = createRoute({
  method: 'get',
  path: '/organisations/{organisation}/accounts',
  operationId: 'listWorkAccounts',
  summary: 'The work accounts of an organisation',
  tags: ['accounts'],
  ...needs('accounts:read'),
  request: { params: organisationParams, query: pageQuery },
  responses: { 200: json('A page of work accounts.', pageOf(accountSchema)), ...says.badPageOrNotFound },
})

const told = ({ personId, lastSeenAt, ...one }: WorkAccount): z.infer<typeof accountSchema> => ({
  ...one,
  person: personId,
  ...(lastSeenAt && { lastSeenAt: lastSeenAt.toISOString() }),
})

export function addAccounts(app: OpenAPIHono<ApiEnv>, { organisations }: ApiDeps): void {
  app.openapi(listRoute, async (context) => {
    const following = followingOf(context.req.valid('query'))
    const found = orNothingHere(await organisations.accounts(whoOf(context), context.req.valid('param').organisation, following))
    return context.json(pageFrom(found, told), 200)
  })
}
