/**
 * The receiving mail server of smtp-sink.ts, in a process of its own so that
 * what it counts does not depend on the product under test. Each accepted
 * message is one line of NDJSON, on disk before the 250 is sent.
 *
 *   node smtp-sink-process.ts FILE [PORT]
 *
 * Speaks to its parent over IPC: `{ ready: port }` once; then takes orders
 * `{ order, behaviour }` and answers `{ obeyed: order }`.
 */
import { appendFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'
import type { Behaviour, Received } from './smtp-sink.ts'

const [file = '', wantedPort = '0'] = process.argv.slice(2)
let behaviour: Behaviour = { do: 'accept' }

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  size: 60 * 1024 * 1024,
  logger: false,
  onRcptTo(address, _session, done) {
    const concerned = behaviour.only === undefined || behaviour.only.includes(address.address.toLowerCase())
    if (concerned && behaviour.do === 'refuse') return done(answer(550, '5.1.1 no such mailbox here'))
    if (concerned && behaviour.do === 'tempfail') return done(answer(451, '4.3.0 try again later'))
    done()
  },
  onData(stream, session, done) {
    const arrivedAt = new Date()
    read(stream).then((bytes) => {
      const received: Received = {
        at: arrivedAt.toISOString(),
        from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        messageId: /^message-id:\s*(<[^>]*>)/im.exec(bytes.toString('latin1'))?.[1] ?? '',
        bytes: bytes.toString('base64'),
      }
      const accept = (): void => {
        appendFileSync(file, `${JSON.stringify(received)}\n`)
        done()
      }
      const delayMs = behaviour.do === 'delay' ? behaviour.delayMs : 0
      if (delayMs > 0) setTimeout(accept, delayMs)
      else accept()
    }, done)
  },
})

// A client that is killed in mid-sentence is what these tests are about.
server.on('error', () => {})
process.on('disconnect', () => process.exit(0))
process.on('message', (message: { order: number; behaviour: Behaviour }) => {
  behaviour = message.behaviour
  process.send?.({ obeyed: message.order })
})

const listening = server.listen(Number(wantedPort), '127.0.0.1', () => {
  const address = listening.address()
  if (address !== null && typeof address !== 'string') process.send?.({ ready: address.port })
})

function answer(responseCode: number, text: string): Error & { responseCode: number } {
  return Object.assign(new Error(text), { responseCode })
}

async function read(stream: Readable): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}
