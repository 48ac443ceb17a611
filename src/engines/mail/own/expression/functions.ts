/** The functions that a rule may call, each with its share of work counted. */
import { type CelFunc, type CelList, CelScalar, celEnv, celFunc, celMethod, listType, parse, plan } from '@bufbuild/cel'
import { editDistance, foldHomoglyphs } from '#kernel'
import { registered } from '../../names/domain.ts'
import { likenessOf } from '../../names/lookalike.ts'
import { isFreeMail } from '../../names/services.ts'
import { plainWords } from '../../words/plain-words.ts'
import type { Asked } from './asked.ts'
import { lowered, neededLetters } from './regex.ts'

const { STRING, BOOL, INT } = CelScalar
const texts = listType(STRING)
const anyList = listType(CelScalar.DYN)

/** Called by no operator: each loop asks it before each turn. */
export const turnName = 'own_turn'

export function functionsFor(asked: Asked): CelFunc[] {
  return [
    celFunc(turnName, [], BOOL, () => {
      asked.step(1)
      return true
    }),
    celMethod('contains', STRING, [STRING], BOOL, function (part) {
      asked.search(this)
      const at = this.indexOf(part)
      if (at >= 0) asked.note('text', around(this, at, part.length), part)
      return at >= 0
    }),
    celMethod('matches', STRING, [STRING], BOOL, matcher(asked)),
    celMethod('says', STRING, [STRING], BOOL, function (phrase) {
      return says(asked, this, phrase)
    }),
    celMethod('says_any', STRING, [texts], BOOL, saysAny(asked)),
    celMethod('says_any', STRING, [anyList], BOOL, saysAny(asked)),
    celFunc('folded', [STRING], STRING, (text) => asked.remember(text, plainWords)),
    celFunc('registered_domain', [STRING], STRING, (host) => registered(host.toLowerCase().slice(0, 255))),
    celFunc('looks_like', [STRING, STRING], BOOL, (domain, genuine) => {
      asked.step(2)
      return likenessOf(domain.toLowerCase().slice(0, 255), one(genuine.toLowerCase().slice(0, 255)), { endings: true }) !== undefined
    }),
    celFunc('edit_distance', [STRING, STRING], INT, (left, right) => {
      const [a, b] = [foldHomoglyphs(left.slice(0, 100)), foldHomoglyphs(right.slice(0, 100))]
      asked.step(1 + Math.floor((a.length * b.length) / 500))
      return BigInt(editDistance(a, b, 100))
    }),
    celFunc('in_list', [STRING, STRING], BOOL, (list, value) => {
      asked.step(1)
      return asked.listed(list, value)
    }),
    celFunc('is_free_mail', [STRING], BOOL, (domain) => isFreeMail(domain.toLowerCase())),
  ]
}

/** The matcher remembers its answers by the list itself, so each domain has one list for good. */
const lists = new Map<string, readonly string[]>()
function one(genuine: string): readonly string[] {
  const known = lists.get(genuine)
  if (known !== undefined) return known
  if (lists.size > 1000) lists.clear()
  const made = [genuine]
  lists.set(genuine, made)
  return made
}

const around = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - 60), at + length + 60)

const saysAny = (asked: Asked) =>
  function (this: string, phrases: CelList): boolean {
    for (const phrase of phrases) if (typeof phrase === 'string' && says(asked, this, phrase)) return true
    return false
  }

/** Whether the words stand in the text as whole words, whatever case, accents, look-alike letters or spaces they are written with. */
function says(asked: Asked, text: string, phrase: string): boolean {
  asked.search(text)
  const words = asked.remember(text, spaced)
  const wanted = asked.remember(phrase, spaced)
  if (wanted === '') return false
  for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + 1)) {
    if (!isLetter(words[at - 1]) && !isLetter(words[at + wanted.length])) {
      asked.note('text', around(words, at, wanted.length), wanted)
      return true
    }
  }
  return false
}

const spaced = (text: string): string => plainWords(text).replace(/\s+/g, ' ').trim()
const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)

/** The library's own `matches`, asked only when the pattern's plain letters are there. */
function matcher(asked: Asked) {
  const needed = new Map<string, string>()
  const real = plan(celEnv(), parse('text.matches(pattern)'))
  return function (this: string, pattern: string): boolean {
    asked.search(this)
    const letters = needed.get(pattern) ?? neededLetters(pattern)
    needed.set(pattern, letters)
    if (letters !== '' && !asked.remember(`${this}\u0000`, lowered).includes(letters)) return false
    // Compiling and searching cost more than a look.
    asked.step(20 + Math.floor(this.length / 200))
    const answer = real({ text: String(this), pattern })
    if (typeof answer !== 'boolean') throw answer
    if (answer) asked.note('text', this.slice(0, 200), '')
    return answer
  }
}
