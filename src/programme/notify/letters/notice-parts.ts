/** What a notice says, in pieces: the letter sets them in lines, the person's page in paragraphs. */
import type { Finding, Language, NoticeLevel } from '#kernel'
import { askedIn } from '../actions/actions-for.ts'
import type { ActionId } from '../actions/catalogue.ts'
import { cut, defang } from '../defang.ts'
import type { NotifyDeps } from '../deps.ts'
import type { NoticeContent } from '../notice-content.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'
import { type ActionSaid, actionSaid } from './action-said.ts'
import { composedSays } from './composed-parts.ts'
import { moment } from './moment.ts'

export type NoticeParts = {
  /** The sentences before the steps: the level, what did not happen, what happened. */
  readonly says: readonly string[]
  /** At most three quotations, defanged. */
  readonly quotes: readonly string[]
  /** At most three; none when there is nothing to do. */
  readonly actions: readonly ActionSaid[]
}

type Told = {
  readonly language: Language
  readonly level: NoticeLevel
  readonly content: NoticeContent
  /** As the programme is called. */
  readonly programme: string
  /** What is asked of the person; those that the content asks by itself when unsaid. */
  readonly actions?: readonly ActionId[]
  /** When the notice was written that this is a reminder of. */
  readonly reminds?: Date
}
type Incident = Extract<NoticeContent, { kind: 'incident' }>
type FirstLook = Extract<NoticeContent, { kind: 'first-look' }>
type Digest = Extract<NoticeContent, { kind: 'digest' }>

/** People stop reading after this many words (TAG and Jigsaw's notices). */
const mostWords = 90
const mostLetters = { quote: 60, sentence: 240, title: 80 }

export function noticeParts(explain: NotifyDeps['explain'], told: Told): NoticeParts {
  const { language, level, content, programme, reminds } = told
  const ids = told.actions ?? askedIn(level, content, false)
  const actions = ids.map((id) => actionSaid(explain, { id, language, content, programme }))
  const text = textOf(explain, told)
  return { ...(reminds === undefined ? text : remindedOf(text, language, reminds)), actions }
}

/** The level and what did not happen; the rest stands in the notice. */
const remindedOf = ({ says }: Text, language: Language, reminds: Date): Text => ({
  says: [...says.slice(0, 2), fill(wordings[language].reminder.says, { when: moment(reminds, language) })],
  quotes: [],
})

type Text = Omit<NoticeParts, 'actions'>

function textOf(explain: NotifyDeps['explain'], told: Told): Text {
  const { content, language, level } = told
  if (content.kind === 'incident') return incidentParts(explain, { ...told, content })
  if (content.kind === 'first-look') return firstLookParts(explain, { ...told, content })
  if (content.kind === 'digest') return digestParts(explain, { ...told, content })
  if (content.kind === 'composed') return { says: composedSays({ language, level, written: content.wordings }), quotes: [] }
  const words = wordings[language]
  const blanks = {
    level: words.level[level],
    person: cut(defang(content.person), mostLetters.title),
    when: moment(content.arrivedAt, language),
  }
  return {
    says: [fill(words.told.opening, blanks), words.told.didNot, fill(words.told.says, blanks)],
    quotes: [],
  }
}

function incidentParts(explain: NotifyDeps['explain'], { language, level, content }: Told & { readonly content: Incident }): Text {
  const { notice: words, mailbox } = wordings[language]
  const where = fill(words.cameTo, {
    mailbox: mailbox[content.account.kind],
    masked: defang(content.account.masked),
    when: moment(content.arrivedAt, language),
  })
  const told = content.reasons.slice(0, 3).map((reason) => cut(defang(explain.sayIn(language, reason)), mostLetters.sentence))
  const head = [words.opening[level], words.didNot[level]]
  const happened = [where, ...told.slice(0, 1)]
  const quotes = fitting([...head, ...happened], quotesOf(content, words))
  // The other reasons, where there is room for the whole of one.
  for (const reason of told.slice(1)) if (hasRoom([...head, ...happened, reason, ...quotes])) happened.push(reason)
  return { says: [...head, happened.join(' ')], quotes }
}

type NoticeWords = (typeof wordings)['en']['notice']

function quotesOf({ from, subject, reasons }: Incident, words: NoticeWords): readonly string[] {
  const quote = (sentence: string, text: string): readonly string[] => {
    const shown = cut(defang(text), mostLetters.quote)
    return shown === '' ? [] : [fill(sentence, { quote: shown })]
  }
  const elsewhere = reasons
    .flatMap(({ evidence }: Finding) => evidence)
    .find(({ where, quote: text }) => !/^(from|subject)$/i.test(where) && text.trim() !== '')
  return [...quote(words.from, from), ...quote(words.about, subject), ...quote(words.seen, elsewhere?.quote ?? '')]
}

/** As many of them as fit beside the sentences; the last is left out first. */
function fitting(says: readonly string[], quotes: readonly string[]): readonly string[] {
  return quotes.length === 0 || hasRoom([...says, ...quotes]) ? quotes : fitting(says, quotes.slice(0, -1))
}

const hasRoom = (parts: readonly string[]): boolean => countWords(parts.join(' ')) <= mostWords

export const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

const summed = (found: FirstLook['found']): number => found.reduce((total, one) => total + one.messages, 0)

/** The three most frequent kinds, a line each. */
const linesOf = (
  explain: NotifyDeps['explain'],
  language: Language,
  { found, line }: { readonly found: FirstLook['found']; readonly line: string },
) =>
  found
    .slice(0, 3)
    .map((one) =>
      fill(line, { messages: one.messages, title: cut(defang(explain.titleOf(one.headline, language)), mostLetters.title) }, language),
    )

function digestParts(explain: NotifyDeps['explain'], { language, content }: Told & { readonly content: Digest }): Text {
  const { digest: words } = wordings[language]
  const { found, since, written } = content
  const messages = summed(found)
  const mails = messages === 0 ? [] : [fill(words.says, { messages, when: moment(since, language) }, language), words.didNot]
  const ours = written === 0 ? [] : [fill(words.written, { notices: written }, language)]
  return {
    says: [...mails, ...ours, ...(messages === 0 ? [] : [words.shown])],
    quotes: linesOf(explain, language, { found, line: words.line }),
  }
}

function firstLookParts(explain: NotifyDeps['explain'], { language, content }: Told & { readonly content: FirstLook }): Text {
  const { firstLook: words, mailbox } = wordings[language]
  const messages = summed(content.found)
  const blanks = { examined: content.examined, messages, mailbox: mailbox[content.account.kind], masked: defang(content.account.masked) }
  const lines = linesOf(explain, language, { found: content.found, line: words.line })
  const opening = fill(messages === 0 ? words.nothing : words.something, blanks, language)
  return { says: [opening, ...(messages === 0 ? [] : [words.didNot]), words.goesOn], quotes: lines }
}
