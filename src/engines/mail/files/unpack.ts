/** Inflates (RFC 1951) no further than is allowed. What came out up to there is kept, and of a torn stream what came out before the tear. */
import { Inflate } from 'fflate'
import { type Budget, caps } from './budget.ts'

const step = 4096
/** Zeroes pack a thousand to one, papers at most some fifty to one. */
const bombRatio = 150

class Enough extends Error {}

/** The unpacked bytes, at most `most` of them and no more than the budget has left. */
export function inflate(packed: Uint8Array, budget: Budget, most: number = caps.fileBytes): Uint8Array {
  const room = Math.min(most, budget.bytes)
  const chunks: Uint8Array[] = []
  let length = 0
  let fed = 0
  const stream = new Inflate((chunk) => {
    chunks.push(chunk.slice())
    length += chunk.length
    if (length >= room) throw new Enough()
  })
  try {
    for (; fed < packed.length; fed += step) stream.push(packed.subarray(fed, fed + step), fed + step >= packed.length)
  } catch (thrown) {
    // fflate throws for what is not deflated; what came before it may still tell.
    if (thrown instanceof Enough && length / Math.min(packed.length, fed + step) > bombRatio && length >= caps.fileBytes)
      budget.damage.add('bomb')
  }
  budget.bytes -= Math.min(length, room)
  return join(chunks, Math.min(length, room))
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk.subarray(0, length - at), at)
    at += chunk.length
    if (at >= length) break
  }
  return whole
}
