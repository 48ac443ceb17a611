/** A letterhead that tells of another address than the mail has. */
import { labelOf, registered } from '../names/domain.ts'
import { plainWords } from '../words/plain-words.ts'
import { type ClaimedHouse, claimsToBe } from './claimed-houses.ts'
import type { Mail } from './mail.ts'

/** The mail names its own house's domain, and comes from one that differs by a letter (`isTwin`), or has another word behind the name. */
export function letterheadTwin(mail: Mail): (ClaimedHouse & { readonly isTwin: boolean }) | undefined {
  const { from } = mail.message
  if (mail.freeMail || mail.text.length > 6000) return undefined
  const letterhead = mail.text.slice(-1500).replace(/https?:\S+/g, ' ')
  for (const [written] of letterhead.matchAll(/(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w@-])/gi)) {
    const host = written.toLowerCase()
    const domain = registered(host)
    if (domain === from.domain) continue
    const twin = mail.likenessOf(from.host, [domain], { endings: false })?.how === 'letters'
    if (!twin && !isCousin(mail, written, domain) && !isOwnInBrackets(mail, written)) continue
    return {
      isTwin: twin,
      name: domain,
      known: false,
      formal: false,
      inName: false,
      onBehalf: false,
      said: written,
      linked: false,
      resembles: true,
      labels: [],
    }
  }
  return undefined
}

/**
 * The signature gives a house's own address, and the mail comes from that name with something else behind it: `carroway.example` and `carrowayschool.example`.
 * Whoever is of the house writes from there. The reader's own house and town share such names.
 */
function isCousin(mail: Mail, written: string, domain: string): boolean {
  const { from } = mail.message
  const signature = mail.text
    .trimEnd()
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*>/.test(line))
  const at = signature.findLastIndex((line) => line.length <= 90 && line.includes(written))
  if (at < 0) return false
  if (mail.verified && mail.text.toLowerCase().includes(from.domain)) return false
  const [own, other] = [labelOf(domain), labelOf(from.domain)]
  const [stem = ''] = own.split('-')
  const shared = [own.replaceAll('-', ''), stem].filter((one) => one.length >= 7).some((one) => other.replaceAll('-', '').startsWith(one))
  return shared && mail.near.every((near) => !labelOf(near).startsWith(stem))
}

/** Who introduces themselves as of a house and gives its address in brackets (`of the University (uni.example)`) writes from there. */
function isOwnInBrackets(mail: Mail, written: string): boolean {
  const { from } = mail.message
  if (mail.verified && mail.text.toLowerCase().includes(from.domain)) return false
  const at = mail.text.indexOf(`(${written})`)
  if (at < 0) return false
  const [own, other] = [labelOf(registered(written.toLowerCase())), labelOf(from.domain)]
  const sentence =
    mail.text
      .slice(0, at)
      .split(/[.!?]\s|\n\n/)
      .at(-1) ?? ''
  return (own.length >= 7 && other.startsWith(own)) || claimsToBe.test(plainWords(sentence))
}
