/** How well the reader's side knows a sender, in words that rules can use. An attacker can write often; only the reader can write back. */
import type { Seen, SeenBySide, SenderHistory } from '../history/sender-history.ts'
import { isFreeMail } from '../names/services.ts'
import { firstSaid, type Mail } from './mail.ts'

/** `untold`: nothing is known of what is known, so that nobody may be called new. */
export type Acquaintance = 'mutual' | 'long-known' | 'known' | 'new' | 'untold'

/** The history of this mail's sender, when it is about this sender and old enough to speak of what is new. */
export function ripeHistory(mail: Mail): SenderHistory | undefined {
  const { history } = mail.message
  return history?.ripe ? history : undefined
}

/** Both have written in several weeks: one answer to a stranger's question is not yet that. */
const isMutual = (seen: Seen | undefined): boolean =>
  seen !== undefined && seen.wroteWeeks >= 1.5 && seen.heardWeeks >= 1.5 && seen.firstDaysAgo >= 30

/** Has written for long. Patience can buy this, so that it is worth little. */
const isLongKnown = (seen: Seen | undefined): boolean => seen !== undefined && seen.heardWeeks >= 3 && seen.firstDaysAgo >= 45

/** Known for two weeks, and heard again or answered since: long enough not to be called new. */
export const isSettled = (seen: Seen | undefined): boolean =>
  seen !== undefined && seen.firstDaysAgo >= 14 && (seen.wroteWeeks >= 0.5 || seen.heardWeeks >= 1.5)

export const eitherSide = ({ reader, organisation }: SeenBySide, is: (seen: Seen | undefined) => boolean): boolean =>
  is(reader) || is(organisation)

/** What was first seen today is new all day: ten mails in an hour make no acquaintance. */
const wasThere = (seen: Seen | undefined): boolean => seen !== undefined && seen.firstDaysAgo >= 1

export function acquaintance(mail: Mail): Acquaintance {
  const { history } = mail.message
  if (history === undefined) return 'untold'
  if (eitherSide(history.address, isMutual)) return 'mutual'
  if (eitherSide(history.address, isLongKnown)) return 'long-known'
  if (eitherSide(history.address, wasThere)) return 'known'
  return history.ripe ? 'new' : 'untold'
}

/** The sender's domain is one that the reader's side has dealt with for a while; a free mail provider's says nothing. */
export const isSettledDomain = (mail: Mail, history: SenderHistory): boolean =>
  !isFreeMail(mail.message.from.domain) && eitherSide(history.domain, isSettled)

/** What the mail wants, when it is something that an attacker would want: `strong` for secrets, money and haste, `weak` for papers and links. */
export function wantOf(mail: Mail): { readonly words: string; readonly strength: 'strong' | 'weak' } | undefined {
  const strong = firstSaid(mail, 'credentials', 'giftCards', 'secrecy', 'favour', 'threat', 'urgency', 'wallet', 'fortune', 'invest')
  if (strong !== undefined) return { words: strong, strength: 'strong' }
  const weak = firstSaid(mail, 'payment', 'document', 'refund', 'staffMatter')
  if (weak !== undefined) return { words: weak, strength: 'weak' }
  const link = mail.foreign[0]?.host
  const file = mail.files.find(({ name }) => /\.(?:zip|rar|7z|docm|xlsm|html?|one|iso|img|lnk|svg)$/i.test(name))?.name
  const lure = link ?? file
  return lure === undefined ? undefined : { words: lure, strength: 'weak' }
}
