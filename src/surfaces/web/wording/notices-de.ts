/** Was aus Meldungen wurde. */
import type { noticesEnglish } from './notices-en.ts'

export const noticesGerman: Readonly<Record<keyof typeof noticesEnglish, string>> = {
  'funnel.title': 'Was aus Meldungen wird',
  'funnel.notices': '{count} Meldungen',
  'funnel.step': 'Schritt',
  'funnel.people': 'Personen',
  'funnel.share': 'Anteil',
  'funnel.median': 'Die Hälfte binnen',
  'funnel.told': 'Benachrichtigt',
  'funnel.seen': 'Gesehen',
  'funnel.verified': 'Als echt geprüft',
  'funnel.understood': 'Bestätigt',
  'funnel.acted': 'Alles erledigt',
  'published.title': 'Was wir gemeldet haben',
  'published.lede':
    'Wie viele Meldungen wir Monat für Monat verschickt haben, und wie weit die Leute damit kamen. Für alle Parteien gleich, und keine Zahl verrät eine Person.',
  'published.months': 'Meldungen nach Monat',
  'published.month': 'Monat',
  'published.mistaken': 'Wir lagen falsch',
  'published.none': 'Noch ist kein ganzer Monat vorbei. Der erste steht dann hier.',
  'published.few': 'Zahlen unter fünf zeigen wir nicht, damit sie niemanden verraten.',
  'published.fewer': 'weniger als 5',
  'notice.proof': 'Nachweis, dass Sie benachrichtigt wurden',
}
