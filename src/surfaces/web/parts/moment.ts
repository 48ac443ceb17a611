/** Moments as a reader says them: "4 min ago", with the full time and zone beside it. */
import type { Language } from '#kernel'
import { html, type Markup } from './markup.ts'

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', fr: 'fr', de: 'de' }
const justNow: Readonly<Record<Language, string>> = { en: 'just now', es: 'ahora mismo', fr: 'à l’instant', de: 'gerade eben' }

/** `4 minutes ago`, `yesterday`; from 30 days on the date. */
export function ago(language: Language, now: Date, then: Date): string {
  const seconds = Math.round((then.getTime() - now.getTime()) / 1000)
  if (Math.abs(seconds) > 30 * 86_400) return date(language, then)
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  if (unit === 'second') return justNow[language]
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto', style: 'short' }).format(Math.trunc(seconds / size), unit)
}

/** `23 November 2026`. */
const date = (language: Language, then: Date): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(then)

/** `23 November 2026 at 01:11 UTC`: the server's people live in many zones, so the zone is said. */
export const full = (language: Language, then: Date): string =>
  `${new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(then)} UTC`

/** A day as it is kept, `2026-11-23`, as it is read: `23 November 2026`. */
export const longDay = (language: Language, day: string): string => date(language, new Date(`${day}T00:00:00Z`))

/** `23 Nov`. */
export const dayOf = (language: Language, then: Date): string =>
  new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(then)

/** `23 Nov, 01:11:05 UTC`: for a log, where the order within a minute counts. */
export const stamp = (language: Language, then: Date): string =>
  `${dayOf(language, then)}, ${new Intl.DateTimeFormat(locales[language], { timeStyle: 'medium', timeZone: 'UTC' }).format(then)} UTC`

/** `01:11` as an element that holds the full time and its zone. */
export const clockTime = (language: Language, then: Date): Markup =>
  html`<time datetime="${then.toISOString()}" title="${full(language, then)}">${new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'UTC' }).format(then)}</time>`

/** `4 min ago` as an element that holds the full time. */
export const moment = (language: Language, now: Date, then: Date): Markup =>
  html`<time datetime="${then.toISOString()}" title="${full(language, then)}">${ago(language, now, then)}</time>`
