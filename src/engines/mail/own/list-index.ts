/** Lists, made ready to be asked: the cost of a question does not depend on how long the lists are. */
import { rangesOf } from './ip.ts'
import type { ListEntry, ListKind } from './own-set.ts'
import { upwards } from './values.ts'

export type ListIndex = {
  /** The entry of `list` that names this value, for the whole programme or for `organisation`. */
  readonly find: (list: string, kind: ListKind, value: string, organisation: string | undefined) => ListEntry | undefined
  readonly findHost: (list: string, host: string, organisation: string | undefined) => ListEntry | undefined
  /** A web address, or the beginning of it up to a slash. */
  readonly findUrl: (list: string, url: string, organisation: string | undefined) => ListEntry | undefined
  readonly findIp: (list: string, ip: string, organisation: string | undefined) => ListEntry | undefined
  readonly findSubject: (list: string, words: string, organisation: string | undefined) => ListEntry | undefined
  /** For rules: whether any entry of a list names the value, whatever kind it has. */
  readonly holds: (list: string, value: string, organisation: string | undefined) => boolean
}

/** Subjects are searched one after another. */
const mostSubjects = 2000

export function indexLists(entries: readonly ListEntry[]): ListIndex {
  const byKey = new Map<string, ListEntry[]>()
  const subjects: ListEntry[] = []
  const sizes = new Set<number>()
  for (const entry of entries) {
    const key = `${entry.list} ${entry.kind} ${entry.value}`
    byKey.set(key, [...(byKey.get(key) ?? []), entry])
    if (entry.kind === 'subject' && subjects.length < mostSubjects) subjects.push(entry)
    if (entry.kind === 'ip') sizes.add(Number(entry.value.split('/')[2]))
  }
  const counts = ({ organisation }: ListEntry, mine: string | undefined): boolean => organisation === undefined || organisation === mine
  const find: ListIndex['find'] = (list, kind, value, mine) => byKey.get(`${list} ${kind} ${value}`)?.find((entry) => counts(entry, mine))
  const findHost: ListIndex['findHost'] = (list, host, mine) =>
    find(list, 'host', host, mine) ?? firstOf(upwards(host), (one) => find(list, 'domain', one, mine))
  return {
    find,
    findHost,
    findUrl: (list, url, mine) => firstOf(beginnings(url), (one) => find(list, 'url', one, mine)),
    findIp: (list, ip, mine) => (sizes.size === 0 ? undefined : firstOf(rangesOf(ip, sizes), (range) => find(list, 'ip', range, mine))),
    findSubject: (list, words, mine) =>
      subjects.find((entry) => entry.list === list && counts(entry, mine) && ` ${words} `.includes(` ${entry.value} `)),
    holds: (list, value, mine) => {
      const text = value.trim().toLowerCase()
      const known = (kind: ListKind): boolean => find(list, kind, text, mine) !== undefined
      return known('text') || known('address') || known('sha256') || findHost(list, text, mine) !== undefined
    },
  }
}

function firstOf<Value>(values: readonly string[], look: (value: string) => Value | undefined): Value | undefined {
  for (const value of values) {
    const found = look(value)
    if (found !== undefined) return found
  }
  return undefined
}

/** `a.example/b/c?d`: itself, `a.example/b/c`, `a.example/b`, `a.example`. */
function beginnings(url: string): readonly string[] {
  const cuts = [...url.matchAll(/[/?]/g)].slice(0, 20).map((hit) => url.slice(0, hit.index))
  return [...new Set([url, ...cuts.toReversed()])]
}
