/** A sentence in every language. */
import type { Language } from '#kernel'

export type Wording = Readonly<Record<Language, string>>
