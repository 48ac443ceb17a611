/** Zu einem Anbieter und zurück: ein Postfach nachweisen, sich anmelden. Auf Deutsch. */
import type { ElsewhereKey } from './elsewhere-en.ts'

export const elsewhereGerman: Readonly<Record<ElsewhereKey, string>> = {
  'elsewhere.or': 'Oder ohne den Code',
  'elsewhere.says': 'Melden Sie sich dort an, wo dieses Postfach ist. Wir erfahren, dass die Adresse Ihnen gehört, und sonst nichts.',
  'elsewhere.at': 'Bei {provider} anmelden',
  'elsewhere.title': 'Weiter zu {provider}',
  'elsewhere.lede': 'Sie melden sich dort an, und {provider} nennt uns Ihre Adresse und sonst nichts.',
  'elsewhere.go': 'Weiter zu {provider}',
  'elsewhere.lost': 'Diese Anmeldung führte zu nichts',
  'elsewhere.said-no':
    'Die Anmeldung bei {provider} wurde nicht beendet, und nichts hat sich geändert. Versuchen Sie es noch einmal, oder geben Sie den Code aus unserer Mail ein.',
  'elsewhere.wrong':
    'Die Antwort von {provider} war nicht richtig, darum haben wir ihr nicht geglaubt. Versuchen Sie es noch einmal, oder geben Sie den Code aus unserer Mail ein.',
  'elsewhere.down':
    '{provider} ist gerade nicht erreichbar. Geben Sie den Code aus unserer Mail ein, oder versuchen Sie es in einigen Minuten noch einmal.',
  'elsewhere.other-account':
    'Bei {provider} haben Sie sich mit einer anderen Adresse als {address} angemeldet. Wählen Sie dort diese, oder geben Sie den Code aus unserer Mail ein.',
  'elsewhere.not-vouched':
    '{provider} kann für {address} nicht einstehen, denn dieses Postfach ist nicht dort. Geben Sie den Code aus unserer Mail ein.',
  'refusal.answer-not-awaited':
    'Diese Antwort wurde schon benutzt, oder sie kam nach mehr als zehn Minuten. Nichts hat sich geändert. Beginnen Sie noch einmal.',
  'refusal.another-browser':
    'Diese Anmeldung wurde in einem anderen Browser begonnen, oder von jemand anderem. Hier hat sich nichts geändert. Beginnen Sie noch einmal.',
  'refusal.provider-not-set-up': 'Die Anmeldung dort ist für diese Adresse nicht eingerichtet. Geben Sie den Code aus unserer Mail ein.',
  'refusal.provider-not-reached':
    '{host} ist gerade nicht erreichbar. Nehmen Sie einen anderen Weg, oder versuchen Sie es in einigen Minuten noch einmal.',
}
