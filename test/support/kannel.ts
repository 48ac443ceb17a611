/**
 * A real Kannel on loopback for tests: bearerbox, smsbox and its own pretended
 * carrier (fakesmsc), with a configuration of its own and no system service
 * touched. What the carrier got is read from its log.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { findPart } from './system-parts.ts'
import { until } from './until.ts'

export const kannelUser = { user: 'tester', password: 'kannel-password-nobody-may-see' } as const

export type Kannel = {
  /** Of sendsms. */
  readonly url: string
  /** Texts as the carrier got them, whole. */
  readonly texts: () => Promise<readonly string[]>
  /** Parts as the carrier got them. */
  readonly parts: () => Promise<number>
  /** Somebody writes back. */
  readonly reply: (from: string, text: string) => Promise<void>
  readonly stop: () => Promise<void>
}

type Options = {
  /** `get-url` of every message that comes in. */
  readonly replyTo: string
}

export async function startKannel({ replyTo }: Options): Promise<Kannel> {
  const home = await mkdtemp(join(tmpdir(), 'bwk-'))
  const [admin, boxes, carrier, sendsms] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  const file = join(home, 'kannel.conf')
  await writeFile(file, configuration({ admin, boxes, carrier, sendsms, home, replyTo }))
  const children: ChildProcess[] = []
  const run = (program: string, args: readonly string[], log: string) => {
    const child = spawn('sh', ['-c', `exec "$0" "$@" >>${join(home, log)} 2>&1`, program, ...args], { stdio: 'ignore' })
    children.push(child)
    return child
  }
  const logOf = (name: string) => readFile(join(home, name), 'utf8').catch(() => '')
  run('/usr/sbin/bearerbox', ['-v', '1', file], 'bearerbox')
  await until('bearerbox listens', async () => (await answers(statusOf(admin))) !== undefined)
  run('/usr/sbin/smsbox', ['-v', '1', file], 'smsbox')
  await until('smsbox is known', async () => (await answers(statusOf(admin)))?.includes('smsbox:'))
  await until('smsbox listens', async () => (await answers(`http://127.0.0.1:${sendsms}/`)) !== undefined)

  const fakesmsc = findPart('kannel') ?? ''
  let telephone: ChildProcess | undefined
  async function connect(args: readonly string[]): Promise<void> {
    telephone?.kill('SIGKILL')
    if (telephone !== undefined) await until('the carrier is gone', async () => (await isOnline(admin)) === false)
    telephone = run(fakesmsc, ['-H', '127.0.0.1', '-r', String(carrier), ...args], 'carrier')
    await until('the carrier is there', () => isOnline(admin))
  }
  await connect(['-m', '0', '1 2 text nop'])

  const got = async (): Promise<readonly string[]> =>
    [...(await logOf('carrier')).matchAll(/Got message \d+: <(.*?)>$/gms)].map(([, message = '']) => message)
  return {
    url: `http://127.0.0.1:${sendsms}/cgi-bin/sendsms`,
    texts: async () => textsOf(await got()),
    parts: async () => (await got()).length,
    reply: (from, text) => connect(['-i', '0.01', '-m', '1', `${from} 15550100999 text ${text}`]),
    stop: async () => {
      for (const child of children.toReversed()) {
        if (child.exitCode !== null || child.signalCode !== null) continue
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      await rm(home, { recursive: true, force: true })
    },
  }
}

type Part = { readonly text: string } | { readonly reference: string; readonly octets: Buffer }

/** `from to text words`, `from to ucs-2 octets`, or `from to udh header data octets`, octets as in a URL. */
function partOf(message: string): Part {
  const [, kind = '', rest = ''] = /^\S+ \S+ (\S+) (.*)$/s.exec(message) ?? []
  if (kind === 'text') return { text: rest }
  if (kind === 'ucs-2') return { text: octetsOf(rest).swap16().toString('utf16le') }
  const [header = '', , octets = ''] = rest.split(' ')
  return { reference: header.slice(0, 12), octets: octetsOf(octets) }
}

function octetsOf(coded: string): Buffer {
  const pieces = coded.replaceAll('+', ' ').match(/%[0-9A-Fa-f]{2}|[^%]/gs) ?? []
  return Buffer.concat(pieces.map((piece) => (piece.startsWith('%') ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))))
}

/** The carrier gives parts in their order, one message after the other. */
function textsOf(messages: readonly string[]): readonly string[] {
  const whole: ({ text: string } | { reference: string; octets: Buffer })[] = []
  for (const part of messages.map(partOf)) {
    const last = whole.at(-1)
    if ('octets' in part && last !== undefined && 'octets' in last && last.reference === part.reference)
      last.octets = Buffer.concat([last.octets, part.octets])
    else whole.push({ ...part })
  }
  // Our texts are in Latin letters, whose first octet in UCS-2 is nought.
  return whole.map((one) =>
    'text' in one ? one.text : one.octets.includes(0) ? Buffer.from(one.octets).swap16().toString('utf16le') : one.octets.toString('utf8'),
  )
}

async function isOnline(admin: number): Promise<boolean> {
  return /FAKE.*\(online/.test((await answers(statusOf(admin))) ?? '')
}

const statusOf = (admin: number): string => `http://127.0.0.1:${admin}/status.txt?password=admin`

const answers = (url: string): Promise<string | undefined> =>
  fetch(url).then(
    (answer) => answer.text(),
    () => undefined,
  )

type Ports = { readonly admin: number; readonly boxes: number; readonly carrier: number; readonly sendsms: number }

const configuration = ({ admin, boxes, carrier, sendsms, home, replyTo }: Ports & Options & { readonly home: string }): string => `
group = core
admin-port = ${admin}
admin-interface = 127.0.0.1
admin-password = admin
admin-allow-ip = 127.0.0.1
smsbox-port = ${boxes}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
log-file = ${home}/core.log
log-level = 1
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = FAKE
host = 127.0.0.1
port = ${carrier}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sendsms}
sendsms-interface = 127.0.0.1
log-file = ${home}/box.log
log-level = 1

group = sendsms-user
username = ${kannelUser.user}
password = ${kannelUser.password}
max-messages = 10
concatenation = true

group = sms-service
keyword = default
get-url = "${replyTo}"
max-messages = 0
`
