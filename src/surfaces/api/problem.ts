/** What a program is told when something was not done: problem details (RFC 9457), each with one sentence. */
import { z } from '@hono/zod-openapi'
import { isTrouble } from '#kernel'

export const problemSchema = z
  .strictObject({
    type: z.string().openapi({ example: 'urn:bellwether:problem:missing-scope' }),
    title: z.string().openapi({ example: 'Not allowed' }),
    status: z.int(),
    detail: z.string().openapi({ description: 'One sentence for whoever looks after the program.' }),
    reference: z.string().optional().openapi({ description: 'Of a mistake of ours: the log has it too.' }),
  })
  .openapi('Problem')

const titles = {
  400: 'Not readable',
  401: 'Who asks?',
  403: 'Not allowed',
  404: 'Nothing here',
  409: 'Not as things stand',
  411: 'How long?',
  413: 'Too long',
  422: 'Not right',
  429: 'Too often',
  500: 'Our mistake',
  503: 'Not at the moment',
} as const
type ProblemStatus = keyof typeof titles

/** Thrown by whatever answers; the frame makes the answer of it. */
export class Problem extends Error {
  readonly status: ProblemStatus
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  readonly reference: string | undefined

  constructor(
    status: ProblemStatus,
    code: string,
    detail: string,
    { headers = {}, reference }: { readonly headers?: Readonly<Record<string, string>>; readonly reference?: string } = {},
  ) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.headers = headers
    this.reference = reference
  }
}

/** The same for what never was, what is gone and what is somebody else's. */
export const nothingHere = (): Problem => new Problem(404, 'nothing-here', 'There is nothing here for this token.')

/** What `found` gives, or the problem that says there is nothing here. */
export function orNothingHere<Value>(value: Value | undefined | false): Value {
  if (value === undefined || value === false) throw nothingHere()
  return value
}

const retrySeconds = 30

/** Refusals that say: right, but not now. All others say: not right. */
const asThingsStand = new Set([
  'address-taken',
  'already-joined',
  'mail-not-set-up',
  'conflict',
  'too-many-endpoints',
  'endpoint-stopped',
  'too-many-letters',
])

/** Anything thrown, as a problem. What we did wrong gets `reference`, and nothing of it is told. */
export function problemOf(thrown: unknown, reference: string): Problem {
  if (thrown instanceof Problem) return thrown
  if (isTrouble(thrown, 'refusal')) {
    if (thrown.code === 'not-yours') return nothingHere()
    return new Problem(asThingsStand.has(thrown.code) ? 409 : 422, thrown.code, thrown.message)
  }
  if (isTrouble(thrown, 'setback'))
    return new Problem(503, 'not-now', `This cannot be done at the moment. Ask again in ${retrySeconds} seconds.`, {
      headers: { 'retry-after': String(retrySeconds) },
    })
  return new Problem(500, 'our-mistake', 'This is our mistake. The operator finds what happened by the reference.', { reference })
}

export const answerOf = ({ status, code, message, headers, reference }: Problem): Response =>
  new Response(
    JSON.stringify({
      type: `urn:bellwether:problem:${code}`,
      title: titles[status],
      status,
      detail: message,
      ...(reference !== undefined && { reference }),
    }),
    { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers } },
  )
