/** What every documented operation has beside its own matter: whom it lets in, and how it says no. */
import type { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { Caller, Scope } from '#api-tokens'
import { Problem, problemSchema } from './problem.ts'

export type ApiEnv = { Bindings: { readonly socket: string }; Variables: { caller: Caller } }

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } })

const always = {
  401: problem('The token is missing, not known, revoked or past its end.'),
  403: problem('The token lacks the scope.'),
  429: problem('Asked too often; `Retry-After` says how long to wait.'),
  503: problem('Not at the moment; `Retry-After` says when.'),
}

/** How an operation with something named in its address, or with something given to it, says no. */
export const says = {
  no: always,
  notFound: { ...always, 404: problem('There is nothing here for this token.') },
  badPage: { ...always, 422: problem('The cursor or the limit is not right.') },
  badPageOrNotFound: {
    ...always,
    404: problem('There is nothing here for this token.'),
    422: problem('The cursor or the limit is not right.'),
  },
  changing: {
    ...always,
    400: problem('The body is not JSON.'),
    404: problem('There is nothing here for this token.'),
    409: problem('Right, but not as things stand.'),
    411: problem('The body came without its length.'),
    413: problem('The body is too long.'),
    422: problem('What was given is not right.'),
  },
}

export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A body that must be there. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, content: { 'application/json': { schema } } })

/** Lets in whoever holds the scope, before anything is looked up: a refusal says nothing of what exists. */
export const needs = (scope: Scope): { readonly security: { token: string[] }[]; readonly middleware: MiddlewareHandler<ApiEnv> } => ({
  security: [{ token: [scope] }],
  middleware: async (context, next) => {
    if (!context.get('caller').scopes.includes(scope))
      throw new Problem(403, 'missing-scope', `This token may not do this: it lacks the scope ${scope}.`, {
        headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
      })
    await next()
  },
})

export const whoOf = (context: Context<ApiEnv>) => context.get('caller').who
