/** A moment as a letter says it: `3 May 2026 at 14:05 UTC`. */
import type { Language } from '#kernel'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR', de: 'de-DE' }

export const moment = (at: Date, language: Language): string =>
  `${new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`

/** A day: `3 May 2026`. */
export const dayIn = (at: Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(at)
