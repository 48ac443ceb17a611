/** What somebody on call is told of an operator alert. In English, as the desk is; no form holds a link. */
import type { Severity } from '#kernel'
import type { Message } from '../channels/channel.ts'
import { defang } from '../defang.ts'
import { shownCode } from '../notice-code.ts'
import { spellCode } from '../wording/spell-code.ts'

export type PageTold = {
  readonly programme: string
  readonly severity: Severity
  /** The alert's own sentence. */
  readonly says: string
  /** Other alerts that this message stands for. */
  readonly others: number
  readonly code: string
}

/** Two text messages. */
const longestShort = 300

export function pageForms({ programme, severity, says, others, code }: PageTold): Pick<Message, 'subject' | 'text' | 'short' | 'spoken'> {
  const name = defang(programme)
  const more = others === 0 ? '' : others === 1 ? ' One more alert is open.' : ` ${others} more alerts are open.`
  const ending = `Answer 1 to take it. Code ${shownCode(code)}.`
  const opening = `${name}, ${severity} alert: `
  return {
    subject: `${name}: an operator alert, ${severity}`,
    text: [
      `${severity === 'critical' ? 'A critical' : 'An important'} operator alert is open, and you are on call.`,
      `${says}${more}`,
      'Open the desk as you always do and choose “I take it”: then nobody else is paged.',
      `To check that this is ours, type this code on the check page: ${shownCode(code)}`,
    ]
      .join('\n\n')
      .concat('\n'),
    short: `${opening}${cutTo(`${says}${more}`, longestShort - opening.length - ending.length - 1)} ${ending}`,
    spoken: [
      `This is ${name}. You are on call, and an operator alert is open: ${severity}.`,
      `${says}${more}`,
      `The code of this message is: ${spellCode(code, 'en').join(', ')}.`,
      'Press 1 to take it. Then nobody else is paged.',
    ],
  }
}

const cutTo = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`)
