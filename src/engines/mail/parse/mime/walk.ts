/**
 * Finds the parts of a mail (RFC 2046) in one pass over its bytes: bodies are stretches of the same memory, found by searching for the next line that may
 * be a boundary. Missing ends, foreign boundaries, text before and after are read as mail programs read them.
 */
import type { Email } from './email.ts'
import { type Part, partOf } from './part.ts'

export type Walked = { readonly root: Part; readonly overrun: Email['overrun'] }
export type Limits = { readonly depth: number; readonly headerBytes: number }

type Open = { readonly part: Part; readonly boundary: Buffer }
type Fence = { readonly open: number; readonly ends: boolean; readonly start: number; readonly next: number }

const feed = 0x0a
const fenceMark = Buffer.from('\n--')

/** The tree of parts. What lies past a limit is left out and said. */
export function walk(bytes: Buffer, limits: Limits): Walked {
  const stack: Open[] = []
  let headerBytes = 0
  let overrun: Email['overrun']
  let root: Part | undefined
  let at = 0
  while (at <= bytes.length) {
    const header = headerFrom(bytes, at, stack)
    headerBytes += header.end - at
    if (headerBytes > limits.headerBytes || stack.length > limits.depth) {
      overrun = headerBytes > limits.headerBytes ? 'header-too-long' : 'too-deep'
      break
    }
    const above = stack.at(-1)?.part
    const part = partOf(bytes.toString('utf8', at, header.end), above?.multipart === 'digest')
    root ??= part
    above?.children.push(part)
    const boundary = part.multipart === '' ? '' : (part.type.params.get('boundary') ?? '')
    if (boundary !== '') stack.push({ part, boundary: Buffer.from(`--${boundary}`) })
    const fence = nextFence(bytes, header.body, stack)
    if (part.multipart === '') part.body = bytes.subarray(header.body, fence?.start ?? bytes.length)
    const next = openNext(bytes, fence, stack)
    if (next === undefined) break
    at = next
  }
  return { root: root ?? partOf('', false), overrun }
}

/** Follows closing boundaries until one opens a part; gives where that part begins. */
function openNext(bytes: Buffer, first: Fence | undefined, stack: Open[]): number | undefined {
  for (let fence = first; fence !== undefined; fence = nextFence(bytes, fence.next, stack)) {
    stack.length = fence.ends ? fence.open : fence.open + 1
    if (!fence.ends) return fence.next
  }
  return undefined
}

/** The header's end and the body's start. A boundary ends a header that has no empty line. */
function headerFrom(bytes: Buffer, from: number, stack: readonly Open[]): { readonly end: number; readonly body: number } {
  let at = from
  while (at < bytes.length) {
    const found = bytes.indexOf(feed, at)
    const lineEnd = found < 0 ? bytes.length : found
    let end = lineEnd
    while (end > at && bytes[end - 1] === 0x0d) end -= 1
    if (end === at) return { end: at, body: Math.min(lineEnd + 1, bytes.length) }
    if (stack.length > 0 && bytes[at] === 0x2d && bytes[at + 1] === 0x2d && fenceAt(bytes, at, stack) !== undefined)
      return { end: at, body: at }
    at = lineEnd + 1
  }
  return { end: bytes.length, body: bytes.length }
}

/** The first boundary line at or behind a line's start. */
function nextFence(bytes: Buffer, from: number, stack: readonly Open[]): Fence | undefined {
  if (stack.length === 0) return undefined
  let at = bytes[from] === 0x2d && bytes[from + 1] === 0x2d ? from : after(bytes.indexOf(fenceMark, from))
  while (at >= 0) {
    const fence = fenceAt(bytes, at, stack)
    if (fence !== undefined) return fence
    at = after(bytes.indexOf(fenceMark, at))
  }
  return undefined
}

const after = (found: number): number => (found < 0 ? -1 : found + 1)

/** The boundary that the line at `start` is, innermost first. White space may follow it. */
function fenceAt(bytes: Buffer, start: number, stack: readonly Open[]): Fence | undefined {
  for (let open = stack.length - 1; open >= 0; open--) {
    const { boundary } = stack[open] ?? { boundary: fenceMark }
    const behind = start + boundary.length
    if (behind > bytes.length || bytes.compare(boundary, 0, boundary.length, start, behind) !== 0) continue
    const ends = bytes[behind] === 0x2d && bytes[behind + 1] === 0x2d
    let at = ends ? behind + 2 : behind
    while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d) at += 1
    if (at >= bytes.length || bytes[at] === feed) return { open, ends, start, next: Math.min(at + 1, bytes.length) }
  }
  return undefined
}
