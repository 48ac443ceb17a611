/**
 * With which words a pattern can begin at all, read off the pattern itself. A mail in which none of them stands needs no search: one look at each of its words
 * answers for some two hundred patterns. Whatever cannot be read off for certain is searched for as before.
 */

/** A word, or with `open` the beginning of one. */
export type Opener = { readonly letters: string; readonly open: boolean }

type State = { readonly letters: string; readonly atWord: boolean; readonly done?: 'open' | 'whole' }
type Element =
  | { readonly kind: 'letters'; readonly any: readonly string[] }
  | { readonly kind: 'border' }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'group'; readonly branches: readonly Branch[] }
type Branch = readonly { readonly element: Element; readonly least: number; readonly most: number }[]

const limits = { states: 600, letters: 14 }
const inWords = 'abcdefghijklmnopqrstuvwxyz0123456789'
const class_ = /\[(\^?)((?:\\.|[^\]\\])*)\]/y
const quantifier = /[?*+]\??|\{(\d+)(,?)(\d*)\}\??/y

/** The openers of a pattern over plain words; undefined when it may begin with anything. */
export function openersOf(pattern: RegExp): readonly Opener[] | undefined {
  if (/[iuvmsy]/.test(pattern.flags)) return undefined
  try {
    const found = new Map<string, Opener>()
    for (const { letters, done } of follow(new Reader(pattern.source).branches(), [{ letters: '', atWord: false }])) {
      if (letters === '') return undefined
      const opener = { letters: letters.slice(0, limits.letters), open: done !== 'whole' || letters.length > limits.letters }
      found.set(`${opener.letters}${opener.open ? '*' : ''}`, opener)
    }
    return [...found.values()]
  } catch (thrown) {
    if (thrown instanceof Unclear) return undefined
    throw thrown
  }
}

class Unclear extends Error {}

/** Reads the few things of which our patterns are made. */
class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  branches(): readonly Branch[] {
    const branches: Branch[] = [[]]
    for (; this.#at < this.#source.length && this.#source[this.#at] !== ')'; ) {
      if (this.#source[this.#at] === '|') {
        this.#at += 1
        branches.push([])
      } else {
        const element = this.#element()
        branches[branches.length - 1] = [...(branches.at(-1) ?? []), { element, ...this.#times() }]
      }
    }
    return branches
  }

  #element(): Element {
    const letter = this.#source[this.#at] ?? ''
    if (letter === '(') return this.#group()
    if (letter === '[') return this.#class()
    this.#at += letter === '\\' ? 2 : 1
    if (letter === '^' || letter === '$') return letter === '^' ? { kind: 'border' } : { kind: 'nothing' }
    if (letter === '.') return { kind: 'unknown' }
    if (letter !== '\\') return literal(letter)
    const escaped = this.#source[this.#at - 1] ?? ''
    if (escaped === 'b') return { kind: 'border' }
    if (escaped === 'd') return { kind: 'letters', any: [...'0123456789'] }
    if (escaped === 's' || escaped === 'n') return { kind: 'other' }
    if (/[a-zA-Z0-9]/.test(escaped)) return { kind: 'unknown' }
    return literal(escaped)
  }

  #group(): Element {
    const opening = /\((?:\?(?::|<?[=!]))?/y
    opening.lastIndex = this.#at
    const mark = opening.exec(this.#source)?.[0] ?? '('
    this.#at += mark.length
    const branches = this.branches()
    this.#at += 1
    return /[=!]$/.test(mark) ? { kind: 'nothing' } : { kind: 'group', branches }
  }

  #class(): Element {
    class_.lastIndex = this.#at
    const [whole, negated, inside = ''] = class_.exec(this.#source) ?? []
    if (whole === undefined) throw new Unclear()
    this.#at += whole.length
    if (negated === '^' || /\\[a-zA-Z]/.test(inside.replace(/\\[sdn]/g, '')) || /[^\\]-[^\\]/.test(inside.slice(0, -1)))
      return { kind: 'unknown' }
    const any = [...(inside.includes('\\d') ? '0123456789' : ''), ...inside.replace(/\\[sdn]/g, '')].filter((one) => inWords.includes(one))
    if (any.length === 0) return { kind: 'other' }
    // Letters and marks side by side: either may open.
    const marks = /\\[sn]|[^a-z0-9\\]/.test(inside.replace(/\\d/g, ''))
    return marks
      ? {
          kind: 'group',
          branches: [[{ element: { kind: 'letters', any }, least: 1, most: 1 }], [{ element: { kind: 'other' }, least: 1, most: 1 }]],
        }
      : { kind: 'letters', any }
  }

  #times(): { readonly least: number; readonly most: number } {
    quantifier.lastIndex = this.#at
    const hit = quantifier.exec(this.#source)
    if (hit === null) return { least: 1, most: 1 }
    this.#at += hit[0].length
    if (hit[0].startsWith('?')) return { least: 0, most: 1 }
    if (hit[0].startsWith('*')) return { least: 0, most: 9 }
    if (hit[0].startsWith('+')) return { least: 1, most: 9 }
    return { least: Number(hit[1]), most: hit[2] === '' ? Number(hit[1]) : hit[3] === '' ? 9 : Number(hit[3]) }
  }
}

const literal = (letter: string): Element =>
  inWords.includes(letter) ? { kind: 'letters', any: [letter] } : letter === '_' ? { kind: 'unknown' } : { kind: 'other' }

function follow(branches: readonly Branch[], from: readonly State[]): readonly State[] {
  const all = branches.flatMap((branch) => branch.reduce<readonly State[]>((states, part) => step(part, states), from))
  const distinct = new Map(all.map((state) => [`${state.letters} ${state.atWord} ${state.done}`, state]))
  if (distinct.size > limits.states) throw new Unclear()
  return [...distinct.values()]
}

function step({ element, least, most }: Branch[number], states: readonly State[]): readonly State[] {
  const done = states.filter((state) => state.done !== undefined)
  const live = states.filter((state) => state.done === undefined)
  const taken = live.flatMap((state) => take(element, state))
  // What may come again may lengthen the word in any way.
  const repeated = most > 1 ? taken.map((state): State => (state.done === undefined ? end(state, 'open') : state)) : taken
  return [...done, ...(least === 0 ? live : []), ...repeated]
}

function end(state: State, done: 'open' | 'whole'): State {
  if (state.letters === '') throw new Unclear()
  return { ...state, done }
}

function take(element: Element, state: State): readonly State[] {
  if (element.kind === 'nothing') return [state]
  if (element.kind === 'border') return state.letters === '' ? [{ ...state, atWord: true }] : [end(state, 'whole')]
  if (element.kind === 'other') return [end(state, 'whole')]
  if (element.kind === 'unknown') return [end(state, 'open')]
  if (element.kind === 'group') return follow(element.branches, [state])
  // Without a border before it the pattern may begin amid a word.
  if (!state.atWord) throw new Unclear()
  return element.any.map((letter) => ({ ...state, letters: state.letters + letter }))
}
