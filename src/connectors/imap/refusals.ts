/**
 * Every way a mailbox can turn us away, each with its code and one sentence.
 * The sentences are English; other languages are made from code and facts.
 */
import { refusal, setback, type Trouble } from '#kernel'
import type { ImapSettings } from './settings.ts'

type Where = Pick<ImapSettings, 'host' | 'port'>

/** Only the person can put these right: we ask seldom and tell them. */
const forThePerson = {
  'wrong-password': ({ host }: Where) =>
    `The mail server ${host} does not accept this name and password: type them again, or use an app password if your provider wants one.`,
  'app-password-needed': ({ host }: Where) =>
    `The mail server ${host} wants an app password here instead of the usual one: make one in the mailbox's security settings and type it in.`,
  'imap-turned-off': ({ host }: Where) =>
    `The mail server ${host} says that IMAP is turned off for this mailbox: turn it on in the mailbox's settings.`,
  'sign-in-expired': ({ host }: Where) => `The permission to read this mailbox at ${host} has run out: connect the mailbox again.`,
  'not-a-mail-server': ({ host, port }: Where) =>
    `A mailbox is not read from ${host} on port ${port}: IMAP answers on port 993 or 143 of a mail server.`,
  'tls-required': ({ host, port }: Where) =>
    `The server ${host} offers no encrypted connection on port ${port}, so the password was not sent.`,
}

/** May heal by themselves: we try again. */
const forTheWorld = {
  'unknown-host': ({ host }: Where) => `There is no server called ${host}: check the name for a typing mistake.`,
  'no-imap-here': ({ host, port }: Where) =>
    `The server ${host} does not answer as a mail server on port ${port}: check the port, or ask your provider for the name of its IMAP server.`,
  'certificate-not-trusted': ({ host }: Where) =>
    `The certificate of ${host} does not come from an authority that this system trusts, so the password was not sent.`,
  'certificate-of-another': ({ host }: Where) =>
    `The server that answers as ${host} shows a certificate for another name, so the password was not sent.`,
  'certificate-expired': ({ host }: Where) => `The certificate of ${host} is not valid today, so the password was not sent.`,
  'too-many-connections': ({ host }: Where) =>
    `The mail server ${host} has too many open connections for this mailbox: close other mail programs, or try again in a few minutes.`,
  'server-slow': ({ host, port }: Where) => `The server ${host} did not answer on port ${port} in time.`,
  'server-unavailable': ({ host }: Where) => `The mail server ${host} cannot serve this mailbox right now: try again in a few minutes.`,
}

export type PersonCode = keyof typeof forThePerson
export type WorldCode = keyof typeof forTheWorld
export type ImapCode = PersonCode | WorldCode

const isForThePerson = (code: ImapCode): code is PersonCode => Object.hasOwn(forThePerson, code)

/** The trouble a code stands for: a refusal if only the person can help, else a setback. */
export function imapTrouble(code: ImapCode, where: Where, cause?: unknown): Trouble {
  const more = { cause, facts: { host: where.host, port: String(where.port) } }
  if (isForThePerson(code)) return refusal(code, forThePerson[code](where), more)
  return setback(code, forTheWorld[code](where), more)
}
