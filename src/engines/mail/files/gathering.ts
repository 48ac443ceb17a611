/** What is gathered while the files of one mail are opened: a reading for each, and pictures that may hold a code. */
import { linksInText, readLink } from '../links/read-link.ts'
import type { FileMark, FilePart, FileReading, Link, LinkOrigin } from '../message.ts'
import { caps } from './budget.ts'
import type { FileKind } from './kind.ts'

/** A picture to be looked through for codes. */
export type Picture = { readonly bytes: Uint8Array; readonly how: 'picture' | 'drawn' | 'paper' }

/** Fills up as one file is opened, with the files in it. */
export class Gathering {
  readonly #texts: string[] = []
  #textLength = 0
  readonly links: Link[] = []
  readonly marks: FileMark[] = []
  readonly parts: FilePart[] = []
  readonly pictures: Picture[] = []
  /** PDFs wait until everything else was opened, since they are read elsewhere. */
  readonly pdfs: Uint8Array[] = []
  pages = 0
  locked = false

  text(text: string): void {
    if (text === '' || this.#textLength >= caps.text) return
    this.#texts.push(text.slice(0, caps.text - this.#textLength))
    this.#textLength += text.length
  }

  link(text: string, target: string, origin: LinkOrigin): void {
    if (this.links.length < caps.links && target !== '') this.links.push(readLink(text, target, origin))
  }

  /** The addresses written out in a text. */
  written(text: string, origin: LinkOrigin): void {
    if (this.links.length < caps.links) this.links.push(...linksInText(text.slice(0, caps.text), origin))
  }

  mark(what: FileMark['what'], quote: string): void {
    const words = quote
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 200)
    if (this.marks.length < caps.marks && !this.marks.some((mark) => mark.what === what && mark.quote === words))
      this.marks.push({ what, quote: words })
  }

  part(name: string, kind: FileKind, depth: number, locked: boolean): void {
    if (this.parts.length < caps.names) this.parts.push({ name: name.slice(0, 200), kind, depth, locked })
  }

  reading(): FileReading {
    return {
      text: this.#texts.join('\n').trim(),
      links: this.links,
      pages: this.pages,
      locked: this.locked,
      marks: this.marks,
      parts: this.parts,
    }
  }
}
