/**
 * A real Dovecot on loopback for tests and journeys: its own configuration,
 * run directory, users and Maildirs in a folder of its own under the system's
 * temporary directory, no system service touched. Works as root (mail then
 * belongs to uid 65534) and as an ordinary user.
 *
 * Mail is delivered as a local agent does it: written to Maildir `tmp`, moved
 * to `new`. Special-use folders Junk, Sent, Trash and (if asked for) All Mail
 * exist. The provider's limit on connections stays at Dovecot's default of 10.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { connect, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configuration } from './dovecot-configuration.ts'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

export type Dovecot = {
  readonly host: '127.0.0.1'
  /** Plain IMAP; also offers STARTTLS when `tls` was asked for. */
  readonly port: number
  /** Implicit TLS with a self-signed certificate for `localhost`; 0 without `tls`. */
  readonly tlsPort: number
  /** PEM of that certificate, for a client that is told to trust it. */
  readonly certificate: string
  /** Adds a user, or gives an existing one another password. */
  addBox(user: string, password: string): Promise<void>
  /** Puts a message into a folder and returns its file's name. `arrivedAt` sets its INTERNALDATE. */
  deliver(user: string, message: string | Uint8Array, where?: { readonly folder?: string; readonly arrivedAt?: Date }): Promise<string>
  /** The flags of each message file of a folder, sorted: '' for one nobody marked, 'S' for seen. */
  flags(user: string, folder?: string): Promise<readonly string[]>
  /** Makes the server forget the UIDs of a folder, so that UIDVALIDITY changes. */
  renumber(user: string, folder?: string): Promise<void>
  /** How many IMAP sessions of a user live right now. */
  sessions(user: string): number
  /** What the server wrote to its log. */
  log(): Promise<string>
  start(): Promise<void>
  stop(): Promise<void>
  /** Stops for good and removes every trace. */
  remove(): Promise<void>
}

export type DovecotOptions = {
  readonly boxes?: Readonly<Record<string, string>>
  readonly tls?: boolean
  readonly allMail?: boolean
  readonly connectionsPerUser?: number
}

const asRoot = process.getuid?.() === 0
const mailUid = asRoot ? 65_534 : (process.getuid?.() ?? 0)
const mailGid = asRoot ? 65_534 : (process.getgid?.() ?? 0)

/** Why tests with Dovecot cannot run here; false when they can. Give it to `skip`. */
export function withoutDovecot(): string | false {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'ignore' })
    return false
  } catch {
    return 'Dovecot is not installed: apt-get install dovecot-imapd'
  }
}

/** Starts Dovecot and waits until it greets. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const home = await mkdtemp(join(tmpdir(), 'bwd-'))
  const port = await freePort()
  const tlsPort = options.tls ? await freePort() : 0
  const mailHome = join(home, 'mail')
  let server: ChildProcess | undefined
  let delivered = 0
  let changes = 0

  if (asRoot) execFileSync('chmod', ['0755', home])
  await mkdir(mailHome)
  await mkdir(join(home, 'users'))
  await chown(mailHome, mailUid, mailGid)
  if (options.tls) makeCertificate(home)
  const certificate = options.tls ? await readFile(join(home, 'cert.pem'), 'utf8') : ''
  await writeFile(
    join(home, 'dovecot.conf'),
    configuration({
      home,
      port,
      tlsPort,
      allMail: options.allMail ?? false,
      connectionsPerUser: options.connectionsPerUser ?? 10,
      mailUid,
      mailGid,
      asRoot,
    }),
  )

  const maildir = (user: string, folder: string): string => join(mailHome, user, 'Maildir', folder === 'INBOX' ? '' : `.${folder}`)

  async function makeMaildir(user: string, folder: string): Promise<string> {
    const root = maildir(user, folder)
    const folders = [join(mailHome, user), join(mailHome, user, 'Maildir'), root, join(root, 'tmp'), join(root, 'new'), join(root, 'cur')]
    for (const each of new Set(folders)) {
      await mkdir(each, { recursive: true })
      await chown(each, mailUid, mailGid)
    }
    return root
  }

  // A file a user: Dovecot looks at most once a second whether a file changed.
  async function writeUser(user: string, password: string): Promise<void> {
    const file = join(home, 'users', user)
    const isNew = await writeFile(file, `${user}:{PLAIN}${password}\n`, { flag: 'wx' }).then(
      () => true,
      () => false,
    )
    if (isNew) return
    await writeFile(`${file}.next`, `${user}:{PLAIN}${password}\n`)
    changes += 1
    const later = new Date(Date.now() + changes * 1000)
    await utimes(`${file}.next`, later, later)
    await rename(`${file}.next`, file)
    await until(`Dovecot knows the new password of ${user}`, () => accepts(join(home, 'dovecot.conf'), user, password))
  }

  async function start(): Promise<void> {
    const child = spawn('dovecot', ['-F', '-c', join(home, 'dovecot.conf')], { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
    let complaint = ''
    child.stderr?.on('data', (text: Buffer) => {
      complaint += text.toString()
    })
    server = child
    endWithUs(child)
    await until(`Dovecot greets: ${complaint}`, async () => {
      if (child.exitCode !== null) throw new Error(`Dovecot ended with ${child.exitCode}: ${complaint}`)
      return greets(port)
    })
  }

  async function stop(): Promise<void> {
    const child = server
    server = undefined
    if (child === undefined || child.exitCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
    // Sessions outlive their master unless they are told.
    endGroup(child)
  }

  for (const [user, password] of Object.entries(options.boxes ?? {})) {
    await makeMaildir(user, 'INBOX')
    await writeUser(user, password)
  }
  await start()

  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    certificate,
    start,
    stop,
    async addBox(user, password) {
      await makeMaildir(user, 'INBOX')
      await writeUser(user, password)
    },
    async deliver(user, message, where = {}) {
      const root = await makeMaildir(user, where.folder ?? 'INBOX')
      delivered += 1
      const name = `${Math.floor(Date.now() / 1000)}.M${delivered}P${process.pid}.test`
      const draft = join(root, 'tmp', name)
      await writeFile(draft, message)
      await chown(draft, mailUid, mailGid)
      // Maildir keeps INTERNALDATE as the file's modification time.
      if (where.arrivedAt !== undefined) await utimes(draft, where.arrivedAt, where.arrivedAt)
      await rename(draft, join(root, 'new', name))
      return name
    },
    async flags(user, folder = 'INBOX') {
      const root = maildir(user, folder)
      const names = [...(await readdir(join(root, 'new'))), ...(await readdir(join(root, 'cur')))]
      return names.map((name) => name.split(':2,')[1] ?? '').sort()
    },
    async renumber(user, folder = 'INBOX') {
      const root = maildir(user, folder)
      const before = await stat(join(root, 'dovecot-uidlist')).then(
        (found) => found.isFile(),
        () => false,
      )
      if (!before) throw new Error(`${folder} of ${user} was never opened, so it has no UIDs to forget`)
      for (const name of await readdir(root)) if (name.startsWith('dovecot')) await rm(join(root, name))
    },
    sessions(user) {
      const listed = execFileSync('doveadm', ['-c', join(home, 'dovecot.conf'), 'who', '-1', user], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      return listed.split('\n').filter((line) => line.startsWith(`${user} `)).length
    },
    log: () => readFile(join(home, 'log'), 'utf8').catch(() => ''),
    async remove() {
      await stop()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Waits in another process for the end of this one, of whatever kind: the pipe closes then, and the server ends too. */
function endWithUs(server: ChildProcess): void {
  const keeper = spawn('sh', ['-c', 'read -r _; kill -KILL -- "-$0" 2>/dev/null', String(server.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  server.once('exit', () => keeper.kill())
  keeper.unref()
  if (keeper.stdin instanceof Socket) keeper.stdin.unref()
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left in it.
  }
}

function accepts(configurationFile: string, user: string, password: string): boolean {
  const { status } = spawnSync('doveadm', ['-c', configurationFile, 'auth', 'test', user, password], { stdio: 'ignore' })
  return status === 0
}

function makeCertificate(home: string): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const files = ['-keyout', join(home, 'key.pem'), '-out', join(home, 'cert.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], { stdio: 'ignore' })
}

function greets(port: number): Promise<true | undefined> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1')
    const end = (answer: true | undefined): void => {
      socket.destroy()
      settle(answer)
    }
    socket.setTimeout(1000, () => end(undefined))
    socket.once('error', () => end(undefined))
    socket.once('data', (text) => end(text.toString().startsWith('* OK') ? true : undefined))
  })
}
