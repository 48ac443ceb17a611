/**
 * A notice as a letter: what happened in at most ninety words, at most three
 * steps, then how to check that it is ours. Plain text, nothing to tap.
 */
import type { Language, NoticeLevel } from '#kernel'
import type { ActionId } from '../actions/catalogue.ts'
import type { NotifyDeps, Sender } from '../deps.ts'
import { shownCode } from '../notice-code.ts'
import type { NoticeContent } from '../notice-content.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'
import { lineOf } from './action-said.ts'
import { type NoticeParts, noticeParts } from './notice-parts.ts'

export type NoticeWritten = { readonly subject: string; readonly text: string }

export type NoticeTold = {
  readonly language: Language
  readonly level: NoticeLevel
  readonly content: NoticeContent
  readonly code: string
  /** What is still open; what the content asks by itself when unsaid. */
  readonly actions?: readonly ActionId[]
  /** When the notice was written that this is a reminder of. */
  readonly reminds?: Date
}

/** `parts` when they were made already. */
export function noticeLetter(
  { explain, sender }: { readonly explain: NotifyDeps['explain']; readonly sender: Sender },
  told: NoticeTold,
  parts: NoticeParts = noticeParts(explain, { ...told, programme: sender.name }),
): NoticeWritten {
  const { notice: words, firstLook, digest, reminder, level } = wordings[told.language]
  const blanks = { level: level[told.level], programme: sender.name, code: shownCode(told.code), contact: sender.helpContact }
  const gathered = told.content.kind === 'digest' ? digest.subject : firstLook.subject
  const subject = fill(told.content.kind === 'digest' || told.content.kind === 'first-look' ? gathered : words.subject, blanks)
  const isReminder = told.reminds !== undefined
  return {
    subject: isReminder ? fill(reminder.subject, { subject }) : subject,
    text: letter(parts, isReminder ? reminder.stillToDo : words.whatToDo, closing(told, sender, blanks)),
  }
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

function letter({ says, quotes, actions }: NoticeParts, whatToDo: string, after: readonly string[]): string {
  const evidence = quotes.length === 0 ? [] : [quotes.map((quote) => `  ${quote}`).join('\n')]
  const numbered = actions.map((action, index) => `${index + 1}. ${lineOf(action)}`)
  const asked = numbered.length === 0 ? [] : [[whatToDo, ...numbered].join('\n')]
  return `${[...says, ...evidence, ...asked, ...after].join('\n\n')}\n`
}
