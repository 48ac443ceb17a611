/**
 * Finds out whose Authentication-Results may be believed in a mailbox, from the heads of its newest mails. A name counts only when it stands topmost in most
 * of them and belongs to the very server that wrote the topmost Received line (who sends a mail cannot write above it) or that keeps the mailbox.
 */
import { registered } from '../names/domain.ts'
import { isHost } from '../names/services.ts'
import { readResults } from './results-header.ts'

/**
 * So few mails say nothing; a name must stand in so large a part of those that have results at all, and of all: where the server writes none, a sender who
 * writes its name would have to fill half of the mailbox.
 */
const least = { mails: 3, ofStated: 0.8, ofAll: 0.5 } as const

type Head = { readonly authservId: string; readonly by: string }

/** `heads`: the raw header lines `Received` and `Authentication-Results` of each mail, in their order. Answers names, or `*.house.example` for a house of many hosts. */
export function suggestAuthserv(mailboxHost: string, heads: readonly string[]): readonly string[] {
  const keeper = registered(mailboxHost.trim().toLowerCase())
  const stated = heads.slice(0, 200).flatMap((head) => readHead(head) ?? [])
  const own = stated.filter(({ authservId, by }) => {
    const house = registered(authservId)
    return house.includes('.') && (house === registered(by) || house === keeper)
  })
  const houses = Map.groupBy(own, ({ authservId }) => registered(authservId))
  for (const [house, mails] of houses) {
    if (mails.length < Math.max(least.mails, stated.length * least.ofStated, heads.length * least.ofAll)) continue
    const names = [...new Set(mails.map(({ authservId }) => authservId))]
    // Under a domain that gives names to everybody, the neighbours are strangers.
    return names.length === 1 ? names : isHost('freePages', house) ? [] : [`*.${house}`]
  }
  return []
}

function readHead(head: string): Head | undefined {
  const lines = head
    .slice(0, 50_000)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const lineOf = (name: string): string | undefined =>
    lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1)
  const results = lineOf('authentication-results')
  if (results === undefined) return undefined
  const { authservId } = readResults(results)
  const by = /\bby\s+([\w.-]+)/i.exec(lineOf('received') ?? '')?.[1]?.toLowerCase() ?? ''
  return authservId === '' ? undefined : { authservId, by }
}
