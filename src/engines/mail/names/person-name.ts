/** Reads the name of a person out of a display name, and compares two: titles, order, accents, second names, initials, nicknames, letters in disguise. */
import { editDistance, foldHomoglyphs, skeletonOf } from '#kernel'
import { mayBeCalled } from './nicknames.ts'

export type PersonName = {
  /** Given name first, as far as the writing tells. Lower case, accents and look-alike letters folded. */
  readonly words: readonly string[]
}

/** How sure it is that two names mean one person. `initial`: the given name is only a letter. `slip`: one letter of a long name differs. */
export type SameName = 'same' | 'initial' | 'slip'

const titles = new Set(
  `mr mrs ms miss mx dr prof professor doctor sir dame lord lady hon honorable honourable rev reverend fr father sister rabbi imam sen senator rep representative
  congressman congresswoman congressperson gov governor mayor president vice deputy mp mep msp ms mla councillor cllr councilor ambassador judge justice secretary
  minister chancellor speaker chair chairman chairwoman chairperson treasurer director ceo cfo coo cto executive managing general sr sra srta don dona d dna doctora
  senor senora lic ing licenciado ingeniero diputado diputada senador senadora alcalde alcaldesa concejal herr frau dipl mag dkfm abg mdb mdl mde m mme mlle maitre me
  depute deputee senateur senatrice maire captain capt col colonel lt major sgt gen jr junior snr senior ii iii iv phd md esq obe mbe cbe kc qc jd mba cpa rn ret`.split(
    /\s+/,
  ),
)
const particles = new Set('de del la las los y i da do dos das di van von der den zu zum af av el al bin ben ibn le du des'.split(' '))

/** What follows a name without being part of it: `(Riverton)`, `| Treasurer`, `via DocuSign`, an address. */
const trailing = /\s*(?:[|/–—•·]| - |\bvia\b|\bthrough\b|\bpor medio de\b|<|\(|\[|@).*$/su
const quoted = /["“”«»„]/g

/** The name as words; empty when nothing is left that could be one. */
export function readPersonName(text: string): PersonName {
  const folded = foldHomoglyphs(text.slice(0, 200)).replace(quoted, ' ')
  const cut = folded.replace(/^\s+/, '').replace(trailing, '')
  const comma = cut.indexOf(',')
  const [before, after] = comma < 0 ? [cut, ''] : [cut.slice(0, comma), cut.slice(comma + 1)]
  const last = wordsOf(before)
  const rest = wordsOf(after)
  // "Okafor, Jane A." is turned round; "Jane Okafor, Treasurer" is not.
  const turned = rest.length > 0 && rest.length <= 3 && last.length <= 2 && !/\b(?:and|of|y|und|et)\b/.test(after)
  return { words: turned && !(last.length === 2 && rest.length > 1) ? [...rest, ...last] : last }
}

const wordsOf = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}\p{N}'’]+/u)
    .map((word) => word.replace(/['’]/g, ''))
    .filter((word) => word !== '' && !titles.has(word) && !particles.has(word))
    .slice(0, 8)

const withoutUmlauts = (word: string): string => word.replace(/([aou])e/g, '$1')

/** The same word, digits that pass for letters included (`0kafor`), and umlauts written out (`Juergen`). */
const alike = (left: string, right: string): boolean =>
  left === right || (left.length > 2 && (skeletonOf(left) === skeletonOf(right) || withoutUmlauts(left) === withoutUmlauts(right)))

const isInitial = (word: string): boolean => word.length === 1

/** A name of two or more words, one of them written out; else it names too many people. */
export const isWhole = ({ words }: PersonName): boolean => words.length >= 2 && words.some((word) => word.length > 2)

/**
 * Whether `shown` may be `known`. The given name must agree (or its nickname, or its initial), and the family name; one further word (a second name, a second
 * surname) may stand in one and not in the other.
 */
export function sameName(known: PersonName, shown: PersonName): SameName | undefined {
  if (!isWhole(known) || !isWhole(shown)) return undefined
  return inOrder(known.words, shown.words) ?? inOrder(known.words, [shown.words.at(-1) ?? '', ...shown.words.slice(0, -1)])
}

function inOrder(known: readonly string[], shown: readonly string[]): SameName | undefined {
  const [given = '', ...knownRest] = known
  const [first = '', ...shownRest] = shown
  const initial = isInitial(first) && given.startsWith(first)
  if (!initial && !mayBeCalled(given, first) && !alike(given, first)) return undefined
  const written = shownRest.filter((word) => !isInitial(word))
  const family = knownRest.filter((word) => !isInitial(word))
  const shared = family.filter((word) => written.some((other) => alike(word, other))).length
  const extra = Math.max(written.length, family.length) - shared
  if (shared > 0 && extra <= 1) return initial ? 'initial' : 'same'
  const [ours = ''] = family
  const [theirs = ''] = written
  const slip = !initial && family.length === 1 && written.length === 1 && ours.length >= 6 && editDistance(ours, theirs, 1) === 1
  return slip ? 'slip' : undefined
}

/** Whether an address is made of the name: `jane.okafor`, `jokafor`, `okaforj`, `jane`. Attackers do that too; an address that is not is odder. */
export function addressFits({ words }: PersonName, local: string): boolean {
  const plain = foldHomoglyphs(local).replace(/[^a-z]/g, '')
  const long = words.filter((word) => word.length > 2)
  return long.some((word) => plain.includes(word)) || long.some((word) => plain.length > 2 && word.startsWith(plain))
}
