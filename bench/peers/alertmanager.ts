/** Prometheus' Alertmanager as Debian has it, on loopback, telling one webhook: how fast it tells, and what a kill -9 takes with it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../test/support/free-port.ts'
import type { HookSink } from '../../test/support/hook-sink.ts'
import { until } from '../../test/support/until.ts'

export type AlertmanagerRun = {
  /** With its version. */
  readonly name: string
  /** Alerts told in a second, each in a group of its own. */
  readonly perSecond: number
  /** Of a hundred that it had accepted a second before a kill -9, those that arrived after its restart. */
  readonly survivors: number
}

const program = '/usr/bin/prometheus-alertmanager'
const burst = 2000
const beforeKill = 100

/** Undefined where it is not installed. */
export async function runAlertmanager(sink: HookSink): Promise<AlertmanagerRun | undefined> {
  if (!existsSync(program)) return undefined
  const { stderr, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const name = `Alertmanager ${/version ([\d.]+)/.exec(stdout + stderr)?.[1] ?? ''}`
  return { name, perSecond: await speed(sink), survivors: await survivors(sink) }
}

async function speed(sink: HookSink): Promise<number> {
  const manager = await start(sink, '0s')
  try {
    const began = performance.now()
    await post(manager.url, burst)
    await until('it told all', async () => (await sink.received()).total >= burst, 120_000)
    return burst / ((performance.now() - began) / 1000)
  } finally {
    await manager.remove()
    await sink.forget()
  }
}

async function survivors(sink: HookSink): Promise<number> {
  const manager = await start(sink, '3s')
  try {
    await post(manager.url, beforeKill)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await manager.killAndRestart()
    // Twice its waiting window, and a little.
    await new Promise((resolve) => setTimeout(resolve, 8000))
    return (await sink.received()).total
  } finally {
    await manager.remove()
    await sink.forget()
  }
}

async function start(sink: HookSink, groupWait: string) {
  const home = await mkdtemp(join(tmpdir(), 'bellwether-alertmanager-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const route = { receiver: 'hook', group_by: ['...'], group_wait: groupWait, group_interval: '1s', repeat_interval: '4h' }
  const hook = { url: sink.url, max_alerts: 0, send_resolved: false }
  // JSON is YAML.
  await writeFile(join(home, 'config.yml'), JSON.stringify({ route, receivers: [{ name: 'hook', webhook_configs: [hook] }] }))
  const args = [
    `--config.file=${home}/config.yml`,
    `--storage.path=${home}/data`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ]
  const answers = async () => (await fetch(`${url}/-/ready`).catch(() => undefined))?.ok === true
  let server: ChildProcess
  const begin = async () => {
    server = spawn(program, args, { stdio: 'ignore', cwd: home })
    await until('Alertmanager answers', answers, 20_000)
  }
  const kill = async () => {
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }
  await begin()
  return {
    url,
    killAndRestart: async () => {
      await kill()
      await begin()
    },
    remove: async () => {
      await kill()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function post(url: string, count: number): Promise<void> {
  const alerts = Array.from({ length: count }, (_, n) => ({ labels: { alertname: 'notice', n: String(n) } }))
  for (let from = 0; from < count; from += 200) {
    const { ok } = await fetch(`${url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(alerts.slice(from, from + 200)),
    })
    if (!ok) throw new Error('Alertmanager did not take the alerts')
  }
}
