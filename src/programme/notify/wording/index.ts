/** The catalogues by language. */
import type { Language } from '#kernel'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Wording } from './wording.ts'

export const wordings: Readonly<Record<Language, Wording>> = { en, es, fr, de }
