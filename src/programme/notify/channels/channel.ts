/**
 * What a channel is: one way of reaching somebody, in one file, held by one
 * conformance test (conformance.test-suite.ts). It turns a notice into what its far end
 * takes, sends it, and says in four words what came of it. It keeps no row,
 * tries nothing again and decides nothing: the courier does.
 */
import type { DeliveryChannel, Language, NoticeLevel } from '#kernel'

/** The channels that send; a person's own page is told without any. */
export type ChannelName = Exclude<DeliveryChannel, 'home'>

/** A notice in the forms that channels take. No form holds a link (docs/decisions/0006). */
export type Message = {
  /** The delivery's id: the same at every attempt, so that a far end that knows it takes no duplicate. */
  readonly key: string
  /** `<id@domain>`, the same at every attempt (RFC 5322 §3.6.4). */
  readonly messageId: string
  readonly language: Language
  readonly level: NoticeLevel
  /** One line. */
  readonly subject: string
  /** The whole letter, plain text. */
  readonly text: string
  /** The level, what to do first and the code; at most 300 characters, so two or three text messages. */
  readonly short: string
  /** Sentences to be read aloud, the code spelled; the last one says which key acknowledges it. */
  readonly spoken: readonly string[]
  /** Eight characters, without the dash. */
  readonly code: string
  readonly decidedAt: Date
  /** Where mail bounces to; only the mail channel heeds it. */
  readonly bounceTo?: string
}

export type Sent =
  /** The far end has it. `reference` is its own name for it, by which it reports later; `arrived` when nothing more will be reported. */
  | { readonly kind: 'taken'; readonly answer: string; readonly reference?: string; readonly arrived?: boolean }
  /** Nobody is there any more: this address is not written to again until it is proven anew. */
  | { readonly kind: 'gone'; readonly answer: string }
  /** This message will not be taken, however often it is tried. */
  | { readonly kind: 'refused'; readonly answer: string }
  /** Not now. `everybody` when the far end takes nothing at all just now, so that the others need not be tried. */
  | { readonly kind: 'later'; readonly answer: string; readonly everybody: boolean; readonly afterMs?: number }

export type Channel = {
  readonly name: ChannelName
  /**
   * How many messages may be on their way at once in a process, and so the most
   * that a killed one leaves in doubt: few where a second copy would be noticed,
   * many where the far end knows the key.
   */
  readonly atOnce: number
  /** Whether the operator has set up what it needs. */
  readonly isSetUp: () => Promise<boolean>
  /** The address as it is kept, from what somebody typed or a browser sent; undefined when it is none. */
  readonly readAddress: (typed: string) => string | undefined
  /** As pages show it: enough to be recognised by its owner. */
  readonly masked: (address: string) => string
  /** Never throws for what the far end does; a defect of ours is thrown. */
  readonly send: (address: string, message: Message) => Promise<Sent>
  readonly close: () => Promise<void>
}

/** An answer as it is kept: one line, no addresses, at most 200 characters. */
export const shortAnswer = (answer: string): string =>
  answer
    .replace(/\s+/g, ' ')
    .replace(/<?[^\s<>@]+@[^\s<>]+>?/g, '<address>')
    .replace(/\+?\d{7,15}/g, '<number>')
    .trim()
    .slice(0, 200)
