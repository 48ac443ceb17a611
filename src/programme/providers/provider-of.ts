/**
 * Who keeps a personal mailbox, by its domain, and from which addresses that house writes about the safety of an account. Published by each in its
 * help pages; what is not listed here is treated as a house of which we know nothing.
 */

export type ProviderId = 'google' | 'microsoft' | 'yahoo' | 'apple' | 'other'

export type Provider = {
  readonly id: ProviderId
  /** As a reader knows it; the domain itself for a house we do not know. */
  readonly name: string
  /** Domains that this house writes from; what says it comes from one of them, or from under it, claims to be the house. */
  readonly houses: readonly string[]
  /** Addresses, or with a leading `@` whole domains, that write about sign-ins and changes. Lower case. */
  readonly securitySenders: readonly string[]
}

type Known = Provider & { readonly domains: readonly string[] }

const known: readonly Known[] = [
  {
    id: 'google',
    name: 'Google',
    domains: ['gmail.com', 'googlemail.com'],
    houses: ['google.com'],
    securitySenders: ['no-reply@accounts.google.com'],
  },
  {
    id: 'microsoft',
    name: 'Microsoft',
    domains: [
      ...['com', 'de', 'es', 'fr', 'it', 'at', 'be', 'com.br', 'co.uk'].flatMap((end) => [
        `outlook.${end}`,
        `hotmail.${end}`,
        `live.${end}`,
      ]),
      'msn.com',
    ],
    houses: ['microsoft.com'],
    securitySenders: ['@accountprotection.microsoft.com'],
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    domains: [
      ...['com', 'de', 'es', 'fr', 'it', 'co.uk', 'com.mx', 'com.br', 'ca'].map((end) => `yahoo.${end}`),
      'ymail.com',
      'rocketmail.com',
    ],
    houses: ['yahoo-inc.com', 'yahoo.com', 'yahooinc.com'],
    securitySenders: ['no-reply@cc.yahoo-inc.com'],
  },
  {
    id: 'apple',
    name: 'Apple',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    houses: ['apple.com'],
    securitySenders: ['appleid@id.apple.com', 'noreply@email.apple.com'],
  },
]

/** At a house we do not know, anybody may have a mailbox: only these names speak for it (RFC 2142 and custom). */
const roles = [
  'no-reply',
  'noreply',
  'donotreply',
  'security',
  'account',
  'accounts',
  'account-security',
  'support',
  'service',
  'postmaster',
]

/** Who keeps the mailbox of an address. */
export function providerOf(address: string): Provider {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
  const found = known.find(({ domains }) => domains.includes(domain))
  if (found === undefined) return { id: 'other', name: domain, houses: [domain], securitySenders: roles.map((role) => `${role}@${domain}`) }
  const { id, name, houses, securitySenders } = found
  return { id, name, houses, securitySenders }
}
