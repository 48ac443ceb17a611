/** Whether a base64 part breaks off or holds bytes that no encoder writes. Looks at the raw bytes, since a decoder silently skips what it cannot read. */

const limits = { parts: 200, lookAt: 256 * 1024 }
const declared = /\ncontent-transfer-encoding:[ \t]*base64[ \t]*\r?\n/gi

/** True when one base64 part is torn. Text after the data, as mailing lists add it, is no tear. */
export function hasTornBase64(bytes: Buffer): boolean {
  const text = bytes.toString('latin1', 0, Math.min(bytes.length, 40 * 1024 * 1024))
  declared.lastIndex = 0
  for (let hit = declared.exec(text), seen = 0; hit !== null && seen < limits.parts; hit = declared.exec(text), seen++) {
    const blank = /\r?\n\r?\n/g
    blank.lastIndex = hit.index + hit[0].length - 2
    const start = blank.exec(text)
    if (start === null) return false
    const from = start.index + start[0].length
    const fence = text.indexOf('\n--', from - 1)
    const end = fence < 0 ? text.length : fence
    if (isTorn(text.slice(from, Math.min(end, from + limits.lookAt)), end - from <= limits.lookAt && fence < 0)) return true
  }
  return false
}

function isTorn(data: string, breaksOff: boolean): boolean {
  const [first = ''] = data.trimStart().split(/\r?\n/, 1)
  if (/[^\t\n\r -~]/.test(data)) return true
  if (/[^A-Za-z0-9+/=\s]/.test(first) || /=[A-Za-z0-9+/]/.test(first)) return true
  const letters = data.replace(/[\s=]/g, '').length
  return breaksOff && letters > 0 && letters % 4 !== 0 && !/=\s*$/.test(data) && /^[A-Za-z0-9+/=\s]+$/.test(data)
}
