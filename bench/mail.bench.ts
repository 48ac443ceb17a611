/**
 * How many messages the mail engine examines in a second on one core, beside
 * SpamAssassin on the same messages. Neither asks the network. How much each
 * finds is another question, for real mail, and not answered here.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect, nobody } from '#mail'
import type { Row } from './row.ts'

const folder = join(import.meta.dirname, '..', 'fixtures', 'mail')
const peerProgram = '/usr/bin/spamassassin'

/** The rows of this bench. */
export async function measure(): Promise<readonly Row[]> {
  const letters = globSync('{honest,hostile}/*.eml', { cwd: folder })
    .sort()
    .map((file) => readFileSync(join(folder, file)))
  const sizeKb = letters.reduce((sum, letter) => sum + letter.length, 0) / letters.length / 1024
  const input = `${letters.length} hand-made messages of ${sizeKb.toFixed(1)} kB, one core, no DNS`

  await examineAll(letters)
  const times = [...(await examineAll(letters)), ...(await examineAll(letters)), ...(await examineAll(letters))].sort((a, b) => a - b)
  const totalMs = times.reduce((sum, ms) => sum + ms, 0)
  const peer = existsSync(peerProgram) ? measurePeer(letters) : undefined

  return [
    {
      name: 'messages examined',
      unit: 'messages/s',
      ours: (times.length / totalMs) * 1000,
      better: 'more',
      ...(peer && { peer }),
      note: peer ? `${input}; the peer's start-up is left out` : `${input}; SpamAssassin is not installed here`,
    },
    { name: 'slowest message in a hundred', unit: 'ms', ours: times[Math.floor(times.length * 0.99)] ?? 0, better: 'less', note: input },
  ]
}

async function examineAll(letters: readonly Uint8Array[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const letter of letters) {
    const began = performance.now()
    await inspect(letter, { circle: nobody, trustedAuthserv: [] })
    times.push(performance.now() - began)
  }
  return times
}

/** One process over an mbox of all messages, less the same over an mbox of one. */
function measurePeer(letters: readonly Uint8Array[]): Row['peer'] {
  const home = mkdtempSync(join(tmpdir(), 'bellwether-bench-'))
  try {
    const seconds = (chosen: readonly Uint8Array[]) => {
      const mbox = join(home, 'letters.mbox')
      writeFileSync(mbox, chosen.map(toMbox).join(''))
      const began = performance.now()
      const { status } = spawnSync(peerProgram, ['--local', '--mbox', mbox], { stdio: 'ignore', env: { ...process.env, HOME: home } })
      if (status !== 0) throw new Error(`SpamAssassin ended with ${status}`)
      return (performance.now() - began) / 1000
    }
    const [first] = letters
    const startUp = seconds(first ? [first] : [])
    return { name: `${peerVersion()}, --local`, value: (letters.length - 1) / (seconds(letters) - startUp) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function toMbox(letter: Uint8Array): string {
  const text = Buffer.from(letter)
    .toString('latin1')
    .replaceAll('\r\n', '\n')
    .replace(/^From /gm, '>From ')
  return `From someone@example.org Thu Jan  1 00:00:00 2026\n${text}\n\n`
}

function peerVersion(): string {
  const { stdout } = spawnSync(peerProgram, ['--version'], { encoding: 'utf8' })
  const [, version = ''] = /version ([\d.]+)/.exec(stdout) ?? []
  return `SpamAssassin ${version}`.trim()
}
