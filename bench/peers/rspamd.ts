/** Rspamd with Debian's rules, without any network: no DNS, block lists or fuzzy storage, which are a good part of its strength in real life. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PeerRun } from './peer.ts'

/** Undefined where it is not installed, or no namespace can be made. */
export function runRspamd(paths: readonly string[]): PeerRun | undefined {
  if (!existsSync('/usr/bin/rspamd')) return undefined
  const { stdout: version } = spawnSync('rspamd', ['--version'], { encoding: 'utf8' })
  const { status, stdout } = spawnSync('unshare', ['-n', process.execPath, join(import.meta.dirname, 'rspamd-inside.ts')], {
    input: paths.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (status !== 0) return undefined
  const lines = stdout.trim().split('\n').map(Number)
  const name = `Rspamd ${/version ([\d.]+)/.exec(version)?.[1] ?? ''}, offline`
  return { name, scores: lines.slice(0, -1), perSecond: lines.at(-1) ?? 0 }
}
