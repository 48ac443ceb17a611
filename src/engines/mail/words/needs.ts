/**
 * Which words a text must have for a pattern to be found in it, read off the pattern itself: `\byour\b[^.]{0,40}\b(?:card|account)` needs `your`, and `card`
 * or `account`. It may ask for too little, never for too much.
 */
import { type Opener, openersOf } from './openers.ts'
import { type Branch, branchesOf, goesOnOverStops, type Part, Unclear } from './pattern-parts.ts'

/** `one`: one of these words. `every`: each of these, and within one sentence unless `apart`. `nothing`: no word can be named. */
export type Need =
  | 'nothing'
  | { readonly one: readonly Opener[] }
  | { readonly every: readonly Need[]; readonly apart: boolean }
  | { readonly any: readonly Need[] }

/** What a pattern needs of a text. */
export function needOf(pattern: RegExp): Need {
  try {
    return anyOf(branchesOf(pattern), false)
  } catch (thrown) {
    if (thrown instanceof Unclear) return 'nothing'
    throw thrown
  }
}

function anyOf(branches: readonly Branch[], atWord: boolean): Need {
  const needs = branches.map((branch) => everyOf(branch, atWord))
  if (needs.includes('nothing')) return 'nothing'
  // One of these words or one of those is one of them all.
  const words = needs.flatMap((need) => (need !== 'nothing' && 'one' in need ? need.one : []))
  const others = needs.filter((need) => need !== 'nothing' && !('one' in need))
  const any: readonly Need[] = words.length === 0 ? others : [{ one: words }, ...others]
  return any.length === 1 ? (any[0] ?? 'nothing') : { any }
}

/** Wherever a word must begin within the branch, one of those must stand with which the rest of the branch can begin. */
function everyOf(branch: Branch, atWord: boolean): Need {
  const needs: Need[] = []
  let wordBegins = atWord
  let before: Part | undefined
  let asked: readonly Opener[] | undefined
  for (const [place, part] of branch.entries()) {
    // Behind a border the rest was asked for with the border, and behind a letter with the letter.
    if (beginsWord(part) || before === undefined || (isLetters(part) && !wordBegins && !isLetters(before))) {
      asked = openersOf([branch.slice(place)], wordBegins)
      if (asked !== undefined) needs.push({ one: asked })
    }
    if (part.element.kind === 'group' && part.least > 0) {
      const within = anyOf(part.element.branches, wordBegins)
      // Single words are asked for already where the rest of the branch begins with them.
      const isAsked = wordBegins && asked !== undefined && within !== 'nothing' && 'one' in within
      if (within !== 'nothing' && !isAsked) needs.push(within)
    }
    wordBegins = beginsWord(part) || (wordBegins && part.element.kind === 'nothing')
    before = part
  }
  return needs.length === 0 ? 'nothing' : needs.length === 1 ? (needs[0] ?? 'nothing') : { every: needs, apart: goesOnOverStops(branch) }
}

const isLetters = ({ element, least }: Part): boolean => least > 0 && element.kind === 'letters'

/** Behind it a word may begin, if one comes. */
const beginsWord = ({ element, least }: Part): boolean => least > 0 && (element.kind === 'border' || element.kind === 'other')
