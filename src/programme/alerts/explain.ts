/** How findings become words: one set of functions over the catalogues of all engines, plugged in by app/wire.ts. */
import type { Finding, Language } from '#kernel'

export type Explain = {
  readonly titleOf: (findingId: string, language: Language) => string
  readonly sayIn: (language: Language, finding: Finding) => string
  readonly adviseIn: (language: Language, finding: Finding) => string
  /** The label before a quotation: `link`, `Objet`. */
  readonly whereIn: (language: Language, where: string) => string
}
