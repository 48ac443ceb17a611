/** Lists, made ready to be asked: the cost of a question does not depend on how long the lists are. */
import { rangesOf } from './ip.ts'
import type { ListEntry, ListKind } from './own-set.ts'
import { upwards } from './values.ts'

export type ListIndex = {
  /** The entry of `list` that names this value. */
  readonly find: (list: string, kind: ListKind, value: string) => ListEntry | undefined
  readonly findHost: (list: string, host: string) => ListEntry | undefined
  /** A web address, or the beginning of it up to a slash. */
  readonly findUrl: (list: string, url: string) => ListEntry | undefined
  readonly findIp: (list: string, ip: string) => ListEntry | undefined
  readonly findSubject: (list: string, words: string) => ListEntry | undefined
  /** For rules: whether any entry of a list names the value, whatever kind it has. */
  readonly holds: (list: string, value: string) => boolean
}

/** Subjects are searched one after another. */
const mostSubjects = 2000

export function indexLists(entries: readonly ListEntry[]): ListIndex {
  const byKey = new Map<string, ListEntry>()
  const subjects: ListEntry[] = []
  const sizes = new Set<number>()
  for (const entry of entries) {
    const key = `${entry.list} ${entry.kind} ${entry.value}`
    if (!byKey.has(key)) byKey.set(key, entry)
    if (entry.kind === 'subject' && subjects.length < mostSubjects) subjects.push(entry)
    if (entry.kind === 'ip') sizes.add(Number(entry.value.split('/')[2]))
  }
  const find: ListIndex['find'] = (list, kind, value) => byKey.get(`${list} ${kind} ${value}`)
  const findHost: ListIndex['findHost'] = (list, host) =>
    find(list, 'host', host) ?? firstOf(upwards(host), (one) => find(list, 'domain', one))
  return {
    find,
    findHost,
    findUrl: (list, url) => firstOf(beginnings(url), (one) => find(list, 'url', one)),
    findIp: (list, ip) => (sizes.size === 0 ? undefined : firstOf(rangesOf(ip, sizes), (range) => find(list, 'ip', range))),
    findSubject: (list, words) => subjects.find((entry) => entry.list === list && ` ${words} `.includes(` ${entry.value} `)),
    holds: (list, value) => {
      const text = value.trim().toLowerCase()
      const known = (kind: ListKind): boolean => find(list, kind, text) !== undefined
      return known('text') || known('address') || known('sha256') || findHost(list, text) !== undefined
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
