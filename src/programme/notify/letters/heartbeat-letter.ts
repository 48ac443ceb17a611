/** The test mail that a rule sends on to us, and the one reminder when it did not come. */
import type { Language } from '#kernel'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'
import type { NoticeWritten } from './notice-letter.ts'

type Beat = { readonly language: Language; readonly label: string; readonly token: string; readonly programme: string }

/** Its subject holds the word that the rule looks for, and by which we know it again. */
export function heartbeatLetter({ language, label, token, programme }: Beat): NoticeWritten {
  const { heartbeat } = wordings[language]
  return { subject: fill(heartbeat.subject, { label, token }), text: `${fill(heartbeat.says, { programme })}\n` }
}

/** It names no account: whoever reads it here need not learn which others there are. */
export function blindLetter({
  language,
  name,
  programme,
}: {
  readonly language: Language
  readonly name: string
  readonly programme: string
}): NoticeWritten {
  const { blind, greeting } = wordings[language]
  const blanks = { name, programme }
  return {
    subject: fill(blind.subject, blanks),
    text: `${[fill(greeting, blanks), fill(blind.says, blanks), fill(blind.next, blanks)].join('\n\n')}\n`,
  }
}
