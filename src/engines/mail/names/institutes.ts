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

/** Words of one institute may be part of another's: the longest that was found counts. */
const byWord = institutes
  .flatMap((institute) => institute.words.map((word) => ({ word, institute })))
  .sort((left, right) => right.word.length - left.word.length)
const anyWord = new RegExp(
  `(?<![a-z0-9])(?:${byWord.map(({ word }) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})(?![a-z0-9])`,
  'g',
)
const ofWord = new Map(byWord.map(({ word, institute }) => [word, institute]))

/** The institutes named in plain words, in the order of the text. */
export function institutesIn(plain: string): readonly Institute[] {
  const found = new Set<Institute>()
  for (const hit of plain.slice(0, 4000).matchAll(anyWord)) {
    const institute = ofWord.get(hit[0])
    if (institute !== undefined) found.add(institute)
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
