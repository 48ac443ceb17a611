/** Reads a pattern over plain words into the few things of which ours are made. Whatever it does not know for certain it calls unknown. */

/** `letters`: one of these pieces of a word. `other` is a sign that belongs to no word. `stops`: it can be a full stop or the end of a line. */
export type Element =
  | { readonly kind: 'letters'; readonly any: readonly string[] }
  | { readonly kind: 'border' }
  | { readonly kind: 'other'; readonly stops: boolean }
  | { readonly kind: 'unknown'; readonly stops: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'group'; readonly branches: readonly Branch[] }
export type Part = { readonly element: Element; readonly least: number; readonly most: number }
export type Branch = readonly Part[]

/** Thrown where nothing can be said for certain. */
export class Unclear extends Error {}

const inWords = 'abcdefghijklmnopqrstuvwxyz0123456789'
const class_ = /\[(\^?)((?:\\.|[^\]\\])*)\]/y
/** What of a class may be a full stop or the end of a line. */
const stops = /[.]|\\[^wd\]-]/
const range = /[^\\]-[^\\]/
const quantifier = /[?*+]\??|\{(\d+)(,?)(\d*)\}\??/y

/** The branches of a pattern; throws `Unclear` for one whose flags change what its letters mean. */
export function branchesOf({ source, flags }: RegExp): readonly Branch[] {
  if (/[iuvmsy]/.test(flags)) throw new Unclear()
  return new Reader(source).branches()
}

class Reader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  branches(): readonly Branch[] {
    let branch: Part[] = []
    const branches = [branch]
    while (this.#at < this.#source.length && this.#source[this.#at] !== ')') {
      if (this.#source[this.#at] === '|') {
        this.#at += 1
        branch = []
        branches.push(branch)
      } else append(branch, { element: this.#element(), ...this.#times() })
    }
    return branches
  }

  #element(): Element {
    const letter = this.#source[this.#at] ?? ''
    if (letter === '(') return this.#group()
    if (letter === '[') return this.#class()
    this.#at += letter === '\\' ? 2 : 1
    if (letter === '^' || letter === '$') return letter === '^' ? { kind: 'border' } : { kind: 'nothing' }
    if (letter === '.') return { kind: 'unknown', stops: true }
    if (letter !== '\\') return literal(letter)
    const escaped = this.#source[this.#at - 1] ?? ''
    if (escaped === 'b') return { kind: 'border' }
    if (escaped === 'd') return { kind: 'letters', any: [...'0123456789'] }
    if (escaped === 's' || escaped === 'n') return { kind: 'other', stops: true }
    if (/[a-zA-Z0-9]/.test(escaped)) return { kind: 'unknown', stops: escaped !== 'w' }
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
    if (negated === '^') return { kind: 'unknown', stops: !(/\\[sn]/.test(inside) && inside.includes('.')) }
    if (/\\[a-zA-Z]/.test(inside.replace(/\\[sdn]/g, '')) || range.test(inside))
      return { kind: 'unknown', stops: stops.test(inside) || range.test(inside.replace(/a-z|A-Z|0-9/g, '')) }
    const any = [...(inside.includes('\\d') ? '0123456789' : ''), ...inside.replace(/\\[sdn]/g, '')].filter((one) => inWords.includes(one))
    const other: Element = { kind: 'other', stops: stops.test(inside) }
    if (any.length === 0) return other
    // Letters and marks side by side: either may open.
    const marks = /\\[sn]|[^a-z0-9\\]/.test(inside.replace(/\\d/g, ''))
    return marks
      ? {
          kind: 'group',
          branches: [[{ element: { kind: 'letters', any }, least: 1, most: 1 }], [{ element: other, least: 1, most: 1 }]],
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

/** Letters in a row are one piece of a word. */
function append(branch: Part[], part: Part): void {
  const [last, next] = [singleOf(branch.at(-1)), singleOf(part)]
  if (last === undefined || next === undefined) branch.push(part)
  else branch[branch.length - 1] = { ...part, element: { kind: 'letters', any: [last + next] } }
}

const singleOf = (part: Part | undefined): string | undefined =>
  part?.element.kind === 'letters' && part.element.any.length === 1 && part.least === 1 && part.most === 1 ? part.element.any[0] : undefined

const literal = (letter: string): Element =>
  inWords.includes(letter) ? { kind: 'letters', any: [letter] } : { kind: letter === '_' ? 'unknown' : 'other', stops: letter === '.' }

/** Whether a match of the branch can go on over the end of a sentence or a line. */
export const goesOnOverStops = (branch: Branch): boolean =>
  branch.some(({ element }) => ('stops' in element ? element.stops : element.kind === 'group' && element.branches.some(goesOnOverStops)))
