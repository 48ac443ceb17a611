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
    'Bei {provider} haben Sie sich mit einer anderen Adresse angemeldet. Wählen Sie dort {address}, oder geben Sie den Code aus unserer Mail ein.',
  'elsewhere.not-vouched':
    '{provider} kann für {address} nicht einstehen, denn dieses Postfach ist nicht dort. Geben Sie den Code aus unserer Mail ein.',
  'refusal.answer-not-awaited':
    'Diese Antwort wurde schon benutzt, oder sie kam nach mehr als zehn Minuten. Nichts hat sich geändert. Beginnen Sie noch einmal.',
  'refusal.another-browser':
    'Diese Anmeldung wurde in einem anderen Browser begonnen, oder von jemand anderem. Hier hat sich nichts geändert. Beginnen Sie noch einmal.',
  'refusal.provider-not-set-up': 'Die Anmeldung dort ist für diese Adresse nicht eingerichtet. Geben Sie den Code aus unserer Mail ein.',
  'refusal.provider-not-reached':
    '{host} ist gerade nicht erreichbar. Nehmen Sie einen anderen Weg, oder versuchen Sie es in einigen Minuten noch einmal.',
  'by-provider.staff': 'Für das Team',
  'by-provider.sign-in': 'Als Teammitglied mit {provider} anmelden',
  'by-provider.away': 'Sie melden sich dort an, und {provider} sagt uns, dass Sie es sind.',
  'by-provider.confirm': 'Mit {provider} bestätigen',
  'by-provider.title': 'Mit {provider} anmelden',
  'by-provider.lede':
    'Verbinden Sie einmal Ihre Anmeldung bei {provider}. Von da an öffnet auch sie Ihr Konto hier. Ihr Passkey tut es weiterhin.',
  'by-provider.bind-says': 'Sie melden sich bei {provider} noch einmal an und kommen hierher zurück.',
  'by-provider.bind': 'Verbinden',
  'by-provider.bound': 'Verbunden {when}',
  'by-provider.unbind-says': 'Wer so als Sie angemeldet ist, wird abgemeldet, vielleicht auch Sie. Nehmen Sie dann Ihren Passkey.',
  'by-provider.unbind': 'Trennen',
  'by-provider.still-there': 'Bei {provider} sind Sie vielleicht noch angemeldet.',
  'by-provider.sign-out': 'Auch bei {provider} abmelden',
  'by-provider.out-lede': 'Hier sind Sie abgemeldet. {provider} fragt, ob Sie auch dort abgemeldet werden sollen.',
  'by-provider.said-no': 'Die Anmeldung bei {provider} wurde nicht beendet. Versuchen Sie es noch einmal, oder nehmen Sie Ihren Passkey.',
  'by-provider.wrong':
    'Die Antwort von {provider} war nicht richtig, darum haben wir ihr nicht geglaubt. Nehmen Sie Ihren Passkey, und sagen Sie es der Leitung, wenn es wieder geschieht.',
  'by-provider.down':
    '{provider} ist gerade nicht erreichbar. Nehmen Sie Ihren Passkey, oder versuchen Sie es in einigen Minuten noch einmal.',
  'by-provider.not-set-up': 'Das Team meldet sich nicht mehr bei einem eigenen Anbieter an. Nehmen Sie Ihren Passkey.',
  'by-provider.time-unknown':
    '{provider} hat nicht gesagt, wann Sie sich dort angemeldet haben, darum gilt es hier nicht. Nehmen Sie Ihren Passkey, und sagen Sie es der Leitung.',
  'by-provider.too-old': 'Ihre Anmeldung bei {provider} ist dafür zu alt. Melden Sie sich dort ab, und versuchen Sie es noch einmal.',
  'by-provider.too-weak':
    'Die Art, wie Sie sich bei {provider} angemeldet haben, ist dafür nicht stark genug. Wählen Sie dort eine stärkere, oder nehmen Sie Ihren Passkey.',
  'by-provider.not-known':
    'Diese Anmeldung bei {provider} ist mit niemandem verbunden, der hier für das Programm arbeitet. Nehmen Sie Ihren Passkey, und verbinden Sie sie dann unter „Sicherheit“.',
  'by-provider.not-free': 'Diese Anmeldung bei {provider} kann nicht mit Ihrem Konto verbunden werden. Fragen Sie die Leitung.',
  'by-provider.bound-already': 'Ihr Konto ist bei {provider} schon verbunden. Für eine andere Anmeldung dort trennen Sie zuerst diese.',
  'by-provider.too-many': 'Zu viele Versuche. Warten Sie 10 Minuten, oder nehmen Sie Ihren Passkey.',
  'by-provider.again': 'Ihre Sitzung hier ist inzwischen zu Ende. Melden Sie sich noch einmal an.',
  'security.provider': 'Anmeldung des Teams',
  'security.provider-says': 'Die Anmeldung, die Ihr Team anderswo benutzt, verbunden mit Ihrem Konto hier.',
  'sessions.by-staff-provider': 'mit der Anmeldung des Teams',
  'done.provider-bound': 'Verbunden. Von jetzt an können Sie sich damit hier anmelden.',
  'done.provider-unbound': 'Getrennt. Damit meldet sich hier niemand mehr an.',
}
