/**
 * Houses whose name opens doors, with the domains that are really theirs: think tanks, universities, papers, foundations, ministries, parliaments, unions of
 * states. Attackers write in their name because an invitation from there is answered. Only the table and the search.
 */
import { plainWords } from '../words/plain-words.ts'
import { isReserved, labelOf } from './domain.ts'
import { institutesOne } from './institutes-one.ts'
import { institutesTwo } from './institutes-two.ts'

export type Institute = { readonly name: string; readonly domains: readonly string[]; readonly words: readonly string[] }

const institutes: readonly Institute[] = `${institutesOne.trim()}\n${institutesTwo.trim()}`.split('\n').map((line) => {
  const [name = '', domains = '', words = ''] = line.split(' | ')
  return { name, domains: domains.split(' '), words: words.split(', ').map(plainWords) }
})

type Named = { readonly word: string; readonly institute: Institute }

const wordStart = /[a-z0-9]+/g
const letter = /[a-z0-9]/

/** By their first word. Words of one institute may be part of another's: the longest comes first, and counts. */
const byFirst = Map.groupBy(
  institutes
    .flatMap((institute) => institute.words.map((word): Named => ({ word, institute })))
    .sort((left, right) => right.word.length - left.word.length),
  ({ word }) => word.match(wordStart)?.[0] ?? word,
)

/** The institutes named in plain words, in the order of the text. */
export function institutesIn(plain: string): readonly Institute[] {
  // Everybody, and the whole world over, are no newspaper.
  const text = plain.slice(0, 4000).replace(/\b(tout|dans|par|sur) le monde\b/g, '$1 ce monde')
  const found = new Set<Institute>()
  let past = 0
  for (const { 0: first, index } of text.matchAll(wordStart)) {
    if (index < past) continue
    const named = byFirst.get(first)?.find(({ word }) => text.startsWith(word, index) && !letter.test(text[index + word.length] ?? ''))
    if (named === undefined) continue
    found.add(named.institute)
    past = index + named.word.length
  }
  return [...found]
}

const byLabel = new Map(
  institutes.flatMap((institute) => institute.domains.map((domain) => [labelOf(domain), institute] as const)).reverse(),
)

/** The institute whose domain begins so: `rand` of rand.org. */
export const instituteOfLabel = (label: string): Institute | undefined => byLabel.get(label)

/** Whether a host is one of an institute's, or of a kind that nobody else can register. */
export const isOfInstitute = (institute: Institute, host: string): boolean =>
  institute.domains.some((domain) => host === domain || host.endsWith(`.${domain}`)) ||
  (isReserved(host) && institute.domains.some((domain) => host.startsWith(`${domain.slice(0, domain.lastIndexOf('.'))}.`)))
