/**
 * A million mutated mails, drawn from a seed: what throws, what takes long, and how much memory the process comes to need. Nobody else is measured, since a
 * peer's crash would be its own affair. BELLWETHER_MUTATIONS sets another number.
 */
import { inspect, nobody } from '#mail'
import { type Change, mutable, mutate, snippets } from '../test/support/mutate.ts'
import type { Row } from './row.ts'

const runs = Number(process.env['BELLWETHER_MUTATIONS'] ?? 1_000_000)
const longestMs = 2000

/** The rows of this bench. */
export async function measure(): Promise<readonly Row[]> {
  const originals = mutable()
  const random = xorshift(20_261_125)
  let thrown = 0
  let late = 0
  let slowestMs = 0
  let peakBytes = 0
  for (let run = 0; run < runs; run++) {
    const bytes = mutate(originals[random() % originals.length] ?? new Uint8Array(), drawChanges(random))
    const began = performance.now()
    try {
      await inspect(bytes, { trustedAuthserv: [], circle: nobody })
    } catch {
      thrown += 1
    }
    const ms = performance.now() - began
    slowestMs = Math.max(slowestMs, ms)
    if (ms > longestMs) late += 1
    if (run % 500 === 0) peakBytes = Math.max(peakBytes, process.memoryUsage().rss)
  }
  const note = `${runs.toLocaleString('en-GB')} mutations of ${originals.length} hand-made mails`
  return [
    { name: 'crashes', unit: 'mails', ours: thrown, better: 'less', note },
    { name: 'longer than two seconds', unit: 'mails', ours: late, better: 'less', note },
    { name: 'slowest', unit: 'ms', ours: slowestMs, better: 'less', note },
    { name: 'memory of the process at its most', unit: 'MB', ours: peakBytes / 1e6, better: 'less', note },
  ]
}

function drawChanges(random: () => number): readonly Change[] {
  return Array.from({ length: 1 + (random() % 8) }, (): Change => {
    const at = random()
    switch (random() % 4) {
      case 0:
        return { kind: 'set', at, byte: random() % 256 }
      case 1:
        return { kind: 'cut', at, length: random() % 200 }
      case 2:
        return { kind: 'double', at, length: random() % 400 }
      default:
        return { kind: 'insert', at, text: snippets[random() % snippets.length] ?? '' }
    }
  })
}

/** Marsaglia's xorshift32: the same draws in every run. */
function xorshift(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
