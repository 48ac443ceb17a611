/**
 * Another mail provider, for tests: an SMTP server in another process that
 * keeps what it accepted and can be told to refuse, to ask for patience or to
 * be slow. What was received is read from its file, so it survives everybody.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { until } from './until.ts'

/** How the server treats mail; with `only`, just mail to these addresses (lower case). */
export type Behaviour =
  | { readonly do: 'accept'; readonly only?: readonly string[] }
  /** 550 at RCPT. */
  | { readonly do: 'refuse'; readonly only?: readonly string[] }
  /** 451 at RCPT. */
  | { readonly do: 'tempfail'; readonly only?: readonly string[] }
  /** Accepts, but lets the client wait for the 250. */
  | { readonly do: 'delay'; readonly delayMs: number; readonly only?: readonly string[] }

const receivedSchema = z.object({
  /** When DATA began, ISO 8601. */
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()).readonly(),
  messageId: z.string(),
  /** The whole message, base64. */
  bytes: z.string(),
})
export type Received = Readonly<z.infer<typeof receivedSchema>>

const fromServer = z.union([z.object({ ready: z.number() }), z.object({ obeyed: z.number() })])

export type SmtpSink = {
  readonly host: '127.0.0.1'
  readonly port: number
  /** Everything accepted so far, oldest first. */
  received(): Promise<readonly Received[]>
  /** Waits until at least `count` messages that `match` are here. */
  waitFor(count: number, options?: { match?: (message: Received) => boolean; withinMs?: number }): Promise<readonly Received[]>
  /** Holds from the next RCPT on. */
  behave(behaviour: Behaviour): Promise<void>
  stop(): Promise<void>
}

/** A letter as its reader sees it: lines that were broken for the way are whole again (RFC 2045 §6.7). */
export const textOf = (message: Received): string => {
  const text = Buffer.from(message.bytes, 'base64').toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const [head, body] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)]
  const isQuoted = /^content-transfer-encoding: *quoted-printable/im.test(head)
  const plain = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(head + (isQuoted ? plain : body), 'latin1').toString('utf8')
}

/** Starts the server and waits until it listens. */
export async function startSmtpSink(options: { readonly port?: number } = {}): Promise<SmtpSink> {
  const home = await mkdtemp(join(tmpdir(), 'bws-'))
  const file = join(home, 'received.ndjson')
  const child = fork(join(import.meta.dirname, 'smtp-sink-process.ts'), [file, String(options.port ?? 0)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const obeyed = new Set<number>()
  let port = 0
  let orders = 0
  child.on('message', (message) => {
    const said = fromServer.parse(message)
    if ('ready' in said) port = said.ready
    else obeyed.add(said.obeyed)
  })
  await until('the SMTP sink listens', () => {
    if (child.exitCode !== null) throw new Error(`the SMTP sink ended with ${child.exitCode}`)
    return port > 0
  })

  async function received(): Promise<readonly Received[]> {
    const text = await readFile(file, 'utf8').catch(() => '')
    // The last line may still be on its way to the disk.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    return whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => receivedSchema.parse(JSON.parse(line)))
  }

  return {
    host: '127.0.0.1',
    port,
    received,
    waitFor(count, { match = () => true, withinMs = 10_000 } = {}) {
      return until(
        `${count} messages are received`,
        async () => {
          const matching = (await received()).filter(match)
          return matching.length >= count && matching
        },
        withinMs,
      )
    },
    async behave(behaviour) {
      orders += 1
      const order = orders
      child.send({ order, behaviour })
      await until('the SMTP sink obeys', () => obeyed.has(order))
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      await rm(home, { recursive: true, force: true })
    },
  }
}
