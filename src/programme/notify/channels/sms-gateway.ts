/** A way to hand text messages over; which one is the operator's choice. */
import type { Message, Sent } from './channel.ts'

export type SmsGateway = {
  /** `number` is E.164. Never throws for what the far end does. */
  readonly send: (number: string, message: Message) => Promise<Sent>
  readonly close: () => Promise<void>
}
