/** Rich text (RTF 1.9.1). Words, links, and the objects by which it makes other programs run. */
import { caps } from './budget.ts'
import type { Gathering } from './gathering.ts'

const mostRead = 1024 * 1024

export function readRtf(bytes: Uint8Array, into: Gathering): void {
  const rtf = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostRead)).toString('latin1')
  for (const hit of rtf.matchAll(/HYPERLINK\s+(?:\\\w+ )*"([^"{}]{4,2000})"/gi)) into.link('', hit[1] ?? '', 'office')
  const template = /\\\*\\template\s+((?:https?:|\\\\\\\\)[^{}\s]{4,500})/i.exec(rtf)?.[1]
  if (template !== undefined) into.mark('template', template)
  const dde = /\bDDE(?:AUTO)?\s+["\\\w][^{}\n]{0,200}/.exec(rtf)?.[0]
  if (dde !== undefined) into.mark('dde', dde)
  readObjects(rtf, into)
  const text = wordsOf(rtf)
  into.text(text)
  into.written(text, 'office')
}

/** Embedded objects stand as hex; the class's name tells what opens them. Writers of exploits break the hex up, so everything else is taken out first. */
function readObjects(rtf: string, into: Gathering): void {
  let from = 0
  for (let seen = 0; seen < 8; seen++) {
    const at = rtf.indexOf('\\objdata', from)
    if (at < 0) return
    from = at + 8
    const hex = rtf.slice(from, from + 120_000).replace(/\\[a-z]+-?\d* ?|[{}\s]/gi, '')
    const data = Buffer.from(/^[\da-f]*/i.exec(hex)?.[0] ?? '', 'hex').toString('latin1')
    if (/equation(?:\.\d| native)|E\0q\0u\0a\0t\0i\0o\0n\0 \0N/i.test(data)) into.mark('exploit', 'Equation object')
    else if (data.includes('\0Package\0')) into.mark('macro', 'packed file')
    const moniker =
      /(?:h\0t\0t\0p\0s?\0?:\0(?:[\x21-\x7e]\0){4,400})/.exec(data)?.[0].replaceAll('\0', '') ?? /https?:[\x21-\x7e]{4,400}/.exec(data)?.[0]
    if (moniker !== undefined) into.mark('remote-object', moniker)
  }
}

const unseen = /^(?:fonttbl|colortbl|stylesheet|info|pict|objdata|datastore|themedata|latentstyles|listtable|rsidtbl|generator)$/

/** What a reader sees: control words taken out, and groups that hold no text skipped. One pass. */
function wordsOf(rtf: string): string {
  const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|[^\\{}]{1,4000}/gi
  const words: string[] = []
  let length = 0
  let depth = 0
  let hiddenFrom = Number.POSITIVE_INFINITY
  for (const [whole, control, number, hex, sign, brace] of rtf.slice(0, 400_000).matchAll(token)) {
    if (brace === '{') depth += 1
    else if (brace === '}') {
      if (depth <= hiddenFrom) hiddenFrom = Number.POSITIVE_INFINITY
      depth -= 1
    } else if (sign === '*' || (control !== undefined && unseen.test(control))) hiddenFrom = Math.min(hiddenFrom, depth)
    else if (depth < hiddenFrom) {
      const word =
        hex !== undefined
          ? String.fromCharCode(Number.parseInt(hex, 16))
          : control === 'u'
            ? String.fromCharCode(Number(number) & 0xffff)
            : control !== undefined
              ? /^(?:par|line|cell|row|tab)$/.test(control)
                ? '\n'
                : ''
              : (sign ?? whole)
      words.push(word)
      length += word.length
      if (length >= caps.text) break
    }
  }
  return words
    .join('')
    .replace(/[ \t]+/g, ' ')
    .trim()
}
