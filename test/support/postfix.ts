/**
 * A real Postfix on loopback for tests: its own configuration, queue and log
 * in a folder of its own, no system service touched. It relays what it gets to
 * the named servers, and writes real bounces. Only root can run it.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

export type Postfix = {
  readonly host: '127.0.0.1'
  readonly port: number
  log(): Promise<string>
  remove(): Promise<void>
}

/** Why tests with Postfix cannot run here; false when they can. Give it to `skip`. */
export function withoutPostfix(): string | false {
  if (process.getuid?.() !== 0) return 'only root can run a Postfix of its own'
  return spawnSync('postconf', ['-d', 'mail_version'], { stdio: 'ignore' }).status === 0
    ? false
    : 'Postfix is not installed: apt-get install postfix'
}

/** Starts Postfix. `routes` says which domain goes to which port of this machine. */
export async function startPostfix(routes: Readonly<Record<string, number>>): Promise<Postfix> {
  const home = await mkdtemp(join(tmpdir(), 'bwp-'))
  const port = await freePort()
  const config = join(home, 'config')
  await chmod(home, 0o755)
  for (const folder of ['config', 'queue', 'data']) await mkdir(join(home, folder))
  execFileSync('chown', ['postfix', join(home, 'data')])
  await writeFile(join(config, 'main.cf'), mainConfiguration(home, routes))
  await writeFile(join(config, 'master.cf'), services(port))
  const master = spawn('postfix', ['-c', config, 'start-fg'], { stdio: 'ignore', detached: true })
  await until('Postfix greets', () => {
    if (master.exitCode !== null) throw new Error(`Postfix ended with ${master.exitCode}`)
    return greets(port)
  })
  return {
    host: '127.0.0.1',
    port,
    log: () => readFile(join(home, 'log'), 'utf8').catch(() => ''),
    async remove() {
      if (master.exitCode === null) {
        spawnSync('postfix', ['-c', config, 'stop'], { stdio: 'ignore' })
        await once(master, 'exit')
      }
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function mainConfiguration(home: string, routes: Readonly<Record<string, number>>): string {
  const table = Object.entries(routes).map(([domain, port]) => `{ ${domain} = smtp:[127.0.0.1]:${port} }`)
  return `
compatibility_level = 3.6
queue_directory = ${home}/queue
data_directory = ${home}/data
maillog_file = ${home}/log
maillog_file_prefixes = ${home}
myhostname = relay.bellwether.example
myorigin = relay.bellwether.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
local_recipient_maps =
alias_maps =
transport_maps = inline:{ ${table.join(', ')} }
default_transport = error:only the named domains are served
smtp_dns_support_level = disabled
smtp_tls_security_level = none
smtpd_recipient_restrictions = permit_mynetworks, reject
`
}

function services(port: number): string {
  const unix = (name: string, program = name): string => `${name} unix - - n - 0 ${program}`
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    unix('bounce'),
    unix('defer', 'bounce'),
    unix('trace', 'bounce'),
    'smtp unix - - n - - smtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'proxymap unix - - n - - proxymap',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n')
}

function greets(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1')
    const end = (answer: boolean): void => {
      socket.destroy()
      settle(answer)
    }
    socket.setTimeout(2000, () => end(false))
    socket.once('error', () => end(false))
    socket.once('data', (text) => end(text.toString().startsWith('220')))
  })
}
