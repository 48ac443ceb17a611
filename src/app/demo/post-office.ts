/**
 * The demo's mail world: an SMTP server on loopback that puts each letter into
 * the Maildir of its recipient, as a mail host would. Work addresses are the
 * watched mailboxes; personal ones are where notices arrive.
 */
import { mkdirSync } from 'node:fs'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { defect } from '#kernel'

export type PostOffice = {
  readonly port: number
  /** File names in a Maildir's `new`, oldest first. */
  list(address: string): Promise<readonly string[]>
  read(address: string, name: string): Promise<Buffer>
  stop(): Promise<void>
}

const sizeCapBytes = 5 * 1024 * 1024

/** Listens on a free port. `onMail` is called when a letter lies in its Maildir. */
export async function openPostOffice(
  home: string,
  { addresses, onMail }: { readonly addresses: readonly string[]; readonly onMail: (address: string, name: string) => Promise<void> },
): Promise<PostOffice> {
  const folderOf = (address: string, part: 'tmp' | 'new' | 'cur') => join(home, address, part)
  for (const address of addresses)
    for (const part of ['tmp', 'new', 'cur'] as const) mkdirSync(folderOf(address, part), { recursive: true })
  let delivered = 0

  async function deliver(address: string, bytes: Buffer): Promise<void> {
    // Maildir's way: written in tmp, seen in new only when whole.
    const name = `${Date.now()}.${String(delivered++).padStart(6, '0')}.demo`
    await writeFile(join(folderOf(address, 'tmp'), name), bytes)
    await rename(join(folderOf(address, 'tmp'), name), join(folderOf(address, 'new'), name))
    await onMail(address, name)
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: sizeCapBytes,
    onRcptTo: ({ address }, _session, callback) =>
      callback(addresses.includes(address.toLowerCase()) ? null : new Error('550 no such address in this demo')),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase())
        Promise.all(to.map((address) => deliver(address, Buffer.concat(chunks)))).then(
          () => callback(null),
          (cause: unknown) => callback(cause instanceof Error ? cause : new Error(String(cause))),
        )
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw defect('no-port', 'opening the post office of the demo: it listens on no port')
  return {
    port: address.port,
    list: async (address) => (await readdir(folderOf(address, 'new'))).sort(),
    read: (address, name) => readFile(join(folderOf(address, 'new'), name)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
