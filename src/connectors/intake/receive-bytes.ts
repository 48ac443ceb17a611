/** One message from the wire into memory, within its own cap and that of all messages on their way. */
import type { SMTPServerDataStream } from 'smtp-server'
import { answer } from './smtp-answer.ts'

export type Room = {
  /** Bytes of all messages that are being received right now. */
  taken: number
  readonly limit: number
}

/** The whole message. Rejects with 552 when it is too big and with 452 while too much comes in at once; reads to its end in both cases. */
export async function receiveBytes(stream: SMTPServerDataStream, room: Room): Promise<Buffer> {
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
  } finally {
    room.taken -= held
  }
  if (stream.sizeExceeded) throw answer(552, '5.3.4 this message is larger than this server takes')
  if (crowded) throw answer(452, '4.3.1 too much mail at once, try again later')
  return Buffer.concat(pieces)
}
