/** Moments as a reader says them: "4 min ago", with the full time and zone beside it. */
import type { Language } from '#kernel'
import { html, type Markup } from './markup.ts'

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es' }

/** `4 minutes ago`, `yesterday`; from 30 days on the date. */
export function ago(language: Language, now: Date, then: Date): string {
  const seconds = Math.round((then.getTime() - now.getTime()) / 1000)
  if (Math.abs(seconds) > 30 * 86_400) return date(language, then)
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto', style: 'short' })
  return unit === 'second' ? format.format(0, 'second') : format.format(Math.trunc(seconds / size), unit)
}

/** `23 November 2026`. */
const date = (language: Language, then: Date): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(then)

/** `23 November 2026 at 01:11 UTC`: the server's people live in many zones, so the zone is said. */
export const full = (language: Language, then: Date): string =>
  `${new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(then)} UTC`

/** `01:11`. */
export const clockTime = (language: Language, then: Date): string =>
  new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'UTC' }).format(then)

/** `4 min ago` as an element that holds the full time. */
export const moment = (language: Language, now: Date, then: Date): Markup =>
  html`<time datetime="${then.toISOString()}" title="${full(language, then)}">${ago(language, now, then)}</time>`
