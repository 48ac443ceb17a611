/**
 * Reads TypeScript into tokens, well enough to find every import and every
 * name: it knows strings, templates (with code inside), comments, regular
 * expressions and identifiers. It does not know grammar.
 *
 * TypeScript 7 ships no JavaScript interface to its parser, and a search with
 * patterns would find imports inside strings and miss those it should find.
 */

export type Token = {
  readonly kind: 'name' | 'string' | 'template' | 'mark' | 'number' | 'regex'
  /** The name or mark itself; of a string, its value; of a template, its text when nothing is computed in it. */
  readonly text: string
  /** A template with `${…}` inside: its value is not known before the program runs. */
  readonly isComputed: boolean
  readonly line: number
}

/** A place where the reading lost its way, which must be looked at by a person and never passed over. */
export class LostReading extends Error {
  readonly line: number
  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

const nameStart = /[\p{ID_Start}$_#@]/u
const namePart = /[\p{ID_Continue}$\u200c\u200d]/u
/** After these words a slash begins a regular expression; after any other name it divides. */
const wordsBeforeValue = new Set('return typeof case in of do else void delete instanceof new throw await yield extends default'.split(' '))
const wordsBeforeParenthesis = new Set(['if', 'while', 'for', 'with'])
const longMarks = [
  '>>>=',
  '...',
  '===',
  '!==',
  '**=',
  '<<=',
  '>>=',
  '>>>',
  '&&=',
  '||=',
  '??=',
  '=>',
  '==',
  '!=',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '?.',
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '|=',
  '^=',
  '**',
  '<<',
]

/** Every token of a file, in order. Throws `LostReading` for text that ends inside a string, comment or template. */
export function readTokens(source: string): readonly Token[] {
  return new Reader(source).readAll()
}

class Reader {
  readonly #source: string
  readonly #tokens: Token[] = []
  /** For each open parenthesis: whether what follows its end is a statement, as in `if (…) /x/.test(y)`. */
  readonly #parentheses: boolean[] = []
  #at = 0
  #line = 1
  #slashDivides = false

  constructor(source: string) {
    this.#source = source
  }

  readAll(): readonly Token[] {
    if (this.#source.startsWith('#!')) this.#skipLine()
    this.#readUntil(undefined)
    return this.#tokens
  }

  /** Reads to the end of the source, or to the brace that closes a template's `${`. */
  #readUntil(closing: '}' | undefined): void {
    let depth = 0
    while (this.#at < this.#source.length) {
      const character = this.#source.charAt(this.#at)
      if (character === '\n') this.#line += 1
      if (/\s/.test(character) || character === '\uFEFF') this.#at += 1
      else if (this.#starts('//')) this.#skipLine()
      else if (this.#starts('/*')) this.#skipComment()
      else if (character === "'" || character === '"') this.#readString(character)
      else if (character === '`') this.#readTemplate()
      else if (nameStart.test(this.#point())) this.#readName()
      else if (/\d/.test(character) || (character === '.' && /\d/.test(this.#source.charAt(this.#at + 1)))) this.#readNumber()
      else if (character === '/' && !this.#slashDivides) this.#readRegex()
      else {
        if (character === '{') depth += 1
        if (character === '}') {
          if (depth === 0 && closing === '}') return
          depth -= 1
        }
        this.#readMark()
      }
    }
    if (closing !== undefined) throw new LostReading('a template does not end', this.#line)
  }

  #starts(text: string): boolean {
    return this.#source.startsWith(text, this.#at)
  }

  #point(): string {
    return String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0)
  }

  #push(kind: Token['kind'], text: string, line: number, more: { readonly isComputed?: boolean; readonly slashDivides: boolean }): void {
    this.#tokens.push({ kind, text, isComputed: more.isComputed ?? false, line })
    this.#slashDivides = more.slashDivides
  }

  #skipLine(): void {
    const end = this.#source.indexOf('\n', this.#at)
    this.#at = end === -1 ? this.#source.length : end
  }

  #skipComment(): void {
    const end = this.#source.indexOf('*/', this.#at + 2)
    if (end === -1) throw new LostReading('a comment does not end', this.#line)
    this.#countLines(this.#at, end)
    this.#at = end + 2
  }

  #countLines(from: number, to: number): void {
    for (let at = this.#source.indexOf('\n', from); at !== -1 && at < to; at = this.#source.indexOf('\n', at + 1)) this.#line += 1
  }

  #readString(quote: string): void {
    const line = this.#line
    let text = ''
    for (this.#at += 1; this.#source.charAt(this.#at) !== quote; this.#at += 1) {
      const character = this.#source.charAt(this.#at)
      if (character === '' || character === '\n') throw new LostReading('a string does not end on its line', line)
      text += character === '\\' ? this.#readEscape() : character
    }
    this.#at += 1
    this.#push('string', text, line, { slashDivides: true })
  }

  /** Stands on a backslash; answers what it writes and leaves the reading on the escape's last character. */
  #readEscape(): string {
    const rest = this.#source.slice(this.#at)
    const coded = /^\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2}))/i.exec(rest)
    if (coded) {
      this.#at += coded[0].length - 1
      return String.fromCodePoint(Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? '', 16))
    }
    this.#at += 1
    const character = this.#source.charAt(this.#at)
    if (character === '\n') this.#line += 1
    return { n: '\n', t: '\t', r: '\r', '\n': '' }[character] ?? character
  }

  #readTemplate(): void {
    const line = this.#line
    let text = ''
    let isComputed = false
    for (this.#at += 1; this.#source.charAt(this.#at) !== '`'; this.#at += 1) {
      const character = this.#source.charAt(this.#at)
      if (character === '') throw new LostReading('a template does not end', line)
      if (character === '\n') this.#line += 1
      if (this.#starts('${')) {
        isComputed = true
        this.#at += 2
        this.#slashDivides = false
        this.#readUntil('}')
      } else text += character === '\\' ? this.#readEscape() : character
    }
    this.#at += 1
    this.#push('template', text, line, { isComputed, slashDivides: true })
  }

  #readName(): void {
    const start = this.#at
    this.#at += this.#point().length
    while (this.#at < this.#source.length && namePart.test(this.#point())) this.#at += this.#point().length
    const text = this.#source.slice(start, this.#at)
    const isMember = ['.', '?.'].includes(this.#tokens.at(-1)?.text ?? '')
    this.#push('name', text, this.#line, { slashDivides: isMember || !wordsBeforeValue.has(text) })
  }

  #readNumber(): void {
    const [text = ''] = /^[\d.][\w.]*/.exec(this.#source.slice(this.#at, this.#at + 60)) ?? []
    this.#at += text.length
    this.#push('number', text, this.#line, { slashDivides: true })
  }

  #readRegex(): void {
    const start = this.#at
    let inClass = false
    for (this.#at += 1; inClass || this.#source.charAt(this.#at) !== '/'; this.#at += 1) {
      const character = this.#source.charAt(this.#at)
      if (character === '' || character === '\n') throw new LostReading('a regular expression does not end on its line', this.#line)
      if (character === '\\') this.#at += 1
      if (character === '[') inClass = true
      if (character === ']') inClass = false
    }
    this.#at += 1
    while (/[a-z]/.test(this.#source.charAt(this.#at))) this.#at += 1
    this.#push('regex', this.#source.slice(start, this.#at), this.#line, { slashDivides: true })
  }

  #readMark(): void {
    const text = longMarks.find((mark) => this.#starts(mark)) ?? this.#source.charAt(this.#at)
    const before = this.#tokens.at(-1)
    this.#at += text.length
    if (text === '(') this.#parentheses.push(before?.kind === 'name' && wordsBeforeParenthesis.has(before.text))
    const endsCondition = text === ')' && this.#parentheses.pop() === true
    this.#push('mark', text, this.#line, { slashDivides: [')', ']', '}', '++', '--'].includes(text) && !endsCondition })
  }
}
