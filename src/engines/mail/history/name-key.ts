/** A person's display name as it is remembered: `Ruiz, Ana` and `Ána RUIZ (Treasurer)` are `ana ruiz`. */
import { foldHomoglyphs } from '#kernel'

/** Names of two to five words; empty for anything else, since a single word fits too many people. */
export function nameKey(name: string): string {
  const words = foldHomoglyphs(name.slice(0, 200).replace(/\((?!via\b)[^()]*\)/gi, ' '))
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
  return words.length < 2 || words.length > 5 ? '' : words.sort().join(' ')
}
