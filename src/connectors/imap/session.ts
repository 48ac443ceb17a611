/**
 * One signed-in connection to a mailbox, opened the careful way: TLS unless the
 * server is this machine, caps on what a hostile server may send, no automatic
 * commands. Everything above it opens folders with EXAMINE only.
 */
import { isIP } from 'node:net'
import type { ImapFlow } from 'imapflow'
import { minutesMs } from '#kernel'
import { lookUpFor, mayDial } from './may-dial.ts'
import { readTrouble } from './read-trouble.ts'
import { imapTrouble } from './refusals.ts'
import { type ImapSettings, isLoopback } from './settings.ts'

export type Dial = {
  /** For the name, the handshake and the greeting. */
  readonly timeoutMs: number
  /** Authorities to trust beside the system's; for tests and private servers. */
  readonly ca?: string
  /** Gives up at once when it is aborted. */
  readonly signal?: AbortSignal
}

/** A line that says nothing for so long is dead; a watched mailbox is polled more often than that. */
const silenceMs = minutesMs(2)
/** For name, handshake, greeting and signing in together. */
const signInTimes = 2
const megabyte = 1024 * 1024

/** Connects and signs in. Throws Trouble with a code of refusals.ts. */
export async function openSession(settings: ImapSettings, secret: string, dial: Dial): Promise<ImapFlow> {
  if (settings.tls === 'none' && !isLoopback(settings.host)) throw imapTrouble('tls-required', settings)
  if (isIP(settings.host) !== 0 && !mayDial(settings.host, settings.port)) throw imapTrouble('not-a-mail-server', settings)
  // Loaded when it is first needed: pages answer without it.
  const imapflow = await import('imapflow')
  const session = new imapflow.ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'implicit',
    ...(settings.tls === 'implicit' ? {} : { doSTARTTLS: settings.tls === 'starttls' }),
    auth: settings.how === 'xoauth2' ? { user: settings.user, accessToken: secret } : { user: settings.user, pass: secret },
    clientInfo: { name: 'Bellwether' },
    // imapflow hands these to the socket too, so that the address that is checked is the address that is dialled.
    tls: { minVersion: 'TLSv1.2', lookup: lookUpFor(settings.port), ...(dial.ca === undefined ? {} : { ca: dial.ca }) },
    disableAutoIdle: true,
    connectionTimeout: dial.timeoutMs,
    greetingTimeout: dial.timeoutMs,
    socketTimeout: silenceMs,
    maxLineLength: 8 * megabyte,
    maxLiteralSize: 40 * megabyte,
    maxResponseSize: 64 * megabyte,
    logger: false,
  })
  // Every command rejects on its own; without a listener the event would end the process.
  session.on('error', () => {})
  // The server's patience is not ours: one that says a word now and then would keep us waiting for ever.
  const patience = AbortSignal.any([AbortSignal.timeout(signInTimes * dial.timeoutMs), ...(dial.signal === undefined ? [] : [dial.signal])])
  const giveUp = (): void => session.close()
  patience.addEventListener('abort', giveUp, { once: true })
  try {
    if (patience.aborted) throw imapTrouble('server-slow', settings)
    await session.connect()
    return session
  } catch (thrown) {
    session.close()
    throw patience.aborted ? imapTrouble('server-slow', settings, thrown) : readTrouble(thrown, settings)
  } finally {
    patience.removeEventListener('abort', giveUp)
  }
}

/** Says goodbye, but does not wait for a server that no longer listens. */
export async function closeSession(session: ImapFlow): Promise<void> {
  const farewell = session.logout().catch(() => {})
  await Promise.race([farewell, new Promise((go) => setTimeout(go, 1000).unref())])
  session.close()
}
