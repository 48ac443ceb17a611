/** Reads a sentence that we show to people, as a strict editor would, in each language we speak. */
import type { Language } from '#kernel'
import { clickWords } from '../../src/programme/notify/composer/asks-for-click.ts'
import { blanksOf, branchesOf } from './message-branches.ts'

type House = {
  /** The familiar form of address, where ours is the polite one. */
  readonly familiar: RegExp
  /** Marks set as this language does not set them. */
  readonly marks: RegExp
}

const noBreak = '\u00a0\u202f'
const houses: Readonly<Record<Language, House>> = {
  en: { familiar: /\bthou\b/i, marks: /[«»„]|"/ },
  es: {
    familiar: /(?<!\p{L})(?:tú|tu|tus|te|ti|contigo)(?!\p{L})/iu,
    marks: /[“”„"]|(?<!¿[^?]*)\?/,
  },
  fr: {
    familiar: /(?<!\p{L})(?:tu|ton|ta|tes|toi|t’)(?!\p{L})/iu,
    // RFC-like strictness: a mark that stands apart is held by a space that does not break.
    marks: new RegExp(`[“”„"']|[^${noBreak}][:;!?»](?=\\s|$)|«(?![${noBreak}])`, 'u'),
  },
  de: {
    familiar: /(?<!\p{L})(?:du|dich|dir|dein\p{L}*|euch|euer)(?!\p{L})/u,
    marks: /[«»”"']|“(?<!„[^“]*“)/,
  },
}

/** What is written alike in English and in another language. */
const alike: ReadonlySet<string> = new Set([
  'Code',
  'Incidents',
  'Link',
  'Name',
  'Organisation',
  'Pages',
  'Passkey',
  'Passkeys',
  'Person',
  'Personal',
  'Port',
  'Problem: {title}',
  'Protection',
  'STARTTLS (port 143)',
  'Text',
  'conversation',
  'structure',
])

const most = { letters: 200, words: 30 } as const

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!:])\s+/).filter((one) => one !== '')
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}{}][\p{L}\p{N}{}’'-]*/gu) ?? []

/** What is wrong with it; empty for a good one. */
export function faultsOf(language: Language, text: string): readonly string[] {
  const { familiar, marks } = houses[language]
  const faults: string[] = []
  if (text.trim() !== text || text === '' || /\S {2}|\t/.test(text)) faults.push('has stray spaces, or nothing')
  if (clickWords[language].test(text)) faults.push('asks for a click')
  if (familiar.test(text)) faults.push('is too familiar')
  if (marks.test(text)) faults.push('has marks of another language')
  if (/https?:\/\/\w|www\./i.test(text)) faults.push('carries a link')
  if (/!|please note|\bATTENTION\b|[A-ZÄÖÜÉÀ]{6,}/.test(text.replace(/STARTTLS|JavaScript/g, ''))) faults.push('shouts')
  for (const sentence of sentencesOf(text)) {
    if (sentence.length > most.letters) faults.push(`has a sentence of ${sentence.length} letters`)
    if (wordsOf(sentence).length > most.words) faults.push(`has a sentence of ${wordsOf(sentence).length} words`)
  }
  return faults
}

/** Björnsson's LIX, which works in every language: words a sentence, plus long words in a hundred. Below 40 a newspaper's reader is at home. */
export function lixOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(branchesOf).flatMap(sentencesOf)
  const words = sentences.flatMap(wordsOf).filter((word) => !word.startsWith('{'))
  return words.length / sentences.length + (100 * words.filter((word) => word.length > 6).length) / words.length
}

/** Holds the other languages of a sentence against the English one; answers what is wrong, each with its language. */
export function faultsOfAll(texts: Readonly<Record<Language, string>>): readonly string[] {
  const entries = Object.entries(texts) as readonly (readonly [Language, string])[]
  return entries.flatMap(([language, text]) => {
    const own = branchesOf(text).flatMap((branch) => faultsOf(language, branch))
    const blanks = blanksOf(text).join() === blanksOf(texts.en).join() ? [] : ['has other blanks than the English']
    const untold =
      language !== 'en' &&
      text === texts.en &&
      /\p{L}{2}/u.test(
        branchesOf(text)
          .join(' ')
          .replace(/\{\w+\}/g, ''),
      ) &&
      !alike.has(text)
    return [...own, ...blanks, ...(untold ? ['is still English'] : [])].map((fault) => `${language} “${text}” ${fault}`)
  })
}
