/**
 * What a mail can be searched by later, when nothing else of it was kept. The programme keeps these as keyed hashes only.
 * `campaign` stands for two parts that mails of one campaign share; a mail with one of them in common is of that campaign.
 */
import { type Campaign, strippedSubject } from './campaign.ts'
import type { Link, Message } from './message.ts'
import { brandOf } from './names/brands.ts'
import { registered } from './names/domain.ts'
import { isHost } from './names/services.ts'

export const huntedKinds = ['sender', 'sender-domain', 'link-host', 'subject', 'attachment', 'reply-to'] as const
export type HuntedKind = (typeof huntedKinds)[number]
export type Trace = { readonly kind: HuntedKind | 'campaign'; readonly value: string }

const limits = { hosts: 40, files: 20, value: 400 }

/** All traces of a message, each once. */
export function tracesOf(message: Message, text: string, campaign: Campaign): readonly Trace[] {
  const { from, replyTo, links, attachments } = message
  const hosts = links.filter((link) => link.kind === 'web' && link.host.includes('.')).flatMap((link) => [link.host, link.domain])
  const subject = strippedSubject(message)
  const all: readonly (readonly [Trace['kind'], readonly string[]])[] = [
    ['sender', [from.address]],
    ['sender-domain', [from.domain]],
    ['link-host', [...new Set(hosts)].slice(0, limits.hosts)],
    ['subject', [subject]],
    ['attachment', [...new Set(attachments.map(({ sha256 }) => sha256))].slice(0, limits.files)],
    ['reply-to', [replyTo?.address ?? '']],
    ['campaign', pairsOf(message, text, campaign, subject)],
  ]
  return all.flatMap(([kind, values]) =>
    values.filter((value) => value !== '').map((value) => ({ kind, value: value.slice(0, limits.value) })),
  )
}

/**
 * Two of three parts, written together. Stricter than the grouping of one owner's incidents, since a mail is judged by it: the sender counts
 * only with how far they were verified (a forged newsletter must not accuse the real one), an answer is known by more than its thread, and a
 * link to a house that everybody uses tells nothing.
 */
function pairsOf(message: Message, text: string, campaign: Campaign, subject: string): readonly string[] {
  const { from, isReply, hasThread, authentication } = message
  const sender = from.address === '' ? '' : `${campaign.sender}|${authentication.dmarc === 'pass' ? 'verified' : 'not verified'}`
  const ownSubject = subject.length >= 10 && subject.includes(' ') ? subject : ''
  const payload = tellingPayload(message, text, campaign)
  const pairs = [
    isReply || hasThread ? ['', ''] : ['sender', sender, 'subject', ownSubject],
    ['sender', sender, 'payload', payload],
    ['subject', ownSubject, 'payload', payload],
  ]
  return pairs.filter((parts) => !parts.includes('')).map((parts) => parts.join('\n'))
}

const bodyTells = 40

/** Foreign links, a telephone number, where answers go, or many words; empty when none of them sets this mail apart. */
function tellingPayload(message: Message, text: string, campaign: Campaign): string {
  const foreign = message.links.filter((link) => isTelling(link, message))
  if (foreign.length > 0) return [...new Set(foreign.map(wayOf))].sort().slice(0, 8).join(' ').slice(0, 300)
  if (/^(?:tel|to) /.test(campaign.payload)) return campaign.payload
  return text.length < bodyTells || /\//.test(campaign.payload) || campaign.payload.length < bodyTells ? '' : campaign.payload
}

const shared = ['common', 'meeting', 'sharing', 'mailSenders'] as const

const isTelling = (link: Link, { from, reader }: Message): boolean =>
  link.kind === 'web' &&
  link.host !== '' &&
  link.domain !== from.domain &&
  link.domain !== reader?.domain &&
  !shared.some((kind) => isHost(kind, link.host)) &&
  (isLent(link.host) || brandOf(link.domain) === undefined)

/** Houses where every page is somebody else's. */
const isLent = (host: string): boolean => isHost('freePages', host) || isHost('shorteners', host)

const wayOf = (link: Link): string =>
  isLent(link.host) ? `${link.host}${URL.parse(link.innermost)?.pathname.slice(0, 80) ?? ''}` : registered(link.host)
