/**
 * What a mail at a secret address is: the provider's word, its question whether mail may be sent on, our own test mail, a forgery of the provider, or a
 * stranger's. Pure: the mail engine has read it and checked who sent it.
 */
import type { Provider } from './provider-of.ts'

export type ReadMail = {
  /** As written: `Name <address>`, or the address alone. */
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** False where nobody could be asked who sent it. */
  readonly isChecked: boolean
  /** How it was shown to come from whom it names; undefined when it was not. */
  readonly shownBy: 'signature' | 'forwarder' | 'host' | undefined
}

export type Expected = {
  readonly provider: Provider
  /** The account's own address, lower case. */
  readonly account: string
  readonly label: string
  /** Of the last test mail. */
  readonly token: string | undefined
  /** The programme's own sender, lower case. */
  readonly ourAddress: string
  /** Whether the provider asks for a code before it writes here by itself, and the address is new. */
  readonly awaitsCode: boolean
}

export type Sorted =
  | { readonly kind: 'beat' }
  | { readonly kind: 'security'; readonly shownBy: 'signature' | 'forwarder' | 'host'; readonly code?: string }
  | { readonly kind: 'code'; readonly code: string }
  /** The provider's, of another matter; or our own. Let go, and no sign that others know the address. */
  | { readonly kind: 'harmless' }
  | { readonly kind: 'forged' }
  | { readonly kind: 'stranger' }

const asksToForward = 'forwarding-noreply@google.com'

export function sortMail(mail: ReadMail, expected: Expected): Sorted {
  const { provider, label, token, ourAddress } = expected
  const { name, address } = sender(mail.from)
  if (mail.subject.includes(label)) return { kind: token !== undefined && mail.subject.includes(token) ? 'beat' : 'harmless' }
  if (!mail.isChecked || address === ourAddress) return { kind: 'harmless' }
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const isHouse = provider.houses.some((house) => domain === house || domain.endsWith(`.${house}`))
  if (mail.shownBy === undefined || !isHouse) return { kind: isHouse || callsItself(name, provider) ? 'forged' : 'stranger' }
  if (address === asksToForward && provider.id === 'google') return askedToForward(mail, expected)
  const writesOfSafety = provider.securitySenders.some((one) => (one.startsWith('@') ? address.endsWith(one) : address === one))
  if (!writesOfSafety) return { kind: provider.id === 'other' ? 'stranger' : 'harmless' }
  // Of somebody else's account: they named this address as their own second one.
  if (provider.id === 'google' && !names(`${mail.to.join(' ')}\n${mail.text}`, expected.account)) return { kind: 'stranger' }
  const code = expected.awaitsCode ? /\b\d{6,8}\b/.exec(mail.text)?.[0] : undefined
  return { kind: 'security', shownBy: mail.shownBy, ...(code !== undefined && { code }) }
}

/** Of another person's mailbox it would be a trick: their mail would come here under this person's name. */
function askedToForward({ subject, text }: ReadMail, { account }: Expected): Sorted {
  const code = /\(#(\d{6,12})\)/.exec(subject)?.[1] ?? /\b\d{9,12}\b/.exec(text)?.[0]
  return code !== undefined && names(`${subject}\n${text}`, account) ? { kind: 'code', code } : { kind: 'stranger' }
}

function names(text: string, account: string): boolean {
  const addresses = text
    .replaceAll('[.]', '.')
    .toLowerCase()
    .matchAll(/[\w.+-]+@[\w.-]+\w/g)
  return [...addresses].some(([one]) => plain(one) === plain(account))
}

/** Google reads dots in a name as nothing, and writes the address with or without them. */
function plain(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at).replaceAll('.', '')}@${address.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com')}`
}

function sender(from: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = from] = /^(.*)<([^<>]*)>\s*$/s.exec(from) ?? []
  return { name: name.trim(), address: address.trim().toLowerCase() }
}

const callsItself = (name: string, { id, name: house }: Provider): boolean =>
  id !== 'other' && new RegExp(`(?<!\\p{L})${house}(?!\\p{L})`, 'iu').test(name.normalize('NFKC'))
