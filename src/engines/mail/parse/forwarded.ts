/**
 * A forwarded mail inside a mail: who wrote it first, and what. Mail programs write a block of header lines above it, in the language of whoever forwards
 * (Outlook: From, Sent, To, Subject; Gmail: a dashed line and the same). Nobody checked who that first sender was, and the block may be invented.
 */
import type { Address, Message } from '../message.ts'
import { addressOf } from './addresses.ts'

export type Forwarded = { readonly from: Address; readonly subject: string; readonly text: string }

const fromLine = /^\W{0,4}(?:from|de|von|da|van|fra|från|exp[ée]diteur|remetente|absender)\W{0,3}\s*:\s*(\S.*)$/i
const nextLine =
  /^\W{0,4}(?:sent|date|to|cc|enviad[oa](?: el| em)?|data|fecha|para|gesendet|datum|an|envoy[ée]|[àa]|inviato|verzonden|aan|sendt|til|skickat|till)\W{0,3}\s*:/i
const subjectLine = /^\W{0,4}(?:subject|assunto|asunto|betreff|objet|oggetto|onderwerp|emne|ämne)\W{0,3}\s*:\s*(.*)$/i
const written = /([^\s<>()[\]",;:]+@[^\s<>()[\]",;:]+)/

/** How far down the block may begin: a person who forwards writes little above it. */
const furthest = { lines: 12, letters: 400, block: 9 }

/** The first mail that `text` forwards, when it is mostly that. */
export function forwardedIn(text: string): Forwarded | undefined {
  const lines = text.slice(0, 20_000).split('\n')
  let letters = 0
  for (const [place, line] of lines.slice(0, furthest.lines).entries()) {
    const sender = fromLine.exec(line)?.[1]
    if (sender !== undefined) return readBlock(lines, place, sender)
    letters += line.trim().length
    if (letters > furthest.letters) return undefined
  }
  return undefined
}

function readBlock(lines: readonly string[], start: number, sender: string): Forwarded | undefined {
  const block = lines.slice(start + 1, start + furthest.block)
  const at = block.findIndex((line) => subjectLine.test(line))
  if (at < 0 || !block.slice(0, at + 2).some((line) => nextLine.test(line))) return undefined
  // Gmail writes To below Subject, Outlook above.
  let end = start + 2 + at
  while (nextLine.test(lines[end] ?? '')) end += 1
  const address = written.exec(sender)?.[1] ?? ''
  const name = (address === '' ? sender : sender.slice(0, sender.indexOf(address))).replace(/[<[("']+\s*(?:mailto:)?\s*$|^["']/gi, '')
  return {
    from: addressOf(name, address),
    subject: subjectLine.exec(block[at] ?? '')?.[1]?.trim() ?? '',
    text: lines.slice(end).join('\n'),
  }
}

/** The forwarded mail as if it had come by itself; undefined when `message` forwards none. Links and files stay; nobody vouches for its sender. */
export function asForwarded(message: Message): Message | undefined {
  // An answer quotes what it answers in the same form.
  if (message.isReply) return undefined
  const inner = forwardedIn(message.page?.text ?? message.plain)
  if (inner === undefined || inner.from.address === message.from.address) return undefined
  return {
    ...message,
    from: inner.from,
    replyTo: undefined,
    subject: inner.subject,
    isReply: /^\s*(?:re|aw|sv|rv|res|antw)\s*:/i.test(inner.subject),
    hasThread: false,
    listId: '',
    plain: message.page === undefined ? inner.text : '',
    page: message.page === undefined ? undefined : { ...message.page, text: inner.text },
    authentication: { dmarc: 'not stated', spf: 'not stated', dkim: 'not stated', signedBy: [], saidBy: 'nobody' },
  }
}
