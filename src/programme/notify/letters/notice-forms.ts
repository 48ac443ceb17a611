/** A notice in every form a channel may want: the letter, the short text, and what a voice reads aloud. None holds a link. */
import type { Message } from '../channels/channel.ts'
import type { NotifyDeps, Sender } from '../deps.ts'
import { shownCode } from '../notice-code.ts'
import { fill } from '../wording/fill.ts'
import { wordings } from '../wording/index.ts'
import { spellCode } from '../wording/spell-code.ts'
import { type NoticeTold, noticeLetter } from './notice-letter.ts'
import { noticeParts } from './notice-parts.ts'

/** Two text messages of a phone without UCS-2, three with it. */
const longestShort = 300

export function noticeForms(
  deps: { readonly explain: NotifyDeps['explain']; readonly sender: Sender },
  told: NoticeTold,
): Pick<Message, 'subject' | 'text' | 'short' | 'spoken'> {
  const parts = noticeParts(deps.explain, { ...told, programme: deps.sender.name })
  const { says, actions } = parts
  const { notice: words } = wordings[told.language]
  const blanks = { code: shownCode(told.code), programme: deps.sender.name, spelled: spellCode(told.code, told.language).join(', ') }
  const [opening = ''] = says
  const first = actions[0]?.does ?? ''
  const check = fill(words.shortCheck, blanks)
  const short = [
    [opening, first, check],
    [opening, check],
  ]
    .map((parts) => parts.filter((part) => part !== '').join(' '))
    .find((text) => text.length <= longestShort)
  return {
    ...noticeLetter(deps, told, parts),
    short: short ?? check.slice(0, longestShort),
    spoken: [
      fill(words.spokenHello, blanks),
      ...says.slice(0, told.reminds === undefined ? 2 : 3),
      ...(first === '' ? [] : [first]),
      fill(words.spokenCode, blanks),
      words.spokenKey,
    ],
  }
}
