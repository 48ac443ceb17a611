/** The page where an organisation's circle is kept, in German. Read aloud before it changes. */
import type { circleEnglish } from './circle-en.ts'

export const circleGerman: Readonly<Record<keyof typeof circleEnglish, string>> = {
  'circle.title': 'Namen, die geschützt werden',
  'circle.lede':
    'E-Mails, die sich als diese Menschen und Häuser ausgeben, werden erkannt: am Namen, an der Adresse und an nachgeahmten Domains.',
  'circle.one-a-line': 'Einer je Zeile.',
  'circle.leaders': 'Leitung und andere bekannte Menschen',
  'circle.leaders-hint':
    'Menschen ohne Postfach hier, deren Name Gewicht hat. Name (Amt): ihre Adressen, z. B. Elena Brandt (Kandidatin): elena@brandt.example. Die eigenen Leute sind schon bekannt.',
  'circle.vendors': 'Lieferanten',
  'circle.vendors-hint': 'Wer Ihnen Rechnungen und Dateien schickt. Name: Domains, z. B. Print House: printhouse.example.',
  'circle.brands': 'Andere Namen',
  'circle.brands-hint':
    'Kampagnen, Spendenplattformen, Ämter, mit denen Sie zu tun haben. Ein Name, den jeder kennt, braucht keine Domain.',
  'circle.country': 'Land (zwei Buchstaben, darf leer bleiben)',
  'circle.country-hint': 'Bestimmt, welche Behörden nahe sind: US, GB, DE, ES …',
  'circle.keep': 'Diese Namen behalten',
  'circle.carry': 'Mitnehmen und mitbringen',
  'circle.carry-says':
    'Die Datei org.json enthält alles, mit Ihren Leuten und deren dienstlichen Adressen. Sie kann einem anderen Programm gegeben werden, oder der Prüfung von E-Mails in Dateien.',
  'circle.export': 'org.json speichern',
  'circle.import': 'Eine org.json einfügen',
  'circle.import-hint':
    'Ihre Namen kommen zu denen oben; ein Name, der schon da ist, übernimmt die neuen Domains. Menschen der Datei, die hier niemand sind, kommen zur Leitung.',
  'circle.import-button': 'Ihre Namen hinzufügen',
  'circle.back': 'Zurück zur Organisation',
  'done.circle-kept': 'Die Namen sind gespeichert. E-Mails, die von jetzt an eintreffen, werden danach beurteilt.',
  'done.circle-imported': 'Die Namen der Datei sind hinzugefügt.',
  'refusal.country-not-valid': 'Ein Land sind zwei Buchstaben, etwa US, GB, DE oder ES. Das Feld darf leer bleiben.',
  'refusal.circle-too-long':
    'Eine Liste fasst 500 Namen; jeder braucht einen Namen von höchstens 200 Buchstaben und höchstens 50 Domains oder Adressen.',
  'refusal.unreadable-organisation': 'Diese org.json lässt sich nicht lesen. Sehen Sie an dieser Stelle nach: {place}',
}
