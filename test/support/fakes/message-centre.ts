/**
 * A fake message centre (SMPP 3.4), made with the same package as our side,
 * since no real one can be had here. It lets in by password, puts long messages
 * together by their headers as a telephone does, and gives receipts.
 */
import type { AddressInfo } from 'node:net'
import smpp, { type Pdu, type Session } from 'smpp'
import type { Mood } from './far-end.ts'

export const centreLogin = { systemId: 'bellwether', password: 'pw-smpp8' } as const

export type MessageCentre = {
  readonly port: number
  /** Whole texts, in the order in which they were whole. */
  readonly texts: readonly string[]
  readonly parts: readonly Pdu[]
  readonly turn: (mood: Mood) => void
  readonly sockets: () => number
  /** How many times somebody was let in. */
  readonly bound: () => number
  /** To whoever is bound; the status they answer with. */
  readonly deliver: (fields: Readonly<Record<string, unknown>>) => Promise<number>
  /** The id of the next part, instead of `id-<count>`. */
  readonly nameNext: (id: string) => void
  /** Cuts every connection. */
  readonly cut: () => void
  readonly close: () => Promise<void>
}

const statusOf = { gone: 0x0b, refuses: 0x65, later: 0x58 } as const

export async function startMessageCentre(): Promise<MessageCentre> {
  const sessions = new Set<Session>()
  const texts: string[] = []
  const parts: Pdu[] = []
  const waiting = new Map<string, string[]>()
  let mood: Mood = 'takes'
  let letIn = 0
  let nextName: string | undefined

  const server = smpp.createServer((session) => {
    sessions.add(session)
    let isIn = false
    session.on('error', () => session.destroy())
    session.on('close', () => sessions.delete(session))
    session.on('pdu', (pdu) => {
      if (pdu.isResponse()) return
      if (mood === 'rubbish' || mood === 'switches') return void session.socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')
      // An answer of two gigabytes, as its head says.
      if (mood === 'endless') return void session.socket.write(Buffer.from('7fffffff8000000400000000', 'hex'))
      if (mood === 'silent') return
      if (pdu.command === 'bind_transceiver') {
        isIn = pdu.system_id === centreLogin.systemId && pdu.password === centreLogin.password
        letIn += isIn ? 1 : 0
        session.send(pdu.response(isIn ? { system_id: 'fake' } : { command_status: 0x0e }))
      } else if (pdu.command !== 'submit_sm') session.send(pdu.response())
      else if (!isIn) session.send(pdu.response({ command_status: 0x04 }))
      else if (mood !== 'takes') session.send(pdu.response({ command_status: statusOf[mood] }))
      else {
        keep(pdu)
        session.send(pdu.response({ message_id: nextName ?? `id-${parts.length}` }))
        nextName = undefined
      }
    })
  })

  function keep(pdu: Pdu): void {
    parts.push(pdu)
    const { message = '', udh = [] } = pdu.short_message ?? {}
    // The package reads both alphabets by itself: a second opinion on our writing.
    const text = String(message)
    const [header] = udh
    if (header === undefined) return void texts.push(text)
    const [, , reference = 0, total = 0, at = 0] = header
    const name = `${pdu.destination_addr}/${reference}`
    const held = waiting.get(name) ?? []
    held[at - 1] = text
    waiting.set(name, held)
    if (Object.keys(held).length < total) return
    texts.push(held.join(''))
    waiting.delete(name)
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  // A server that binds a port says it as an address.
  const { port } = server.address() as AddressInfo
  return {
    port,
    texts,
    parts,
    turn: (next) => {
      mood = next
    },
    sockets: () => sessions.size,
    bound: () => letIn,
    deliver: (fields) =>
      new Promise((answered, failed) => {
        const [session] = sessions
        if (session === undefined) return failed(new Error('nobody is bound'))
        session.deliver_sm(fields, ({ command_status: status }) => answered(status))
      }),
    nameNext: (id) => {
      nextName = id
    },
    cut: () => {
      for (const session of sessions) session.destroy()
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      for (const session of sessions) session.destroy()
      await closed
    },
  }
}
