/** A receipt as the bytes that are hashed and signed: one line a fact, in a fixed order, so that anybody can write them again. */
import { createHash } from 'node:crypto'

export type Receipt = {
  readonly id: string
  readonly noticeId: string
  /** Null for what the person did. */
  readonly deliveryId: string | null
  readonly channel: string | null
  readonly what: 'sent' | 'delivered' | 'bounced' | 'failed' | 'read' | 'verified' | 'acknowledged' | 'done'
  readonly at: Date
}

export const hashOfReceipt = ({ id, noticeId, deliveryId, channel, what, at }: Receipt): Buffer =>
  sha256(
    `Bellwether receipt 1\nid ${id}\nnotice ${noticeId}\ndelivery ${deliveryId ?? '-'}\nchannel ${channel ?? '-'}\n${what} ${at.toISOString()}\n`,
  )

/** Over the hashes of a batch, in their order. */
export const digestOf = (hashes: readonly Buffer[]): Buffer => sha256(Buffer.concat(hashes))

const sha256 = (said: string | Buffer): Buffer => createHash('sha256').update(said).digest()
