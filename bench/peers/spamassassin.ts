/** SpamAssassin with Debian's rules, `--local`, in a namespace without a network. One process over an mbox; its start-up is taken off. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PeerRun } from './peer.ts'

const program = '/usr/bin/spamassassin'

/** Undefined where it is not installed. */
export function runSpamAssassin(paths: readonly string[]): PeerRun | undefined {
  if (!existsSync(program)) return undefined
  const home = mkdtempSync(join(tmpdir(), 'bellwether-bench-'))
  try {
    const letters = paths.map((path) => readFileSync(path))
    const startUp = pass(home, letters.slice(0, 1)).seconds
    const { seconds, stdout } = pass(home, letters)
    const scores = [...stdout.matchAll(/^X-Spam-Status: (?:Yes|No), score=(-?[\d.]+)/gm)].map(([, score]) => Number(score))
    if (scores.length !== letters.length) throw new Error(`SpamAssassin answered for ${scores.length} of ${letters.length} mails`)
    return { name: `SpamAssassin ${version()}, --local`, scores, perSecond: (letters.length - 1) / Math.max(0.001, seconds - startUp) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function pass(home: string, letters: readonly Uint8Array[]): { readonly seconds: number; readonly stdout: string } {
  const mbox = join(home, 'letters.mbox')
  writeFileSync(mbox, letters.map(toMbox).join(''), 'latin1')
  const began = performance.now()
  const { status, stdout } = spawnSync('unshare', ['-n', program, '--local', '--mbox', mbox], {
    encoding: 'latin1',
    env: { ...process.env, HOME: home },
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (status !== 0) throw new Error(`SpamAssassin ended with ${status}`)
  return { seconds: (performance.now() - began) / 1000, stdout }
}

/** A mail's own verdict headers would be counted too; those of others say nothing here. */
function toMbox(letter: Uint8Array): string {
  const text = Buffer.from(letter)
    .toString('latin1')
    .replaceAll('\r\n', '\n')
    .replace(/^From /gm, '>From ')
    .replace(/^X-Spam-Status:/gim, 'X-Old-Status:')
  return `From someone@example.org Thu Jan  1 00:00:00 2026\n${text}\n\n`
}

function version(): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return /version ([\d.]+)/.exec(stdout)?.[1] ?? ''
}
