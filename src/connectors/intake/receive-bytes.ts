/** One message from the wire into memory, within its own cap and that of all messages on their way. */
import type { SMTPServerDataStream } from 'smtp-server'
import { answer } from './smtp-answer.ts'

export type Room = {
  /** Bytes of all messages that are being received or kept right now. */
  taken: number
  readonly limit: number
}

/**
 * Hands the whole message to `take` and keeps its room until that is done, or
 * a slow database would let them pile up. Rejects with 552 when it is too big
 * and with 452 while too much comes in at once; reads to its end in both cases.
 */
export async function receiveBytes(stream: SMTPServerDataStream, room: Room, take: (bytes: Buffer) => Promise<void>): Promise<void> {
  const pieces: Buffer[] = []
  let held = 0
  let crowded = false
  try {
    for await (const piece of stream) {
      if (!Buffer.isBuffer(piece) || crowded || stream.sizeExceeded) continue
      crowded = room.taken + piece.length > room.limit
      if (crowded) continue
      held += piece.length
      room.taken += piece.length
      pieces.push(piece)
    }
    if (stream.sizeExceeded) throw answer(552, '5.3.4 this message is larger than this server takes')
    if (crowded) throw answer(452, '4.3.1 too much mail at once, try again later')
    await take(Buffer.concat(pieces))
  } finally {
    room.taken -= held
  }
}
