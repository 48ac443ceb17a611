/**
 * Finds addresses written out in a text. Every one has a slash or `www.` in it and no space, so that only such pieces of the text are read closely: nearly all
 * of a text has neither.
 */

/** The pieces between spaces that may hold an address, in order. Where `www.` is written, the whole text is one piece. */
function piecesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (/www\./i.test(text)) return [{ start: 0, end: text.length }]
  const pieces: { start: number; end: number }[] = []
  for (let slash = text.indexOf('/'); slash >= 0; ) {
    const before = pieces.at(-1)?.end ?? 0
    let start = slash
    while (start > before && !isSpace(text, start - 1)) start -= 1
    let end = slash + 1
    while (end < text.length && !isSpace(text, end)) end += 1
    pieces.push({ start, end })
    slash = text.indexOf('/', end)
  }
  return pieces
}

const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code < 0x80 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : /\s/.test(text[at] ?? '')
}

/** All hits of a pattern that matches addresses only: no spaces, and a slash or `www.` in each. */
export function* addressesIn(text: string, pattern: RegExp): Generator<string> {
  for (const { start, end } of piecesOf(text)) for (const [hit] of text.slice(start, end).matchAll(pattern)) yield hit
}

/** The text with what `change` makes of each such hit. */
export function withAddresses(text: string, pattern: RegExp, change: (address: string) => string): string {
  let changed = ''
  let done = 0
  for (const { start, end } of piecesOf(text)) {
    changed += text.slice(done, start) + text.slice(start, end).replace(pattern, change)
    done = end
  }
  return done === 0 ? text : changed + text.slice(done)
}
