/** What the staff wrote, as a notice says it: in the reader's language, or in English with a line that says so. */
import type { Language, NoticeLevel } from '#kernel'
import type { ComposedWordings } from '../composer/composed-wordings.ts'
import { defang } from '../defang.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'

type Told = { readonly language: Language; readonly level: NoticeLevel; readonly written: ComposedWordings }

export function composedSays({ language, level, written }: Told): readonly string[] {
  const { composed: words, level: levels } = wordings[language]
  const own = written[language]
  const { headline, says } = own ?? written.en
  const opening = fill(words.opening, { level: levels[level], headline: defang(headline) })
  return [opening, ...says.map(defang), ...(own === undefined ? [words.onlyEnglish] : [])]
}
