/** Time in an organisation, its season, and leaving, in German. Read aloud before it changes. */
import type { seasonEnglish } from './season-en.ts'

export const seasonGerman: Readonly<Record<keyof typeof seasonEnglish, string>> = {
  'time.kind': 'Gehört dazu als',
  'time.staff': 'Mitarbeit',
  'time.volunteer': 'Ehrenamt',
  'time.vendor': 'Dienstleister',
  'time.family': 'Familie',
  'time.ends': 'Letzter Tag (bei Ehrenamt und Dienstleistern nötig)',
  'time.until': '{kind}, bis {day}',
  'time.change': 'Zeit',
  'time.change-named': 'Zeit von {name}',
  'time.title': 'Wie lange gehört {name} dazu?',
  'time.lede':
    'Nach dem letzten Tag endet die Teilnahme von selbst. Eine Woche vorher und am Ende schreiben wir der Person. Was ihr selbst gehört, bleibt ihr.',
  'time.keep': 'Behalten',
  'left.title': 'Wer in den letzten 30 Tagen ging',
  'left.lede':
    'Sie können sie zurückholen. Die dienstliche Adresse ist gleich wieder da; das Lesen der Post erlauben sie selbst noch einmal.',
  'left.none': 'In den letzten 30 Tagen ging niemand.',
  'left.due': 'Der letzte Tag war vorbei',
  'left.removed': 'Von der Verwaltung entfernt',
  'left.undo-until': 'Zurückholen geht bis {when}',
  'left.back': 'Zurückholen',
  'left.back-named': 'Zurückholen: {name}',
  'left.ends': 'Neuer letzter Tag',
  'done.time-kept': 'Die Zeit ist gespeichert.',
  'done.taken-back': 'Die Person gehört wieder zur Organisation.',
  'refusal.end-date-missing': 'Ehrenamt und Dienstleister sind auf Zeit da: Wählen Sie den letzten Tag.',
  'refusal.end-date-not-valid': 'Der letzte Tag ist ein Datum ab heute, in höchstens vier Jahren, etwa 2026-11-03.',
  'import.kind': 'Zeile {row}: Jemand ist Mitarbeit, freiwillig, Dienstleister oder Familie, nicht „{quote}“',
  'import.ends': 'Zeile {row}: Der letzte Tag ist ein Datum ab heute, etwa 2026-11-03, nicht „{quote}“',
  'import.ends-missing': 'Zeile {row}: „{quote}“ braucht einen letzten Tag, wie Ehrenamt und Dienstleister',
}
