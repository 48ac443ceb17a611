/** The way out: one pool of connections to the relay, letters signed and marked as written by a machine. */
import type { createTransport as Create, Transporter } from 'nodemailer'
import type { Sender } from './deps.ts'
import type { DkimKey } from './dkim-key.ts'
import { type Relay, transportOptions } from './relay.ts'

export type Letter = {
  readonly to: string
  readonly subject: string
  /** Plain text; the only body there is. */
  readonly text: string
  /** The same at every attempt, so that a mailbox knows a duplicate: `<id@domain>`. */
  readonly messageId: string
  /** Where bounces go; the programme's own address without it. */
  readonly bounceTo?: string
  readonly date: Date
}

export type Post = {
  /** Resolves with the server's answer to the whole letter; rejects with what nodemailer throws. */
  readonly send: (relay: Relay, sender: Sender, letter: Letter) => Promise<string>
  readonly close: () => void
}

/** Letters on their way at once, in this process. It bounds how many can be in doubt when the process is killed. */
export const lettersAtOnce = 3

export function openPost(dkim: DkimKey): Post {
  let open: { readonly name: string; readonly transport: Transporter } | undefined

  function transportTo(createTransport: typeof Create, relay: Relay): Transporter {
    const name = JSON.stringify(relay)
    if (open?.name === name) return open.transport
    open?.transport.close()
    // A letter whose connection broke is in doubt: whether to send it again is decided by the job, not by the pool.
    const transport = createTransport({
      ...transportOptions(relay),
      pool: true,
      maxConnections: lettersAtOnce,
      maxRequeues: 0,
      idleTimeout: 20_000,
    })
    open = { name, transport }
    return transport
  }

  async function send(relay: Relay, sender: Sender, letter: Letter): Promise<string> {
    const domain = domainOf(sender.fromAddress)
    // Loaded when it is first needed: pages answer without it.
    const { createTransport } = await import('nodemailer')
    const sent: { readonly response?: string | undefined } = await transportTo(createTransport, relay).sendMail({
      envelope: { from: letter.bounceTo ?? sender.fromAddress, to: letter.to },
      from: { name: sender.name, address: sender.fromAddress },
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      messageId: letter.messageId,
      date: letter.date,
      // RFC 3834 §5: nobody's absence note answers this.
      headers: { 'Auto-Submitted': 'auto-generated' },
      dkim: { domainName: domain, keySelector: dkim.selector, privateKey: dkim.privateKey },
    })
    return (sent.response ?? '').replace(/\s+/g, ' ').slice(0, 200)
  }

  return { send, close: () => open?.transport.close() }
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)
