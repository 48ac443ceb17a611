/** Trouble of three kinds, told apart by what the caller may do about it. */

/**
 * `refusal`: the request cannot be granted; show the person the text.
 * `setback`: the outside world is late or broken; try again later.
 * `defect`: we are wrong; stop and keep the evidence.
 */
export type TroubleKind = 'refusal' | 'setback' | 'defect'

export class Trouble extends Error {
  readonly kind: TroubleKind
  /** Stable and short, for catalogues and tests: `wrong-password`. */
  readonly code: string
  /** Fills the blanks of a catalogue's sentence. */
  readonly facts: Readonly<Record<string, string>>

  constructor(kind: TroubleKind, code: string, message: string, options: { cause?: unknown; facts?: Record<string, string> } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'Trouble'
    this.kind = kind
    this.code = code
    this.facts = options.facts ?? {}
  }
}

type More = { cause?: unknown; facts?: Record<string, string> }

/** The request cannot be granted: `message` is a clear sentence for the person at the screen. */
export const refusal = (code: string, message: string, more: More = {}): Trouble => new Trouble('refusal', code, message, more)

/** The outside world is late or broken: `message` says what was being done, with the thing's name. */
export const setback = (code: string, message: string, more: More = {}): Trouble => new Trouble('setback', code, message, more)

/** We are wrong. */
export const defect = (code: string, message: string, more: More = {}): Trouble => new Trouble('defect', code, message, more)

export const isTrouble = (thing: unknown, kind?: TroubleKind): thing is Trouble =>
  thing instanceof Trouble && (kind === undefined || thing.kind === kind)

/** The one line that a log or a screen can show of anything thrown. */
export const sentenceOf = (thing: unknown): string => (thing instanceof Error ? thing.message : String(thing))
