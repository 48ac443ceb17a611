/**
 * What mails of one campaign have in common after names, numbers and per-recipient tokens are taken out. Two mails are of one campaign when two of the
 * three agree; that comparison is left to the programme.
 */
import { foldHomoglyphs } from '#kernel'
import type { Message } from './message.ts'
import { isFreeMail, isHost } from './names/services.ts'

export type Campaign = { readonly sender: string; readonly subject: string; readonly payload: string }

/** The three skeletons of a message. */
export function campaignOf(message: Message, text: string): Campaign {
  const strip = withoutReader(message)
  const { from } = message
  const box = from.address.slice(0, from.address.lastIndexOf('@')).replace(/[\d._+-]+/g, '')
  const sender = `${strip(from.name)}|${isFreeMail(from.domain) ? `${box}@` : ''}${from.domain}`
  const subject = strippedSubject(message)
  const payload = payloadOf(message, text)
  // Most mails are told by their links and their subject, and nobody need go through their words.
  const body = payload === undefined || subject === '' ? skeletonOfBody(strip(text.slice(0, 4000))) : ''
  return { sender, subject: subject === '' ? `body ${body.slice(0, 80)}` : subject, payload: payload ?? body }
}

/** The subject without `Re:`, numbers, tokens and the reader; empty when nothing else is in it. */
export const strippedSubject = (message: Pick<Message, 'subject' | 'to' | 'reader'>): string =>
  withoutReader(message)(message.subject.replace(/^\s*((re|fwd?|aw|rv|wg)\s*:\s*)+/i, ''))

/** Folds, and removes numbers, mixed tokens, addresses and everything that names the reader. */
function withoutReader(message: Pick<Message, 'to' | 'reader'>): (text: string) => string {
  const { reader } = message
  const names = [...message.to.flatMap((to) => [to.name, to.address, ...to.address.split('@')]), reader?.name ?? '', reader?.address ?? '']
  const parts = new Set(names.flatMap((name) => foldHomoglyphs(name).split(/[^a-z]+/)).filter((part) => part.length > 2))
  return (text) => {
    const folded = foldHomoglyphs(text)
    const spoken =
      folded.includes('@') || folded.includes('http') ? folded.replace(/(?<!\S)\S+@\S+/g, ' ').replace(/https?:\S+/g, ' ') : folded
    const words = spoken.match(foreign.test(spoken) ? /[\p{L}\p{N}]+/gu : /[a-z0-9]+/g) ?? []
    return words
      .filter((word) => !/\d/.test(word) && !parts.has(word))
      .join(' ')
      .slice(0, 2000)
  }
}
const foreign = /[\u0080-\uffff]/

/** Innermost hosts and path shapes of the foreign links, else telephone numbers, else the address that answers go to. */
function payloadOf(message: Message, text: string): string | undefined {
  const links = message.links
    .filter((link) => link.kind === 'web' && link.host !== '' && !isHost('common', link.host) && link.domain !== message.reader?.domain)
    .map((link) => `${link.domain}${shapeOf(link.innermost)}`)
  if (links.length > 0) return [...new Set(links)].sort().slice(0, 8).join(' ').slice(0, 300)
  const phones = [...text.slice(0, 20_000).matchAll(/\+?\d[\d\s().-]{8,24}\d/g)].map((hit) => hit[0].replace(/\D/g, '').slice(-9))
  if (phones.length > 0) return `tel ${[...new Set(phones)].sort().slice(0, 3).join(' ')}`
  const { replyTo, from } = message
  return replyTo !== undefined && replyTo.address !== '' && replyTo.address !== from.address ? `to ${replyTo.address}` : undefined
}

/** The path with everything that may be unique to one recipient as `*`. */
function shapeOf(target: string): string {
  const path = URL.parse(target)?.pathname ?? ''
  return path
    .split('/')
    .slice(0, 5)
    .map((part) =>
      /\d/.test(part) || part.length > 18 || /[A-Z].*[a-z].*[A-Z]/.test(part) || part.includes('@') || part.includes('%') ? '*' : part,
    )
    .join('/')
    .replace(/\/+$/, '')
}

const skeletonOfBody = (plain: string): string => {
  const longer = plain.split(' ').filter((word) => word.length > 4)
  return longer.slice(0, 40).join(' ').slice(0, 300)
}
