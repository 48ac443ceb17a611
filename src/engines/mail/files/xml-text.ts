/** Pulls words and attributes out of the XML that office programs write, without building a tree. Linear, and forgiving where XML is not. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** `&amp;` and numbers as the letters they stand for. */
export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1
    if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return named[name?.toLowerCase() ?? ''] ?? whole
  })

/** The words between the tags; paragraphs, cells and breaks part them. */
export const textOfXml = (xml: string): string =>
  unescapeXml(
    xml
      .replace(/<(?:w:instrText|w:delText)\b[^<>]*>[^<]*</g, '<')
      .replace(/<(?:\/w:p|\/a:p|\/si|\/text:p|\/text:h|w:br|a:br|w:tab|text:line-break)\b[^<>]*>/g, '\n')
      .replace(/<[^<>]*>/g, ''),
  )
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim()

/** The attributes of every `<name …>` in the text, at most `most`. */
export function* tagsIn(xml: string, name: string, most: number): Generator<Readonly<Record<string, string>>> {
  const tag = new RegExp(`<${name}\\b([^<>]{0,4000})>`, 'g')
  for (let hit = tag.exec(xml), seen = 0; hit !== null && seen < most; hit = tag.exec(xml), seen++) {
    const attributes: Record<string, string> = {}
    for (const one of (hit[1] ?? '').matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      attributes[one[1] ?? ''] = unescapeXml(one[2] ?? one[3] ?? '')
    yield attributes
  }
}
