/**
 * One connection to a message centre (SMPP 3.4), bound both ways and kept: it
 * is asked every half minute whether it lives, and made again when it is gone.
 */
import { isIP } from 'node:net'
import smpp, { type Pdu, type Session } from 'smpp'
import { secondsMs } from '#kernel'
import type { SmppSettings } from './settings.ts'

export type Submitted =
  | { readonly kind: 'answered'; readonly status: number; readonly messageId: string }
  /** `no answer`, `not connected` … */
  | { readonly kind: 'failed'; readonly why: string }

type Fields = Readonly<Record<string, unknown>>

export type SmppLink = {
  /** Asks and waits for the answer; connects first where it must. */
  readonly submit: (fields: Fields) => Promise<Submitted>
  readonly close: () => Promise<void>
}

/** How long an answer is waited for, how often the centre is asked whether it lives, and the waits before connecting again. */
export type SmppTimes = { readonly answer: number; readonly enquire: number; readonly again: number; readonly againAtMost: number }

type Options = {
  readonly settings: SmppSettings
  /** Resolved: it is kept here, and the centre may forget it. Rejected: the centre says it again. */
  readonly onDeliver: (pdu: Pdu) => Promise<void>
  /** For tests that cannot wait. */
  readonly timesMs?: Partial<SmppTimes>
}

const usualTimesMs: SmppTimes = { answer: secondsMs(10), enquire: secondsMs(30), again: secondsMs(1), againAtMost: secondsMs(30) }
/** ESME_RX_T_APPN (SMPP 3.4 §5.1.3): trouble of ours that passes; the centre tries again. */
const tryAgain = 0x64

/** A session with the promise that rejects when it is lost. */
type Line = { readonly session: Session; readonly lost: Promise<never> }

/** Connects at once, since replies and reports come to whoever is bound. */
export function openSmppLink({ settings, onDeliver, timesMs }: Options): SmppLink {
  const times = { ...usualTimesMs, ...timesMs }
  let bound: Promise<Line> | undefined
  let session: Session | undefined
  let timer: NodeJS.Timeout | undefined
  let againMs = times.again
  let isClosed = false

  function connected(): Promise<Line> {
    if (isClosed) return Promise.reject(new Error('not connected'))
    bound ??= bind()
    return bound
  }

  async function bind(): Promise<Line> {
    const { host, port, tls, systemId, password, systemType } = settings
    const made = smpp.connect({ host, port, tls, ...(isIP(host) === 0 && { servername: host }) })
    session = made
    const lost = new Promise<never>((_, reject) => {
      made.on('close', () => {
        reject(new Error('the connection was cut'))
        bound = undefined
        connectSoon()
      })
    })
    lost.catch(() => undefined)
    made.on('error', () => made.destroy())
    made.on('pdu', (pdu) => void hear(made, pdu))
    const line = { session: made, lost }
    await answerWithin(line, (done) => made.on(tls ? 'secureConnect' : 'connect', () => done(true)))
    const who = { system_id: systemId, password, system_type: systemType, interface_version: 0x34 }
    const { command_status: status } = await ask(line, 'bind_transceiver', who)
    if (status !== 0) {
      made.destroy()
      throw new Error(`not let in: 0x${status.toString(16).padStart(2, '0')}`)
    }
    againMs = times.again
    const enquiring = setInterval(() => void ask(line, 'enquire_link', {}).catch(() => undefined), times.enquire).unref()
    made.on('close', () => clearInterval(enquiring))
    return line
  }

  function connectSoon(): void {
    if (isClosed) return
    timer = setTimeout(() => void connected().catch(() => undefined), againMs).unref()
    againMs = Math.min(times.againAtMost, againMs * 2)
  }

  /** A centre that does not answer is left: what is on its way there is in doubt, and the next try is a new connection. */
  function answerWithin<T>({ session: on, lost }: Line, begin: (done: (value: T) => void) => void): Promise<T> {
    const late = Promise.withResolvers<never>()
    const waiting = setTimeout(() => {
      late.reject(new Error('timed out'))
      on.destroy()
    }, times.answer)
    return Promise.race([lost, late.promise, new Promise<T>(begin)]).finally(() => clearTimeout(waiting))
  }

  const ask = (line: Line, command: 'bind_transceiver' | 'enquire_link' | 'submit_sm' | 'unbind', fields: Fields): Promise<Pdu> =>
    answerWithin(line, (done) => line.session[command](fields, done))

  async function hear(on: Session, pdu: Pdu): Promise<void> {
    if (pdu.isResponse()) return
    const isKept = pdu.command !== 'deliver_sm' && pdu.command !== 'data_sm' ? true : await keeps(pdu)
    on.send(pdu.response(isKept ? {} : { command_status: tryAgain }))
    if (pdu.command === 'unbind') on.close()
  }

  const keeps = (pdu: Pdu): Promise<boolean> =>
    onDeliver(pdu).then(
      () => true,
      () => false,
    )

  async function submit(fields: Fields): Promise<Submitted> {
    try {
      const { command_status: status, message_id: messageId = '' } = await ask(await connected(), 'submit_sm', fields)
      return { kind: 'answered', status, messageId }
    } catch (cause) {
      return { kind: 'failed', why: cause instanceof Error ? cause.message : 'not connected' }
    }
  }

  async function close(): Promise<void> {
    isClosed = true
    clearTimeout(timer)
    // One that is still being made is not waited for.
    const line = await Promise.race([bound, Promise.resolve(undefined)]).catch(() => undefined)
    if (line !== undefined) await ask(line, 'unbind', {}).catch(() => undefined)
    if (session === undefined || session.socket.closed) return
    const closed = new Promise<void>((done) => session?.on('close', done))
    session.destroy()
    await closed
  }

  connected().catch(() => undefined)
  return { submit, close }
}
