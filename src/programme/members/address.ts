/** Mail addresses: what the person wrote, and the one spelling that is compared. */
import { domainToASCII } from 'node:url'
import { addressNotValid, domainNotValid } from './refusals.ts'

export type Address = { readonly written: string; readonly folded: string }

// RFC 5321 §4.1.2 allows more (quoted local parts); no provider gives out such a mailbox.
// What nobody sees (control and format letters, variation marks) makes two addresses of what reads like one.
const localPart = /^[^\s\p{C}\p{Default_Ignorable_Code_Point}@"(),:;<>[\\\]]{1,64}$/u

/** Reads an address as a person types it; a refusal `address-not-valid` when it cannot be one. */
export function readAddress(typed: string): Address {
  const whole = plainOf(typed)
  const at = whole.lastIndexOf('@')
  const local = whole.slice(0, at)
  const domain = foldDomain(whole.slice(at + 1))
  if (at < 1 || !localPart.test(local) || domain === undefined || whole.length > 320) throw addressNotValid()
  return { written: whole, folded: `${local.toLowerCase()}@${domain}` }
}

/** In one spelling, without the dot that a full name may end in (RFC 1034 §3.1). */
const plainOf = (typed: string): string => typed.normalize('NFKC').trim().replaceAll('\u3002', '.').replace(/\.$/, '')

// `domainToASCII` drops these, or reads no further, as a browser does with an address; a letter would go to what was typed.
const noDomain = /[\s\p{C}\p{Default_Ignorable_Code_Point}/\\?#%:@]/u

/** A domain in lower case and ASCII; undefined when it cannot be one. */
export function foldDomain(typed: string): string | undefined {
  const plain = plainOf(typed)
  if (noDomain.test(plain)) return undefined
  const domain = domainToASCII(plain).toLowerCase()
  const labels = domain.split('.')
  const wellFormed =
    labels.length > 1 &&
    domain.length <= 253 &&
    // 192.0.2.1 is an address of a machine, and no name.
    /[a-z]/.test(labels.at(-1) ?? '') &&
    labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
  return wellFormed ? domain : undefined
}

/** Reads a domain as a person types it, also with an @ or as a web address; a refusal `domain-not-valid` when it cannot be one. */
export function readDomain(typed: string): string {
  const plain = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d*$/, '')
    .replace(/^www\./i, '')
  const domain = foldDomain(plain)
  if (domain === undefined) throw domainNotValid(plain)
  return domain
}

/** Enough of an address for its owner to know it, and not enough for anybody else: `m…s@mailbox.example`. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return `${local.slice(0, 1)}…${local.length > 2 ? local.slice(-1) : ''}${address.slice(at)}`
}

const ignoresDots = new Set(['gmail.com', 'googlemail.com'])

/**
 * Whether two folded addresses end in one mailbox as far as their spelling
 * tells: `ana+news@…` is `ana@…` (RFC 5233), and Gmail overlooks dots. Whoever
 * reads one then reads the other.
 */
export function isSameMailbox(one: string, other: string): boolean {
  return mailboxOf(one) === mailboxOf(other)
}

function mailboxOf(folded: string): string {
  const at = folded.lastIndexOf('@')
  const domain = folded.slice(at + 1)
  const local = folded.slice(0, at).replace(/(?<=.)\+.*$/, '')
  return ignoresDots.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`
}
