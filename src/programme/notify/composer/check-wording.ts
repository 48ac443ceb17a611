/** What is still wrong with the words of a notice, as a strict editor would say it. Pure, so that it runs at every save and every pause in typing. */
import type { Language, NoticeLevel } from '#kernel'
import { defang } from '../defang.ts'
import { composedSays } from '../letters/composed-parts.ts'
import { countWords } from '../letters/notice-parts.ts'
import { clickWords } from './asks-for-click.ts'
import type { Written } from './composed-wordings.ts'
import { readingGradeOf } from './reading-grade.ts'

const wordingFaults = [
  'no-headline',
  'long-headline',
  'no-sentence',
  'too-many-sentences',
  'followed',
  'click',
  'too-long',
  'too-hard',
] as const
export type WordingFault = (typeof wordingFaults)[number]

export type WordingChecked = {
  readonly faults: readonly WordingFault[]
  /** Before the steps, the level's among them. */
  readonly words: number
  /** School years that the English asks of its reader; other languages have no such measure here. */
  readonly grade?: number
  /** What could be followed, as it was written. */
  readonly followed: readonly string[]
}

const most = { words: 90, grade: 8, sentences: 2, headlineLetters: 120 } as const

export function checkWording(language: Language, level: NoticeLevel, written: Written): WordingChecked {
  const { headline, says } = written
  const all = [headline, ...says]
  const words = countWords(composedSays({ language, level, written: { en: written, [language]: written } }).join(' '))
  const grade = language === 'en' && says.length > 0 ? readingGradeOf(all) : undefined
  const followed = all.flatMap((text) => text.split(/\s+/)).filter(couldBeFollowed)
  const faults: readonly (readonly [boolean, WordingFault])[] = [
    [headline === '', 'no-headline'],
    [headline.length > most.headlineLetters, 'long-headline'],
    [says.length === 0, 'no-sentence'],
    [says.flatMap(sentencesOf).length > most.sentences, 'too-many-sentences'],
    [all.some(couldBeFollowed), 'followed'],
    [all.some((text) => clickWords[language].test(text)), 'click'],
    [words > most.words, 'too-long'],
    [grade !== undefined && grade > most.grade, 'too-hard'],
  ]
  return { words, followed, faults: faults.flatMap(([isWrong, fault]) => (isWrong ? [fault] : [])), ...(grade !== undefined && { grade }) }
}

/** Whatever would be written differently so that no program makes a link, an address or a telephone number of it. */
const couldBeFollowed = (text: string): boolean =>
  defang(text) !==
  text
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFKC')
    .replace(/\.{3,}/g, '…')

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!])\s+/).filter((one) => one !== '')
