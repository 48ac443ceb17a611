/** The way out: one pool of connections to the relay, letters signed and marked as written by a machine. */
import type { createTransport as Create, Transporter } from 'nodemailer'
import type { Sender } from './deps.ts'
import { type Relay, transportOptions } from './relay.ts'
import { type Composed, composeLetter } from './signing/compose-letter.ts'
import type { DkimKey } from './signing/dkim-key.ts'
import { openSmimeSigner, type Smime, type SmimeSigner } from './signing/smime.ts'

/** Its Message-ID is the same at every attempt, so that a mailbox knows a duplicate. */
export type Letter = Composed & {
  /** Where bounces go; the programme's own address without it. */
  readonly bounceTo?: string
}

export type Post = {
  /** Resolves with the server's answer to the whole letter; rejects with what nodemailer throws. */
  readonly send: (relay: Relay, sender: Sender, letter: Letter) => Promise<string>
  readonly close: () => void
}

/** Letters on their way at once, in this process. It bounds how many can be in doubt when the process is killed. */
export const lettersAtOnce = 3

export function openPost(dkim: readonly DkimKey[]): Post {
  const smimeOf = rememberSigner()
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
    const smime = sender.smime && (await smimeOf(sender.smime, sender.fromAddress, letter.date))
    const raw = await composeLetter(sender, letter, { dkim, ...(smime && { smime }) })
    // Loaded when it is first needed: pages answer without it.
    const { createTransport } = await import('nodemailer')
    const sent: { readonly response?: string | undefined } = await transportTo(createTransport, relay).sendMail({
      envelope: { from: letter.bounceTo ?? sender.fromAddress, to: letter.to },
      raw,
    })
    return (sent.response ?? '').replace(/\s+/g, ' ').slice(0, 200)
  }

  return { send, close: () => open?.transport.close() }
}

/** One signer for many letters; a certificate that has ended, or was exchanged, is read anew. */
function rememberSigner() {
  let held: { readonly name: string; readonly opened: ReturnType<typeof openSmimeSigner> } | undefined
  return async (smime: Smime, address: string, now: Date): Promise<SmimeSigner | undefined> => {
    const name = JSON.stringify([smime, address])
    if (held?.name !== name) held = { name, opened: openSmimeSigner(smime, { address, now }) }
    const signer = await held.opened
    return signer !== undefined && signer.validTo >= now ? signer.sign : undefined
  }
}
