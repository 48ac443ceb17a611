/** A mail as a service leaves it that states no check of the sender: every Authentication-Results header field taken out (RFC 8601). */

const named = /^(?:arc-)?authentication-results[ \t]*:/i

/** The same mail without those fields; the body is not touched. */
export function withoutResults(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = /\r?\n\r?\n/.exec(buffer.toString('latin1', 0, Math.min(buffer.length, 1_000_000)))?.index ?? buffer.length
  const fields = buffer.toString('latin1', 0, end).split(/\r?\n(?![ \t])/)
  const kept = fields.filter((field) => !named.test(field))
  if (kept.length === fields.length) return new Uint8Array(bytes)
  return new Uint8Array(Buffer.concat([Buffer.from(kept.join('\r\n'), 'latin1'), buffer.subarray(end)]))
}
