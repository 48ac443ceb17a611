/** Finds which of many names a text mentions, in one walk over its words. */

type Named = { readonly words: readonly string[]; readonly plainWord: boolean }

const wordStart = /[a-z0-9]+|[^\sa-z0-9]+/g
const letter = /[a-z0-9]/

/**
 * A search over folded text. A name counts between word borders; one that is a plain word too counts only where it opens the text. Names are found by their
 * first word, so that a longer list costs nothing more.
 */
export function searchFor<Item extends Named>(items: readonly Item[]): (folded: string) => readonly Item[] {
  const byFirst = new Map<string, { readonly item: Item; readonly phrase: string }[]>()
  for (const item of items) {
    for (const phrase of item.words) {
      const first = phrase.match(wordStart)?.[0] ?? ''
      if (first !== '') byFirst.set(first, [...(byFirst.get(first) ?? []), { item, phrase }])
    }
  }
  return (folded) => {
    const found = new Set<Item>()
    const opening = /^["'\s]*(?:the )?/.exec(folded)?.[0].length ?? 0
    for (const hit of folded.matchAll(wordStart)) {
      const phrases = byFirst.get(hit[0])
      if (phrases === undefined) continue
      const { index } = hit
      for (const { item, phrase } of phrases) {
        if (item.plainWord && index !== opening) continue
        if (folded.startsWith(phrase, index) && !letter.test(folded[index + phrase.length] ?? '')) found.add(item)
      }
    }
    return items.length === 0 || found.size === 0 ? [] : items.filter((item) => found.has(item))
  }
}
