/** Cuts the few header fields that the memory needs out of a mail, in one linear pass, so that the rest need not be parsed for it. */

const limits = { header: 512 * 1024, field: 16 * 1024, fields: 60 }
const wanted =
  /^(?:from|reply-to|to|cc|message-id|in-reply-to|references|list-id|list-unsubscribe|precedence|auto-submitted|x-autoreply|x-autorespond)[ \t]*:/i

/** Those fields as a header of their own, ending with its empty line. */
export function headerFields(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, limits.header)).toString('latin1')
  const kept: string[] = []
  let field: string | undefined
  let at = 0
  const keep = (): void => {
    if (field !== undefined && kept.length < limits.fields) kept.push(field)
  }
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '')
    at = end < 0 ? text.length : end + 1
    if (line === '') break
    if (/^[ \t]/.test(line)) {
      if (field !== undefined && field.length + line.length < limits.field) field += `\r\n${line}`
      continue
    }
    keep()
    field = wanted.test(line) ? line.slice(0, limits.field) : undefined
  }
  keep()
  return Buffer.from(`${kept.join('\r\n')}\r\n\r\n`, 'latin1')
}
