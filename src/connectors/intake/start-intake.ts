/**
 * The mail server for reports, bounces and secret addresses: three kinds of address and no other.
 * A report is sealed on disk and its examination enqueued before the sender
 * hears 250; while the database is gone the sender hears 451 and keeps it.
 */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { type Clock, type Log, minutesMs, refusal, sentenceOf, type Who } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage, Tx } from '#storage'
import { type Dsn, readDsn } from './read-dsn.ts'
import { receiveBytes } from './receive-bytes.ts'
import { answer, answerFor } from './smtp-answer.ts'
import { keepReport } from './spool.ts'
import { admitWatched, clientLine, refuseLargeWatched } from './watched.ts'

export type IntakeOptions = {
  readonly host: string
  readonly port: number
  /** Offers STARTTLS with this certificate (PEM). */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** The domain of all our addresses. */
  readonly domain: string
  readonly storage: Storage
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Log
  /** Whose address this local part is, for reports or a secret one; undefined when nobody's. May throw a setback. */
  readonly knows: (localPart: string) => Promise<{ readonly personId: string; readonly watchAddressId?: string } | undefined>
  /** Whether we made this token: the part after `bounce+`. */
  readonly isBounceToken: (token: string) => boolean
  /** In the transaction that spools the report: enqueue its examination. */
  readonly onReport: (tx: Tx, report: { readonly spoolId: string; readonly personId: string }) => Promise<void>
  /** In the transaction that spools a mail to a secret address: enqueue its sorting. */
  readonly onWatched?: (tx: Tx, mail: { readonly spoolId: string; readonly watchAddressId: string }) => Promise<void>
  /** In a transaction of its own, before the 250. May be called again for the same bounce. */
  readonly onBounce: (tx: Tx, bounce: { readonly token: string; readonly dsn: Dsn }) => Promise<void>
  readonly limits?: {
    readonly sizeBytes?: number
    readonly inFlightBytes?: number
    readonly clients?: number
    readonly clientsOfOne?: number
    readonly sessionMs?: number
  }
}

export type Intake = {
  readonly port: number
  /** Takes no new mail and lets what is being received come to its end. */
  stop(): Promise<void>
}

type Recipient =
  | { readonly kind: 'report'; readonly personId: string }
  | { readonly kind: 'watched'; readonly personId: string; readonly watchAddressId: string }
  | { readonly kind: 'bounce'; readonly token: string }

const programme: Who = { kind: 'programme' }
const megabyte = 1024 * 1024
/** Recipients that do not exist before we hang up: nobody shall guess report addresses. */
const wrongGuesses = 5
const recipientsCap = 20

/** Starts listening. Refusal `intake-not-listening` when the port is taken or not allowed. */
export async function startIntake(options: IntakeOptions): Promise<Intake> {
  const { storage, vault, clock, log, limits = {} } = options
  const room = { taken: 0, limit: limits.inFlightBytes ?? 256 * megabyte }
  const guesses = new WeakMap<SMTPServerSession, number>()

  async function recipientOf(address: string): Promise<Recipient | undefined> {
    const at = address.lastIndexOf('@')
    const local = address.slice(0, at).toLowerCase()
    if (address.slice(at + 1).toLowerCase() !== options.domain.toLowerCase()) return undefined
    if (local.startsWith('bounce+')) {
      const token = local.slice('bounce+'.length)
      return options.isBounceToken(token) ? { kind: 'bounce', token } : undefined
    }
    const known = await options.knows(local)
    if (known === undefined) return undefined
    const { personId, watchAddressId } = known
    return watchAddressId === undefined ? { kind: 'report', personId } : { kind: 'watched', personId, watchAddressId }
  }

  async function admit(address: string, session: SMTPServerSession): Promise<void> {
    if (session.envelope.rcptTo.length >= recipientsCap) throw answer(452, '4.5.3 too many recipients')
    if ((await recipientOf(address)) !== undefined) return
    const wrong = (guesses.get(session) ?? 0) + 1
    guesses.set(session, wrong)
    throw wrong >= wrongGuesses ? answer(421, '4.7.0 too many unknown addresses') : answer(550, '5.1.1 no such address here')
  }

  async function takeIn(bytes: Buffer, session: SMTPServerSession): Promise<void> {
    const { mailFrom, rcptTo } = session.envelope
    const returnPath = Buffer.from(`Return-Path: <${mailFrom === false ? '' : mailFrom.address.replace(/[\r\n<>]/g, '')}>\r\n`)
    const recipients = new Set(rcptTo.map(({ address }) => address.toLowerCase()))
    const known = await Promise.all([...recipients].map(recipientOf))
    // Before anything is taken: the answer is one for the whole message.
    if (known.some((one) => one?.kind === 'watched')) refuseLargeWatched(bytes)
    for (const recipient of known) {
      if (recipient?.kind === 'watched') await takeWatched(recipient, Buffer.concat([clientLine(session), returnPath, bytes]))
      if (recipient?.kind === 'report') await takeReport(recipient.personId, Buffer.concat([returnPath, bytes]))
      if (recipient?.kind === 'bounce') await takeBounce(recipient.token, bytes)
    }
  }

  async function takeReport(personId: string, bytes: Buffer): Promise<void> {
    const sealer = await vault.sealer({ kind: 'person', id: personId })
    await storage.asTenant(programme, async (tx) => {
      const spoolId = await keepReport(tx, clock, { personId, sealer, bytes })
      await options.onReport(tx, { spoolId, personId })
    })
  }

  async function takeWatched({ personId, watchAddressId }: Recipient & { kind: 'watched' }, bytes: Buffer): Promise<void> {
    const sealer = await vault.sealer({ kind: 'person', id: personId })
    await storage.asTenant(programme, async (tx) => {
      await admitWatched(tx, clock, watchAddressId)
      const spoolId = await keepReport(tx, clock, { personId, sealer, bytes, watchAddressId })
      await options.onWatched?.(tx, { spoolId, watchAddressId })
    })
  }

  /** What is no notification (an automatic answer) is taken and forgotten: an answer to it could go in circles. */
  async function takeBounce(token: string, bytes: Buffer): Promise<void> {
    const dsn = await readDsn(bytes)
    if (dsn !== undefined) await storage.asTenant(programme, (tx) => options.onBounce(tx, { token, dsn }))
  }

  const fail = (thrown: unknown, doing: string): Error => {
    const said = answerFor(thrown)
    if (said.responseCode === 451) log.warn({ doing }, `intake, ${doing}: ${sentenceOf(thrown)}`)
    return said
  }

  const server = new SMTPServer({
    name: options.domain,
    banner: 'Bellwether reports',
    size: limits.sizeBytes ?? 35 * megabyte,
    maxClients: limits.clients ?? 100,
    socketTimeout: minutesMs(2),
    closeTimeout: 5000,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: options.tls === undefined ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...options.tls,
    logger: false,
    onConnect({ remoteAddress }, done) {
      const crowd = [...server.connections].filter((one) => one.session.remoteAddress === remoteAddress).length
      done(crowd > (limits.clientsOfOne ?? 20) ? answer(421, '4.7.0 too many connections from your address') : null)
    },
    onRcptTo({ address }, session, done) {
      admit(address, session).then(
        () => done(),
        (thrown: unknown) => done(fail(thrown, 'recognising an address')),
      )
    },
    onData(stream, session, done) {
      receiveBytes(stream, room, (bytes) => takeIn(bytes, session)).then(
        () => done(null, 'kept'),
        (thrown: unknown) => done(fail(thrown, 'taking in a message')),
      )
    },
  })
  const listening = server.listen(options.port, options.host)
  // The server repeats this one as an error of its own; it is told once, below.
  server.on('error', (thrown: unknown) => {
    // A client that breaks off is its own loss; the server lives on.
    if (listening.listening) log.warn({}, `intake: ${sentenceOf(thrown)}`)
  })
  // A sender that says a word a minute is never idle; a mail that takes longer than this comes again.
  listening.on('connection', (socket: Socket) => {
    const patience = setTimeout(() => socket.destroy(), limits.sessionMs ?? minutesMs(10))
    socket.once('close', () => clearTimeout(patience))
  })
  await once(listening, 'listening').catch((cause: unknown) => {
    const says = `The intake cannot listen on ${options.host}:${options.port}: the port is taken or not allowed. Name another one for it.`
    throw refusal('intake-not-listening', says, { cause })
  })
  const address = listening.address()
  return {
    port: address === null || typeof address === 'string' ? options.port : address.port,
    stop: () => new Promise((settle) => server.close(() => settle())),
  }
}
