/** What can be seen of a personal account, in German. Read aloud before it changes. */
import type { ProvidersKey } from './providers-en.ts'

export const providersGerman: Readonly<Record<ProvidersKey, string>> = {
  'sight.link': 'Was wir hier sehen können',
  'sight.link-says': 'Und was nur Sie sehen können.',
  'sight.title': 'Was wir von {address} sehen können',
  'sight.lede':
    '{provider} zeigt sein Anmeldeprotokoll nur Ihnen. Deshalb sehen wir nicht, wer sich hier anmeldet, und kein anderes Programm kann es.',
  'sight.lede-unsure':
    'Wir kennen keinen Weg, das Anmeldeprotokoll von {provider} zu lesen. Deshalb sehen wir nicht, wer sich hier anmeldet.',
  'sight.ways': 'Was ein wenig mehr zeigt',
  'sight.mail': 'Wir lesen neue E-Mails',
  'sight.mail-says':
    'Zeigt feindliche E-Mails, die ankommen. Zeigt keine Anmeldung und keine geänderte Einstellung. Nur wenn Sie es wollen.',
  'sight.mail-on': 'Das tun wir schon.',
  'sight.self': 'Sie sehen selbst nach',
  'sight.self-says': 'Bei {provider} können nur Sie sehen, wo Sie angemeldet sind, wohin E-Mails weitergehen und welche Apps sie lesen.',
  'sight.yours':
    'Diese Seite ist nur für Sie. Ihre Organisation erfährt von uns nicht, dass es dieses Konto gibt, außer Sie haben es erlaubt.',
}
