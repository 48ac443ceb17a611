/** Encoded words in headers (RFC 2047): `=?utf-8?Q?Espa=C3=B1a?=`. */
import { decode } from './charset.ts'

const word = /=\?([^?\s]+)\?([QqBb])\?([^?]*)\?=/g
const onlyWords = /^(?:=\?[^?\s]+\?[QqBb]\?[^?]*\?=\s*)+$/
const blank = /^[ \t\r\n]+$/

type Word = { readonly charset: string; readonly encoding: 'Q' | 'B'; readonly letters: string }
type Piece = string | Word

/** A header's value with every encoded word decoded. */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text
  const pieces = split(text)
  const joined = render(pieces, true)
  // Letters are often cut in two between words, so neighbours are decoded as one; where that gives no letters they belong apart.
  return joined.includes('\ufffd') ? render(pieces, false) : joined
}

/** True when there is nothing but encoded words. */
export const isEncodedWordsOnly = (text: string): boolean => text.startsWith('=?') && onlyWords.test(text)

function split(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const hit of text.matchAll(word)) {
    const [whole, charset = '', encoding = '', letters = ''] = hit
    if (hit.index > done) pieces.push(text.slice(done, hit.index))
    pieces.push({ charset, encoding: encoding.toUpperCase() === 'B' ? 'B' : 'Q', letters })
    done = hit.index + whole.length
  }
  if (done < text.length) pieces.push(text.slice(done))
  return pieces
}

function render(pieces: readonly Piece[], join: boolean): string {
  let out = ''
  let pending: Word | undefined
  let letters: string[] = []
  const flush = (): void => {
    if (pending !== undefined) out += decodeWord(pending, letters.join(''))
    pending = undefined
    letters = []
  }
  for (const [place, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      // White space between two words only folds the line.
      if (pending !== undefined && typeof pieces[place + 1] === 'object' && blank.test(piece)) continue
      flush()
      out += piece
      continue
    }
    if (!(join && pending !== undefined && belongTogether(pending, letters.at(-1) ?? '', piece))) flush()
    pending ??= piece
    letters.push(piece.letters)
  }
  flush()
  return out
}

const belongTogether = (first: Word, last: string, next: Word): boolean =>
  first.charset === next.charset &&
  first.encoding === next.encoding &&
  (first.encoding === 'Q' || (last.length % 4 === 0 && !last.endsWith('=')))

/** A language behind the character set (RFC 2231, 5) is left out. */
function decodeWord({ charset, encoding }: Word, letters: string): string {
  const [label = ''] = charset.split('*', 1)
  return decode(encoding === 'B' ? fromB(letters) : fromQ(letters), label)
}

/** Padding amid the letters keeps its place, so that what follows it stays whole. */
const fromB = (letters: string): Buffer =>
  Buffer.from(
    letters
      .replace(/[^A-Za-z0-9+/=]+/g, '')
      .replace(/={1,9}$/, '')
      .replaceAll('=', 'A'),
    'base64',
  )

const fromQ = (letters: string): Buffer => percentBytes(letters.replace(/=\s{1,20}(?=[0-9A-Fa-f])/g, '=').replace(/[_\s]/g, ' '), '=')

/** The bytes of a text in which `mark` and two digits stand for one byte. */
export function percentBytes(text: string, mark: '=' | '%'): Buffer {
  const pieces = text.split(mark)
  const bytes = pieces.map((piece, place) => {
    if (place === 0) return Buffer.from(piece)
    return /^[0-9A-Fa-f]{2}/.test(piece)
      ? Buffer.concat([Buffer.from(piece.slice(0, 2), 'hex'), Buffer.from(piece.slice(2))])
      : Buffer.from(`${mark}${piece}`)
  })
  return Buffer.concat(bytes)
}
