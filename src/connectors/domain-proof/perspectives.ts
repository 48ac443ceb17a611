/**
 * Several resolvers asked the same question. One that lies, is slow or sees
 * another half of a split zone is then seen beside the others (the idea of
 * multi-perspective validation, CA/Browser Forum ballot SC-067).
 */
import { Resolver } from 'node:dns/promises'

export type Question = { readonly name: string; readonly type: 'TXT' | 'MX' | 'CNAME' | 'A' | 'AAAA' }

export type PerspectiveAnswer = {
  /** The resolver, as the operator named it. */
  readonly from: string
  /** Empty when there is no such record, or none of the name. */
  readonly values: readonly string[]
  /** Why there is no answer at all: `timed out`, `SERVFAIL` … */
  readonly failed?: string
}

export type Perspective = {
  readonly name: string
  readonly ask: (question: Question) => Promise<PerspectiveAnswer>
}

const none = ['ENODATA', 'ENOTFOUND']

/**
 * One perspective for each server (`9.9.9.9`, `127.0.0.1:5353`), or the machine's own resolver when none is named.
 * An answer always comes, within twice `timeMs`.
 */
export function openPerspectives(servers: readonly string[], timeMs = 2500): readonly Perspective[] {
  if (servers.length === 0) return [perspectiveOf('this machine', new Resolver({ timeout: timeMs, tries: 2 }))]
  return servers.map((server) => {
    const resolver = new Resolver({ timeout: timeMs, tries: 1 })
    resolver.setServers([server])
    return perspectiveOf(server, resolver)
  })
}

function perspectiveOf(name: string, resolver: Resolver): Perspective {
  return {
    name,
    ask: async (question) => {
      try {
        return { from: name, values: await valuesOf(resolver, question) }
      } catch (cause) {
        const code = codeOf(cause)
        return none.includes(code) ? { from: name, values: [] } : { from: name, values: [], failed: failures[code] ?? code }
      }
    },
  }
}

async function valuesOf(resolver: Resolver, { name, type }: Question): Promise<readonly string[]> {
  if (type === 'TXT') return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''))
  if (type === 'MX')
    return (await resolver.resolveMx(name)).sort((left, right) => left.priority - right.priority).map(({ exchange }) => plain(exchange))
  if (type === 'CNAME') return (await resolver.resolveCname(name)).map(plain)
  return type === 'A' ? resolver.resolve4(name) : resolver.resolve6(name)
}

const plain = (host: string): string => host.toLowerCase().replace(/\.$/, '')

const failures: Readonly<Record<string, string>> = {
  ETIMEOUT: 'timed out',
  ESERVFAIL: 'SERVFAIL',
  EREFUSED: 'refused',
  ECONNREFUSED: 'nobody listens there',
  EBADNAME: 'not a name',
  EBADRESP: 'an answer that cannot be read',
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'failed'
