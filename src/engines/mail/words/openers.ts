/**
 * With which words a piece of a pattern can begin at all, read off the piece itself. A mail in which none of them stands needs no search; whatever cannot be
 * read off for certain is searched for.
 */
import { type Branch, type Element, Unclear } from './pattern-parts.ts'

/** A whole word, the beginning of one (`begun`), or letters anywhere in one (`amid`). */
export type Opener = { readonly letters: string; readonly as: 'whole' | 'begun' | 'amid' }
export const written = ({ letters, as }: Opener): string => `${as === 'amid' ? '*' : ''}${letters}${as === 'whole' ? '' : '*'}`

/** `atWord`: a word begins here if a letter comes. `amid`: the letters may stand amid a word. */
type State = { readonly letters: string; readonly atWord: boolean; readonly amid: boolean; readonly done?: 'open' | 'whole' }

const limits = { states: 600, letters: 8 }
/** Fewer letters stand amid too many words. */
export const leastAmid = 3

/** The openers of a piece, which begins where a word does if `atWord`; undefined when it may begin with anything. */
export function openersOf(branches: readonly Branch[], atWord: boolean): readonly Opener[] | undefined {
  try {
    const found = new Map<string, Opener>()
    for (const { letters, amid, done } of follow(branches, [{ letters: '', atWord, amid: false }])) {
      if (letters.length < (amid ? leastAmid : 1)) return undefined
      const opener = { letters, as: amid ? 'amid' : done === 'whole' ? 'whole' : 'begun' } as const
      found.set(written(opener), opener)
    }
    return [...found.values()]
  } catch (thrown) {
    if (thrown instanceof Unclear) return undefined
    throw thrown
  }
}

function follow(branches: readonly Branch[], from: readonly State[]): readonly State[] {
  const all = branches.flatMap((branch) => branch.reduce<readonly State[]>((states, part) => step(part, states), from))
  const distinct = new Map(all.map((state) => [`${state.letters} ${state.atWord} ${state.amid} ${state.done}`, state]))
  if (distinct.size > limits.states) throw new Unclear()
  return [...distinct.values()]
}

function step({ element, least, most }: Branch[number], states: readonly State[]): readonly State[] {
  const live = states.filter((state) => state.done === undefined)
  if (live.length === 0) return states
  const done = states.filter((state) => state.done !== undefined)
  const taken = live.flatMap((state) => take(element, state))
  // What may come again may lengthen the word in any way; where no word has begun yet, it begins one no differently the second time.
  const repeated =
    most > 1 ? taken.map((state): State => (state.done === undefined && state.letters !== '' ? end(state, 'open') : state)) : taken
  return [...done, ...(least === 0 ? live : []), ...repeated]
}

function end(state: State, done: 'open' | 'whole'): State {
  if (state.letters === '') throw new Unclear()
  return { ...state, done }
}

function take(element: Element, state: State): readonly State[] {
  if (element.kind === 'nothing') return [state]
  // Behind a border and behind a sign that belongs to no word, a word begins.
  if (element.kind === 'border' || element.kind === 'other')
    return [state.letters === '' ? { ...state, atWord: true } : end(state, 'whole')]
  if (element.kind === 'unknown') return [end(state, 'open')]
  if (element.kind === 'group') return follow(element.branches, [state])
  const { atWord } = state
  const amid = state.amid || !atWord
  return element.any.map((piece) => {
    const letters = (state.letters + piece).slice(0, limits.letters)
    // So many letters are enough to tell a word.
    return letters.length < limits.letters ? { letters, atWord, amid } : { letters, atWord, amid, done: 'open' }
  })
}
