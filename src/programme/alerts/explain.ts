/** How findings become words: one set of functions over the catalogues of all engines, plugged in by app/wire.ts. */
import type { Finding, Language } from '#kernel'

export type Explain = {
  readonly titleOf: (findingId: string, language: Language) => string
  readonly sayIn: (language: Language, finding: Finding) => string
  /** The one thing to do, from the gravest reason that names one; empty when none does. */
  readonly adviceOf: (language: Language, reasons: readonly Finding[]) => string
  /** What was looked at and found in order, by its id; undefined for an id that is gone. */
  readonly checkIn: (language: Language, id: string) => string | undefined
  /** The label before a quotation: `link`, `Objet`. */
  readonly whereIn: (language: Language, where: string) => string
}
