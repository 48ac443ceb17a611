/** The words of a page, for a mail of which one part is only a page and another only plain text. */
import { walkPage } from '../html/walk-page.ts'

const blocks = new Set('p div table tr td th ul ol h1 h2 h3 h4 h5 h6'.split(' '))
const silent = new Set(['script', 'style', 'head', 'title'])

/** Lines and words of the page, links as `words (address)`. */
export function htmlToText(html: string): string {
  const out: string[] = []
  let muted = 0
  walkPage(html, {
    onOpen(name, attributes) {
      if (silent.has(name)) muted += 1
      if (name === 'br') out.push('\n')
      if (blocks.has(name)) out.push('\n\n')
      if (name === 'li') out.push('\n* ')
      if (name === 'a' && attributes.href !== undefined) out.push(` (${attributes.href}) `)
    },
    onText(text) {
      if (muted === 0) out.push(text.replace(/\s+/g, ' '))
    },
    onClose(name) {
      if (silent.has(name)) muted = Math.max(0, muted - 1)
      if (blocks.has(name)) out.push('\n\n')
    },
  })
  return out
    .join('')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

const escapes: Readonly<Record<string, string>> = { '<': '&#x3C;', '>': '&#x3E;', '&': '&#x26;', '"': '&#x22;', "'": '&#x27;' }

/** Plain text as it stands in a page. */
export const textToHtml = (text: string): string => `<div>${escapeHtml(text.trim()).replaceAll('\n', '<br />')}</div>`

const escapeHtml = (text: string): string => text.replace(/[<>&"']/g, (letter) => escapes[letter] ?? letter)
