/** Bytes to letters. Whatever a mail calls its character set, some letters come out: unknown names are read as Western European, as mail programs do. */

/** Names that mail programs write and the encoding standard does not know. Keys without prefix and separators. */
const aliases: Readonly<Record<string, string>> = {
  iso88598i: 'iso-8859-8', iso88598e: 'iso-8859-8', shiftjis: 'shift_jis', windows31j: 'shift_jis', mskanji: 'shift_jis', eucjp: 'euc-jp',
  iso2022jp: 'iso-2022-jp', iso2022jp1: 'iso-2022-jp', iso2022jp2: 'iso-2022-jp', junet: 'iso-2022-jp', euckr: 'euc-kr', uhc: 'euc-kr',
  tis620: 'windows-874', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 874: 'windows-874', 51932: 'euc-jp', 50220: 'iso-2022-jp',
  50221: 'iso-2022-jp', 50222: 'iso-2022-jp',
} // biome-ignore format: a table

const western = new TextDecoder('windows-1252')
const decoders = new Map<string, TextDecoder>()

function make(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

function decoderOf(label: string): TextDecoder {
  const known = decoders.get(label)
  if (known !== undefined) return known
  const bare = label.replace(/^(?:x-ms-|x-|cs)/, '').replace(/[\s._-]+/g, '')
  const decoder = make(label) ?? make(aliases[bare.replace(/^(?:cp|windows|ms|ibm)(?=\d{3,5}$)/, '')] ?? bare) ?? western
  // A mail may make up as many names as it likes.
  if (decoders.size > 200) decoders.clear()
  decoders.set(label, decoder)
  return decoder
}

/** The letters of `bytes`; UTF-8 when no character set is named. */
export function decode(bytes: Uint8Array, charset = ''): string {
  const label = charset.trim().toLowerCase().slice(0, 60)
  if (label === '' || label === 'utf-8' || label === 'utf8') return fromUtf8(bytes)
  return decoderOf(label).decode(bytes)
}

/** Buffer's reader is several times faster than TextDecoder on short texts, and gives the same letters. */
function fromUtf8(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
