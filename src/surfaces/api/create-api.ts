/** Puts the operations behind one `fetch`, and writes what it offers as OpenAPI 3.1 from the schemas that read and answer. */
import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { ApiDeps } from './deps.ts'
import { failed, frames, knows, nowhere, short } from './frame.ts'
import type { ApiEnv } from './operation.ts'
import { nothingHere, Problem } from './problem.ts'
import { addAccounts } from './routes/accounts.ts'
import { addApplications } from './routes/applications.ts'
import { addOrganisations } from './routes/organisations.ts'
import { addPeople } from './routes/people.ts'
import { addToken } from './routes/token.ts'
import { addValue } from './routes/value.ts'
import { addMessages } from './routes/webhook-messages.ts'
import { addWebhooks } from './routes/webhooks.ts'

export const apiPath = '/api/v1'
const documentPath = '/openapi.json'

export type Api = {
  /** Answers a request whose path begins with /api/; `socket` is the address at the other end. Never throws. */
  readonly fetch: (request: Request, from: { readonly socket: string }) => Promise<Response>
  /** Method and path of everything that is answered, as a test reads it. */
  readonly paths: () => readonly { readonly method: string; readonly path: string }[]
}

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Bellwether',
    version: '1',
    description:
      'What programs of an organisation, or of the programme, may read and do. Whatever is a person’s own, such as a personal account, is no part of it.',
  },
  servers: [{ url: apiPath }],
}

/** The API, ready to be served. */
export function createApi(deps: ApiDeps): Api {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: refuseUnread })
  app.use('*', frames(deps))
  app.onError(failed(deps))
  app.notFound(nowhere)
  const operations = new OpenAPIHono<ApiEnv>({ defaultHook: refuseUnread })
  operations.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that an administrator of the organisation, or an operator, made. It begins with bwt_.',
  })
  // Before who asks: what is on offer is no secret.
  operations.doc31(documentPath, about)
  operations.use('*', knows(deps))
  operations.use('*', short)
  addToken(operations)
  addOrganisations(operations, deps)
  addPeople(operations, deps)
  addAccounts(operations, deps)
  addValue(operations, deps)
  addApplications(operations, deps)
  addWebhooks(operations, deps)
  addMessages(operations)
  app.route(apiPath, operations)
  const isWhole = ({ method, path }: { readonly method: string; readonly path: string }) =>
    method !== 'ALL' && path !== apiPath + documentPath
  return {
    fetch: async (request, from) => app.fetch(request, from),
    paths: () => app.routes.filter(isWhole).map(({ method, path }) => ({ method, path })),
  }
}

type Read = { readonly target: string } & ({ readonly success: true } | { readonly success: false; readonly error: z.ZodError })

/** An id that is none names nothing; anything else that cannot be read is told with its place. */
function refuseUnread(read: Read): undefined {
  if (read.success) return undefined
  if (read.target === 'param') throw nothingHere()
  const [issue] = read.error.issues
  throw new Problem(422, 'not-right', sayWrong(issue))
}

function sayWrong(issue: z.core.$ZodIssue | undefined): string {
  const place = (issue?.path ?? []).map(String).join('.').slice(0, 80)
  const what = place === '' ? 'What was given' : `"${place}"`
  const says = (issue?.message ?? 'it cannot be read').replace(/^Invalid input: /, '').replace(/\.$/, '')
  return says.endsWith('received undefined') ? `${what} is missing.` : `${what} is not right: ${says}.`
}
