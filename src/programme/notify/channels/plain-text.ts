/** Text as far ends may have it: words and line ends, nothing that steers a terminal, a protocol or the direction of writing. */

/** Control characters but the line end; marks that turn the direction of writing; halves of a pair. */
const steering = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu

export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(steering, '').trim()

/** At most `longest` characters, cut at a whole one. */
export function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
