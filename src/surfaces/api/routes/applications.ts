/** Applications, for programs of the programme: where each stands and which rules spoke, not whom to write to. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApplicationTold } from '#applications'
import { followingOf, idSchema, momentSchema, pageFrom, pageOf, pageQuery } from '../asked.ts'
import type { ApiDeps } from '../deps.ts'
import { type ApiEnv, json, needs, says, whoOf } from '../operation.ts'
import { orNothingHere } from '../problem.ts'

const applicationSchema = z
  .strictObject({
    id: idSchema,
    name: z.string(),
    domain: z.string().openapi({ description: 'Empty for those who have none.' }),
    state: z.enum(['checking', 'with-a-person', 'accepted', 'refused', 'withdrawn']),
    points: z.int(),
    submittedAt: momentSchema.optional(),
    decidedAt: momentSchema.optional(),
    organisation: idSchema.optional().openapi({ description: 'What an accepted one became.' }),
    rules: z
      .strictObject({ programme: z.string(), version: z.string(), hash: z.string(), spoke: z.array(z.string()) })
      .optional()
      .openapi({ description: 'The published rules it was last held against, and the ids of those that spoke.' }),
  })
  .openapi('Application')

const listRoute = createRoute({
  method: 'get',
  path: '/applications',
  operationId: 'listApplications',
  summary: 'Applications that were sent in',
  description: 'In the order in which they were begun. For tokens of the programme.',
  tags: ['applications'],
  ...needs('applications:read'),
  request: { query: pageQuery },
  responses: { 200: json('A page of applications.', pageOf(applicationSchema)), ...says.badPage },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/applications/{application}',
  operationId: 'getApplication',
  summary: 'One application',
  tags: ['applications'],
  ...needs('applications:read'),
  request: { params: z.object({ application: idSchema }) },
  responses: { 200: json('The application.', applicationSchema), ...says.notFound },
})

function told({ submittedAt, decidedAt, organisationId, rules, ...one }: ApplicationTold): z.infer<typeof applicationSchema> {
  // A draft is nobody's to see; none is read.
  const state = one.state === 'draft' ? 'checking' : one.state
  return {
    ...one,
    state,
    ...(submittedAt && { submittedAt: submittedAt.toISOString() }),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    ...(organisationId && { organisation: organisationId }),
    ...(rules && { rules: { programme: rules.id, version: rules.version, hash: rules.hash, spoke: rules.rules.map(({ id }) => id) } }),
  }
}

export function addApplications(app: OpenAPIHono<ApiEnv>, { applications }: ApiDeps): void {
  app.openapi(listRoute, async (context) =>
    context.json(pageFrom(await applications.list(whoOf(context), followingOf(context.req.valid('query'))), told), 200),
  )
  app.openapi(oneRoute, async (context) => {
    const found = orNothingHere(await applications.one(whoOf(context), context.req.valid('param').application))
    return context.json(told(found), 200)
  })
}
