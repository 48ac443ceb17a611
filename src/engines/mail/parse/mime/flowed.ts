/** Puts paragraphs together again that a mail program broke into lines (RFC 3676, `format=flowed`). */

/** With `delsp` the space at a soft line end was added with it. */
export function unflow(text: string, delsp: boolean): string {
  const out: string[] = []
  let soft = false
  for (const [place, raw] of text.split('\n').entries()) {
    const unstuffed = raw.startsWith(' ') ? raw.slice(1) : raw
    const line = unstuffed.endsWith('\r') ? unstuffed.slice(0, -1) : unstuffed
    if (place > 0 && !soft) out.push('\n')
    const isSignature: boolean = line === '-- ' && !soft
    soft = (line.endsWith(' ') && !isSignature) || (line === '' && soft)
    out.push(soft && delsp ? line.slice(0, -1) : line)
  }
  return out.join('')
}
