/** Source of VBA macros (MS-OVBA 2.4.1). A project always means a macro; its source says whether it starts by itself and what it reaches for. */
import type { Gathering } from './gathering.ts'

const startsItself =
  /\b(?:Auto_?(?:Open|Close|Exec|Exit|New)|(?:Document|Workbook|Presentation)_?(?:Open|Close|BeforeClose|New|Activate)|Workbook_WindowActivate|DocumentOpen|\w+_(?:Layout|Painted|OnConnecting))\b/i
const reaches =
  /\b(?:Shell(?:Execute\w*)?\s*\(?|CreateObject|GetObject|URLDownloadToFile\w*|powershell|WScript\.Shell|MSXML2\.\w+|ADODB\.Stream|WinHttp\w*|mshta|certutil|regsvr32|rundll32|VirtualAlloc|CallByName)\b/i

/** Looks at one stream of a macro project: a module, or one of the project's own lists. */
export function readMacros(name: string, stream: Uint8Array, into: Gathering): void {
  if (/^(?:dir|_VBA_PROJECT|PROJECT\w*|__SRP_\w*)$/i.test(name)) return
  const source = sourceIn(stream)
  // An empty module stands in every sheet and document that ever saw the editor.
  const body = source.replace(/^\s*(?:Attribute\b[^\n]*|Option Explicit\s*|'[^\n]*)\n?/gim, '').trim()
  if (body === '' && source !== '') return
  into.mark('macro', name)
  const start = startsItself.exec(source)?.[0]
  if (start !== undefined) into.mark('starts-itself', start)
  const reach = reaches.exec(body)?.[0]
  if (reach !== undefined) into.mark('command', lineAround(body, reach))
  into.written(body, 'office')
}

const lineAround = (text: string, word: string): string =>
  text
    .split('\n')
    .find((line) => line.includes(word))
    ?.trim() ?? word

/** The module's source: what stands after the compiled code, beginning with `Attribute`. Found by that word, since the offset stands in another stream. */
function sourceIn(stream: Uint8Array): string {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)
  const at = bytes.indexOf('\0Attribut', 0, 'latin1') - 3
  return at >= 0 && bytes[at] === 1 ? decompress(bytes, at + 1) : ''
}

const most = 512 * 1024

function decompress(bytes: Buffer, start: number): string {
  const out = Buffer.alloc(most)
  let length = 0
  let at = start
  while (at + 2 <= bytes.length && length < most - 4096) {
    const header = bytes.readUInt16LE(at)
    const chunkEnd = Math.min(bytes.length, at + (header & 0xfff) + 3)
    const chunkStart = length
    at += 2
    if ((header & 0x8000) === 0) {
      length += bytes.copy(out, length, at, chunkEnd)
      at = chunkEnd
      continue
    }
    while (at < chunkEnd && length - chunkStart < 4096) {
      const flags = bytes[at] ?? 0
      at += 1
      for (let bit = 0; bit < 8 && at < chunkEnd && length < most; bit++) {
        if ((flags & (1 << bit)) === 0) {
          out[length] = bytes[at] ?? 0
          length += 1
          at += 1
          continue
        }
        if (at + 2 > chunkEnd) {
          at = chunkEnd
          break
        }
        const token = bytes.readUInt16LE(at)
        at += 2
        const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, length - chunkStart))))
        const offset = (token >> (16 - bits)) + 1
        const count = (token & (0xffff >> bits)) + 3
        if (offset > length) return out.toString('latin1', 0, length)
        for (let copied = 0; copied < count && length < most; copied++, length++) out[length] = out[length - offset] ?? 0
      }
    }
  }
  return out.toString('latin1', 0, length)
}
