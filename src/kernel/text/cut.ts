/** Cutting a text that may be anything, without halving a character: half of one (a lone surrogate) is refused by a JSON column. */

/** The first `most` UTF-16 units of a text, one fewer where the last is half a character; halves that it came with are U+FFFD. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text.toWellFormed()
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(most - 1)) && /[\udc00-\udfff]/.test(text.charAt(most))
  return text.slice(0, isHalf ? most - 1 : most).toWellFormed()
}
