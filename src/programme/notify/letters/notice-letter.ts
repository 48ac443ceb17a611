/**
 * A notice as a letter: what happened in at most ninety words, at most three
 * steps, then how to check that it is ours. Plain text, nothing to tap.
 */
import type { Language, NoticeLevel } from '#kernel'
import type { NotifyDeps, Sender } from '../deps.ts'
import { shownCode } from '../notice-code.ts'
import type { NoticeContent } from '../notice-content.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'
import { type NoticeParts, noticeParts } from './notice-parts.ts'

export type NoticeWritten = { readonly subject: string; readonly text: string }

export type NoticeTold = {
  readonly language: Language
  readonly level: NoticeLevel
  readonly content: NoticeContent
  readonly code: string
}

export function noticeLetter(
  { explain, sender }: { readonly explain: NotifyDeps['explain']; readonly sender: Sender },
  told: NoticeTold,
): NoticeWritten {
  const parts = noticeParts(explain, told)
  const { notice: words, firstLook, digest, level } = wordings[told.language]
  const blanks = { level: level[told.level], programme: sender.name, code: shownCode(told.code), contact: sender.helpContact }
  const gathered = told.content.kind === 'digest' ? digest.subject : firstLook.subject
  const subject = told.content.kind === 'digest' || told.content.kind === 'first-look' ? gathered : words.subject
  return { subject: fill(subject, blanks), text: letter(parts, words.whatToDo, closing(told, sender, blanks)) }
}

function closing({ language, content }: NoticeTold, sender: Sender, blanks: Readonly<Record<string, string>>): readonly string[] {
  const { notice: words } = wordings[language]
  return [
    fill(words.check, blanks),
    ...(content.kind === 'incident' ? [words.whyHere, words.mayBeWrong] : []),
    fill(sender.helpContact === '' ? words.askNobodyNamed : words.ask, blanks),
    words.neverAsk,
  ]
}

function letter({ says, quotes, steps }: NoticeParts, whatToDo: string, after: readonly string[]): string {
  const evidence = quotes.length === 0 ? [] : [quotes.map((quote) => `  ${quote}`).join('\n')]
  const numbered = steps.map((step, index) => `${index + 1}. ${step}`).join('\n')
  return `${[...says, ...evidence, `${whatToDo}\n${numbered}`, ...after].join('\n\n')}\n`
}
