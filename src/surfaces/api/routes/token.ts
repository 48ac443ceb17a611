/** What a token is, for the program that holds it. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { scopes } from '#api-tokens'
import { idSchema, momentSchema } from '../asked.ts'
import { type ApiEnv, json, says } from '../operation.ts'

const tokenSchema = z
  .strictObject({
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    endsAt: momentSchema,
    organisation: idSchema.optional().openapi({ description: 'Absent for a token of the programme.' }),
  })
  .openapi('Token')

const route = createRoute({
  method: 'get',
  path: '/token',
  operationId: 'getToken',
  summary: 'What this token is',
  description: 'Needs no scope.',
  tags: ['token'],
  security: [{ token: [] }],
  responses: { 200: json('The token.', tokenSchema), 401: says.no[401], 429: says.no[429], 503: says.no[503] },
})

export function addToken(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(route, (context) => {
    const { name, scopes: held, endsAt, organisationId } = context.get('caller')
    const organisation = organisationId !== undefined && { organisation: organisationId }
    return context.json({ name, scopes: [...held], endsAt: endsAt.toISOString(), ...organisation }, 200)
  })
}
