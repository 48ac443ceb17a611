/**
 * What we know of the big mailbox providers, so that a person has to type an
 * address and a password and nothing else. A guess: the page shows it and lets
 * it be changed. Published by each provider in its help pages.
 */
import type { ImapSettings } from './settings.ts'

export type KnownProvider = {
  readonly name: string
  readonly settings: ImapSettings
  /** Where an app password is made, as words to follow, never as a link; undefined if the usual password works. */
  readonly appPassword?: string
}

type Provider = {
  readonly name: string
  readonly domains: readonly string[]
  readonly host: string
  readonly authserv: readonly string[]
  readonly appPassword?: string
}

const providers: readonly Provider[] = [
  {
    name: 'Google',
    domains: ['gmail.com', 'googlemail.com'],
    host: 'imap.gmail.com',
    authserv: ['mx.google.com'],
    appPassword: 'myaccount.google.com, Security, 2-Step Verification, App passwords',
  },
  {
    name: 'Microsoft',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'hotmail.es', 'outlook.es'],
    host: 'outlook.office365.com',
    // It names none; these two stand for that.
    authserv: ['protection.outlook.com', 'mx.microsoft.com'],
    appPassword: 'account.microsoft.com, Security, Advanced security options, App passwords',
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'ymail.com', 'rocketmail.com', 'yahoo.es', 'yahoo.com.mx', 'yahoo.co.uk'],
    host: 'imap.mail.yahoo.com',
    authserv: ['*.yahoo.com'],
    appPassword: 'login.yahoo.com, Account security, Generate app password',
  },
  {
    name: 'AOL',
    domains: ['aol.com'],
    host: 'imap.aol.com',
    authserv: ['*.aol.com', '*.yahoo.com'],
    appPassword: 'login.aol.com, Account security, Generate app password',
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    host: 'imap.mail.me.com',
    authserv: ['*.icloud.com'],
    appPassword: 'account.apple.com, Sign-In and Security, App-Specific Passwords',
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm', 'messagingengine.com'],
    host: 'imap.fastmail.com',
    authserv: ['*.messagingengine.com'],
    appPassword: 'app.fastmail.com, Settings, Privacy & Security, Manage app passwords and access',
  },
  {
    name: 'Zoho',
    domains: ['zoho.com', 'zohomail.com'],
    host: 'imap.zoho.com',
    authserv: ['*.zohomail.com', '*.zoho.com'],
    appPassword: 'accounts.zoho.com, Security, App Passwords',
  },
  { name: 'GMX', domains: ['gmx.com', 'gmx.net', 'gmx.de', 'gmx.es'], host: 'imap.gmx.net', authserv: ['gmx.net'] },
  { name: 'mail.com', domains: ['mail.com'], host: 'imap.mail.com', authserv: ['mail.com'] },
  { name: 'WEB.DE', domains: ['web.de'], host: 'imap.web.de', authserv: ['web.de'] },
  { name: 'Posteo', domains: ['posteo.de', 'posteo.net', 'posteo.org'], host: 'posteo.de', authserv: ['posteo.de'] },
  { name: 'mailbox.org', domains: ['mailbox.org'], host: 'imap.mailbox.org', authserv: ['mailbox.org'] },
]

/** What we would try for an address; undefined for a provider we do not know. */
export function knownProvider(address: string): KnownProvider | undefined {
  const domain = address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
  const provider = providers.find((each) => each.domains.includes(domain))
  if (provider === undefined) return undefined
  return {
    name: provider.name,
    settings: {
      host: provider.host,
      port: 993,
      tls: 'implicit',
      user: address.trim(),
      how: 'password',
      trustedAuthserv: provider.authserv,
    },
    ...(provider.appPassword === undefined ? {} : { appPassword: provider.appPassword }),
  }
}

/**
 * Whose Authentication-Results may be believed in a mailbox at `host`: the
 * provider's own, who takes forged ones out (RFC 8601 §5). What server keeps
 * the mailbox decides, not the address: elsewhere anybody may write the name.
 */
export const authservOf = (host: string): readonly string[] =>
  providers.find((each) => each.host === host.trim().toLowerCase())?.authserv ?? []

/** Whether what is typed for a mailbox there is made for an app, and not the account's own password. */
export const takesAppPassword = (host: string): boolean =>
  providers.some((one) => one.host === host.trim().toLowerCase() && one.appPassword !== undefined)
