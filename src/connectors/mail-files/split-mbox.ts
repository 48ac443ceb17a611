/** Splits a stream in mbox form (RFC 4155, with `>From ` quoting) into messages. A stream that does not begin with `From ` is one message. */
import type { Readable } from 'node:stream'

export type Piece = { readonly bytes: Uint8Array; readonly isMbox: boolean }

const from = Buffer.from('From ')
const newline = 10
const quote = 62

const startsWith = (data: Buffer, at: number, head: Buffer): boolean =>
  data.compare(head, 0, head.length, at, Math.min(at + head.length, data.length)) === 0

/** The messages of the stream, each cut to `keptBytes`. */
export async function* splitMbox(stream: Readable, keptBytes: number): AsyncGenerator<Piece> {
  let message = new Gatherer(keptBytes)
  let isMbox: boolean | undefined
  let rest: Buffer = Buffer.alloc(0)
  let afterBlank = true
  for await (const chunk of stream) {
    const data = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, Buffer.from(chunk)])
    if (isMbox === undefined) {
      if (data.length < from.length) {
        rest = data
        continue
      }
      isMbox = data.subarray(0, from.length).equals(from)
    }
    let at = 0
    if (!isMbox) {
      message.add(data)
      rest = Buffer.alloc(0)
      continue
    }
    let keptFrom = 0
    for (let end = data.indexOf(newline, at); end >= 0; end = data.indexOf(newline, at)) {
      const start = at
      at = end + 1
      if (afterBlank && startsWith(data, start, from)) {
        message.add(data.subarray(keptFrom, start))
        keptFrom = at
        if (message.size > 0) yield { bytes: message.take(), isMbox }
        message = new Gatherer(keptBytes)
      } else if (data[start] === quote && /^>+From /.test(data.toString('latin1', start, start + 12))) {
        message.add(data.subarray(keptFrom, start))
        keptFrom = start + 1
      }
      afterBlank = end === start || (end === start + 1 && data[start] === 13)
    }
    message.add(data.subarray(keptFrom, at))
    rest = data.subarray(at)
    if (rest.length > 1024 * 1024) {
      message.add(rest)
      rest = Buffer.alloc(0)
      afterBlank = false
    }
  }
  message.add(rest)
  if (message.size > 0) yield { bytes: message.take(), isMbox: isMbox ?? false }
}

class Gatherer {
  readonly #kept: number
  #pieces: Buffer[] = []
  size = 0

  constructor(kept: number) {
    this.#kept = kept
  }

  add(piece: Buffer): void {
    const room = this.#kept - this.size
    if (room <= 0 || piece.length === 0) return
    const part = piece.subarray(0, room)
    this.#pieces.push(part)
    this.size += part.length
  }

  take(): Uint8Array {
    const bytes = new Uint8Array(this.size)
    let at = 0
    for (const piece of this.#pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    this.#pieces = []
    return bytes
  }
}
