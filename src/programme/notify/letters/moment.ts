/** A moment as a letter says it: `3 May 2026 at 14:05 UTC`. */
import type { Language } from '#kernel'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR', de: 'de-DE' }

type Formats = { readonly moment: Intl.DateTimeFormat; readonly day: Intl.DateTimeFormat }
const made = new Map<Language, Formats>()

/** Made once: making one takes longer than writing a whole letter. */
function formatsIn(language: Language): Formats {
  const found = made.get(language)
  if (found !== undefined) return found
  const formats = {
    moment: new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
    day: new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }),
  }
  made.set(language, formats)
  return formats
}

export const moment = (at: Date, language: Language): string => `${formatsIn(language).moment.format(at)} UTC`

/** A day: `3 May 2026`. */
export const dayIn = (at: Date, language: Language): string => formatsIn(language).day.format(at)
