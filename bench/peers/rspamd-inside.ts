/**
 * Runs inside a network namespace of its own (`unshare -n`): starts Rspamd with Debian's rules, asks it about each mail whose path comes on standard input,
 * and prints one score a line. Nothing can leave: Rspamd would load maps from the network at its start.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const port = 11399
const home = mkdtempSync(join(tmpdir(), 'bellwether-rspamd-'))
const answer = z.object({ score: z.number(), symbols: z.record(z.string(), z.object({ score: z.number() })) })

spawnSync('ip', ['link', 'set', 'lo', 'up'])
spawnSync('chown', ['_rspamd:_rspamd', home])
const config = join(home, 'rspamd.conf')
writeFileSync(
  config,
  `.include "$CONFDIR/common.conf"
options { pidfile = "${home}/pid"; .include "$CONFDIR/options.inc"
  dns { nameserver = ["127.0.0.1:5399"]; timeout = 0.01s; retransmits = 1; } }
logging { type = "file"; filename = "${home}/log"; level = "error"; }
worker "normal" { bind_socket = "127.0.0.1:${port}"; count = 1; mime = true; task_timeout = 30s; }
`,
)
const daemon = spawn('rspamd', ['-f', '-u', '_rspamd', '-g', '_rspamd', '-c', config, '--var', `DBDIR=${home}`], { stdio: 'ignore' })

const ask = async (bytes: Uint8Array): Promise<z.infer<typeof answer>> => {
  const response = await fetch(`http://127.0.0.1:${port}/checkv2`, { method: 'POST', body: new Uint8Array(bytes) })
  return answer.parse(await response.json())
}

async function untilAwake(): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await ask(Buffer.from('From: a@b.example\r\n\r\nhello\r\n'))
      return
    } catch (error) {
      if (tries > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

try {
  await untilAwake()
  const paths = readFileSync(0, 'utf8').trim().split('\n')
  const mails = paths.map((path) => readFileSync(path))
  const lines: string[] = []
  const began = performance.now()
  for (const bytes of mails) {
    const { score, symbols } = await ask(bytes)
    // Archived mail is old by nature; that is not what is measured.
    lines.push(String(score - (symbols['DATE_IN_PAST']?.score ?? 0)))
  }
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${lines.join('\n')}\n${mails.length / seconds}\n`)
} finally {
  daemon.kill('SIGTERM')
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}
