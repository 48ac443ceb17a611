/**
 * Walks through HTML as browsers do (WHATWG HTML §13.2.5), tag by tag and without a tree, and tells what it meets. Broken markup is read as far as it goes, and
 * each letter is looked at once or twice however the page is made: what is not ended ends the walk.
 */
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode'
import { ends, foreign, homely, rawTexts, voids, withEntities } from './elements.ts'

export type Attributes = Readonly<Record<string, string>>

export type Visitor = {
  readonly onOpen: (name: string, attributes: Attributes) => void
  /** Once for each opened element, in good order, elements that the page forgot to close included. */
  readonly onClose: (name: string) => void
  readonly onText?: (text: string) => void
  readonly onComment?: (comment: string) => void
}

/** Walks through a page. */
export const walkPage = (html: string, visitor: Visitor): void => new Walk(html, visitor).go()

/** `within`: the drawing or formula (`svg`, `math`) whose rules hold here; empty where HTML's own do. */
type Level = { readonly name: string; readonly within: string }

const tab = 0x09, newline = 0x0a, formFeed = 0x0c, carriageReturn = 0x0d, space = 0x20 // biome-ignore format: a table
const exclamation = 0x21, doubleQuote = 0x22, singleQuote = 0x27, slash = 0x2f, equals = 0x3d, greater = 0x3e, question = 0x3f // biome-ignore format: a table

const isSpace = (code: number): boolean =>
  code === space || code === newline || code === tab || code === carriageReturn || code === formFeed
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
const endsName = (code: number): boolean => code === greater || code === slash || isSpace(code)

class Walk {
  readonly #html: string
  readonly #visitor: Visitor
  readonly #levels: Level[] = []
  /** How many of each element are open, so that an end tag of none costs no search. */
  readonly #open = new Map<string, number>()
  #at = 0

  constructor(html: string, visitor: Visitor) {
    this.#html = html
    this.#visitor = visitor
  }

  go(): void {
    const html = this.#html
    for (let from = 0, mark = html.indexOf('<'); ; mark = html.indexOf('<', this.#at)) {
      const code = mark < 0 ? Number.NaN : html.charCodeAt(mark + 1)
      const isMarkup = isLetter(code) || code === slash || code === exclamation || code === question
      if (mark >= 0 && !isMarkup && mark + 1 < html.length) {
        this.#at = mark + 1
        continue
      }
      this.#text(from, isMarkup ? mark : html.length)
      if (!isMarkup) break
      this.#at = mark + 1
      if (isLetter(code)) this.#openTag()
      else if (code === slash) this.#endTag()
      else this.#declaration()
      from = this.#at
    }
    while (this.#levels.length > 0) this.#pop()
  }

  #text(start: number, end: number, hasEntities = true): void {
    if (start >= end || this.#visitor.onText === undefined) return
    const text = this.#html.slice(start, end)
    this.#visitor.onText(hasEntities && text.includes('&') ? decodeHTML(text) : text)
  }

  /** The name that begins here. */
  #name(): string {
    const start = this.#at
    while (this.#at < this.#html.length && !endsName(this.#html.charCodeAt(this.#at))) this.#at += 1
    const name = this.#html.slice(start, this.#at).toLowerCase()
    return name === 'image' && !this.#isForeign() ? 'img' : name
  }

  #within(): string {
    return this.#levels.at(-1)?.within ?? ''
  }

  #isForeign(): boolean {
    return this.#within() !== ''
  }

  #openTag(): void {
    const isRaw = !this.#isForeign()
    const name = this.#name()
    const attributes: Record<string, string> = {}
    const closesItself = this.#attributes(attributes)
    if (closesItself === undefined) return
    // A form within a form is none.
    const isOpened = name !== 'form' || !this.#open.has('form')
    if (isOpened) this.#enter(name, attributes)
    if (isOpened && closesItself && !voids.has(name) && this.#isForeign()) this.#pop()
    if (isRaw && rawTexts.has(name)) this.#rawText(name)
  }

  #enter(name: string, attributes: Attributes): void {
    const ended = ends.get(name)
    if (ended !== undefined)
      for (let top = this.#levels.at(-1); top !== undefined && ended.has(top.name); top = this.#levels.at(-1)) this.#pop()
    if (voids.has(name)) {
      this.#visitor.onOpen(name, attributes)
      this.#visitor.onClose(name)
      return
    }
    this.#levels.push({ name, within: withinOf(name, this.#within()) })
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1)
    this.#visitor.onOpen(name, attributes)
  }

  #pop(): void {
    const name = this.#levels.pop()?.name ?? ''
    const left = (this.#open.get(name) ?? 1) - 1
    if (left === 0) this.#open.delete(name)
    else this.#open.set(name, left)
    this.#visitor.onClose(name)
  }

  /** Reads up to the end of the tag; whether it closes itself, or undefined where the page ends before the tag does. */
  #attributes(into: Record<string, string>): boolean | undefined {
    const html = this.#html
    for (let slashed = false; this.#at < html.length; ) {
      const code = html.charCodeAt(this.#at)
      if (code === greater) {
        this.#at += 1
        return slashed
      }
      if (code === slash || isSpace(code)) {
        slashed ||= code === slash
        this.#at += 1
        continue
      }
      slashed = false
      const start = this.#at++
      while (this.#at < html.length && html.charCodeAt(this.#at) !== equals && !endsName(html.charCodeAt(this.#at))) this.#at += 1
      const name = html.slice(start, this.#at).toLowerCase()
      this.#spaces()
      const value = html.charCodeAt(this.#at) === equals ? this.#value() : ''
      if (value === undefined) return undefined
      // Of two attributes of one name the first counts.
      if (!Object.hasOwn(into, name)) into[name] = value.includes('&') ? decodeHTMLAttribute(value) : value
    }
    return undefined
  }

  #spaces(): void {
    while (isSpace(this.#html.charCodeAt(this.#at))) this.#at += 1
  }

  /** What follows the equals sign; undefined where its quotation marks are never closed. */
  #value(): string | undefined {
    const html = this.#html
    this.#at += 1
    this.#spaces()
    const code = html.charCodeAt(this.#at)
    const isQuoted = code === doubleQuote || code === singleQuote
    const start = isQuoted ? this.#at + 1 : this.#at
    let end = isQuoted ? html.indexOf(code === doubleQuote ? '"' : "'", start) : start
    if (!isQuoted) while (end < html.length && html.charCodeAt(end) !== greater && !isSpace(html.charCodeAt(end))) end += 1
    this.#at = end < 0 ? html.length : isQuoted ? end + 1 : end
    return end < 0 ? undefined : html.slice(start, end)
  }

  /** Everything up to the element's own end tag is its text, whatever it looks like. */
  #rawText(name: string): void {
    const start = this.#at
    const end = name === 'plaintext' ? -1 : indexOfEndTag(this.#html, name, start)
    this.#at = end < 0 ? this.#html.length : end
    this.#text(start, this.#at, withEntities.has(name))
  }

  #endTag(): void {
    const html = this.#html
    this.#at += 1
    if (this.#at >= html.length) this.#text(this.#at - 2, this.#at)
    else if (html.charCodeAt(this.#at) === greater) this.#at += 1
    else if (isLetter(html.charCodeAt(this.#at))) {
      const name = this.#name()
      const end = html.indexOf('>', this.#at)
      this.#at = end < 0 ? html.length : end + 1
      if (end >= 0) this.#leave(name)
    } else this.#comment(this.#at, '>')
  }

  #leave(name: string): void {
    // An end tag of a paragraph or a line break that nobody opened makes an empty one.
    if (name === 'br' || (name === 'p' && !this.#open.has('p'))) {
      this.#visitor.onOpen(name, {})
      this.#visitor.onClose(name)
    } else if (this.#open.has(name)) {
      while (this.#levels.at(-1)?.name !== name) this.#pop()
      this.#pop()
    }
  }

  /** A comment, a document type, or what browsers take for a comment. */
  #declaration(): void {
    const html = this.#html
    if (html.startsWith('!--', this.#at)) {
      const start = this.#at + 3
      const abrupt = html.startsWith('>', start) ? 1 : html.startsWith('->', start) ? 2 : 0
      if (abrupt > 0) this.#at = start + abrupt
      if (abrupt > 0) this.#visitor.onComment?.('')
      else this.#comment(start, '-->')
    } else if (html.startsWith('![CDATA[', this.#at)) {
      const start = this.#at + 8
      const end = html.indexOf(']]>', start)
      this.#at = end < 0 ? html.length : end + 3
      const content = html.slice(start, end < 0 ? html.length : end)
      if (this.#isForeign()) this.#visitor.onText?.(content)
      else this.#visitor.onComment?.(`[CDATA[${content}]]`)
    } else if (/^!doctype/i.test(html.slice(this.#at, this.#at + 8))) {
      const end = html.indexOf('>', this.#at)
      this.#at = end < 0 ? html.length : end + 1
    } else this.#comment(html.startsWith('!', this.#at) ? this.#at + 1 : this.#at, '>')
  }

  #comment(start: number, mark: '>' | '-->'): void {
    const html = this.#html
    commentEnd.lastIndex = start
    const hit = mark === '-->' ? commentEnd.exec(html) : null
    const end = mark === '-->' ? (hit?.index ?? -1) : html.indexOf(mark, start)
    this.#at = end < 0 ? html.length : end + (hit?.[0].length ?? mark.length)
    this.#visitor.onComment?.(html.slice(start, end < 0 ? html.length : end))
  }
}

const withinOf = (name: string, around: string): string =>
  foreign.has(name) ? name : homely.has(name) || (around === 'svg' && name === 'foreignobject') ? '' : around

/** `--!>` ends a comment too. */
const commentEnd = /--!?>/g

const endTags = new Map([...rawTexts].map((name) => [name, new RegExp(`</${name}(?=[\\s/>])`, 'gi')]))

function indexOfEndTag(html: string, name: string, from: number): number {
  const endTag = endTags.get(name)
  if (endTag === undefined) return -1
  endTag.lastIndex = from
  return endTag.exec(html)?.index ?? -1
}
