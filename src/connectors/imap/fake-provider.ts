/**
 * A fake of a big provider's IMAP server, for what Dovecot cannot stand in
 * for: signing in with a token (XOAUTH2), and the provider's own words when it
 * turns somebody away. It knows nothing of mail.
 */
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

export type FakeProvider = {
  readonly port: number
  /** Each command line it was sent, without its tag. */
  readonly lines: readonly string[]
  stop(): void
}

/**
 * Starts a fake that answers each attempt to sign in with `answer`, say
 * `NO [ALERT] …` or `OK`. At the command `dribblesAt` it says a word now and
 * then and never comes to an end.
 */
export async function startFakeProvider(answer: string, { dribblesAt }: { readonly dribblesAt?: string } = {}): Promise<FakeProvider> {
  const lines: string[] = []
  const capabilities = 'IMAP4rev1 SASL-IR AUTH=XOAUTH2 AUTH=PLAIN'
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write(`* OK [CAPABILITY ${capabilities}] fake provider\r\n`)
    let rest = ''
    socket.on('data', (text) => {
      rest += text.toString()
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const [tag = '', ...words] = rest.slice(0, end).split(' ')
        rest = rest.slice(end + 2)
        lines.push(words.join(' '))
        if (words.includes(dribblesAt ?? '')) dribble(socket)
        else socket.write(reply(tag, words[0]?.toUpperCase() ?? ''))
      }
    })
  })
  const reply = (tag: string, command: string): string => {
    if (command === 'AUTHENTICATE' || command === 'LOGIN') return `${tag} ${answer}\r\n`
    if (command === 'CAPABILITY') return `* CAPABILITY ${capabilities}\r\n${tag} OK\r\n`
    if (command === 'LIST') return `* LIST () "/" "INBOX"\r\n${tag} OK\r\n`
    if (command === 'EXAMINE') return `* 7 EXISTS\r\n* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT 8]\r\n${tag} OK [READ-ONLY]\r\n`
    if (command === 'LOGOUT') return `* BYE\r\n${tag} OK\r\n`
    return `${tag} OK\r\n`
  }
  const dribble = (socket: Socket): void => {
    const timer = setInterval(() => socket.write('* OK one moment\r\n'), 20)
    socket.once('close', () => clearInterval(timer))
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port')
  return { port: address.port, lines, stop: () => server.close() }
}
