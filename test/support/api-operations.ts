/** The operations of the API, read from its own document: asked one by one, and each answer held to what is written there. */
import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'
import { apiPath } from '#api'
import { type Scope, scopes } from '#api-tokens'
import { uuid } from '#storage'
import type { ApiAnswer, ApiWorld, Side } from './api-world.ts'

const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.object({ token: z.array(z.enum(scopes)) })),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']) })).default([]),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).default({}) })),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
  webhooks: z.record(z.string(), z.unknown()),
  paths: z.record(
    z.string(),
    z.record(z.enum(['get', 'post', 'put', 'patch', 'delete']), operationSchema).or(z.record(z.string(), operationSchema)),
  ),
})

export type Operation = z.infer<typeof operationSchema> & { readonly method: string; readonly path: string }

type Hook = { readonly webhook?: string; readonly delivery?: string }

export type Operations = {
  readonly all: readonly Operation[]
  /** The whole document. */
  readonly document: z.infer<typeof documentSchema>
  /** What fills an address's blanks: one side's own; what is not given is nobody's. */
  readonly addressOf: (operation: Operation, side: Side, hook?: Hook) => string
  /** Asks with what belongs to `side`; a webhook is made for the question, and gone after it. */
  readonly ask: (operation: Operation, side: Side, token: string | undefined) => Promise<ApiAnswer>
  /** The answer is one of those that the document names, and as it says. */
  readonly isAsWritten: (operation: Operation, answer: ApiAnswer) => void
  /** A message is as the document says of its kind. */
  readonly isMessage: (type: string, body: unknown) => void
}

export const scopeOf = (operation: Operation): Scope | undefined => operation.security[0]?.token[0]

const bodies: Readonly<Record<string, (side: Side) => unknown>> = {
  addPerson: ({ domain }) => ({ name: 'New Person', address: `new-${uuid()}@${domain}` }),
  addWebhook: () => ({ url: 'https://hooks.example/in', events: ['person.joined'] }),
}

const pointerOf = (parts: readonly string[]): string =>
  parts.map((part) => encodeURI(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')

export async function readOperations(world: ApiWorld): Promise<Operations> {
  const document = documentSchema.parse((await world.send('GET', `${apiPath}/openapi.json`)).json)
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'document', ...document })
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  )
  const fits = (parts: readonly string[], value: unknown, at: string): void => {
    const check = ajv.compile({ $ref: `document#/${pointerOf(parts)}` })
    assert.ok(check(value), `${at}: ${JSON.stringify(check.errors)} ${JSON.stringify(value)}`)
  }

  const addressOf: Operations['addressOf'] = ({ path }, side, hook = {}) => {
    const blanks: Readonly<Record<string, string | undefined>> = {
      organisation: side.organisation,
      person: side.people[1],
      application: world.application,
      webhook: hook.webhook ?? uuid(),
      delivery: hook.delivery ?? uuid(),
    }
    return apiPath + path.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? assert.fail(`no example of ${name}`))
  }

  const ask: Operations['ask'] = async (operation, side, token) => {
    const hook = operation.path.includes('{webhook}') ? await world.makeHook(side.hookOwner) : undefined
    const body = bodies[operation.operationId]?.(side)
    const answer = await world.send(operation.method, addressOf(operation, side, hook), { token, body })
    if (hook) await world.removeHook(side.hookOwner, hook.webhook)
    if (operation.operationId === 'addWebhook' && answer.status === 201) {
      const { id } = z.object({ id: z.string() }).parse(answer.json)
      await world.send('DELETE', `${apiPath}/webhooks/${id}`, { token })
    }
    return answer
  }

  return {
    ...{ all, document, addressOf, ask },
    isAsWritten: ({ operationId, path, method, responses }, { status, headers, text, json }) => {
      const type = headers.get('content-type')?.split(';')[0] ?? ''
      const content = responses[String(status)]?.content
      if (text === '') return assert.deepEqual(content, {}, operationId)
      const at = `${operationId} ${status} ${type}`
      assert.ok(content?.[type], `${at} is not in the document: ${text}`)
      fits(['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'], json, at)
    },
    isMessage: (type, body) => fits(['webhooks', type, 'post', 'requestBody', 'content', 'application/json', 'schema'], body, type),
  }
}
