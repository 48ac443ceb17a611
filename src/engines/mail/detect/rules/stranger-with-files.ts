/** A paper from nobody, in a hurry. */
import { advice } from '../advice.ts'
import { holdsOnlyPapers } from '../inside-archive.ts'
import { firstSaid } from '../mail.ts'
import { fact, quote, quoteWords, type Rule, sum } from '../rule.ts'

export const strangerWithFiles: Rule = {
  id: 'mail.stranger-with-files',
  severity: 'medium',
  attack: ['T1566.001'],
  title: {
    en: 'A stranger sends a file in a hurry',
    es: 'Un desconocido envía un archivo con prisa',
    fr: 'Une personne inconnue envoie un fichier avec hâte',
    de: 'Jemand Unbekanntes schickt eilig eine Datei',
  },
  tells: {
    en: 'A stranger presses you (“{ask}”) to open {file}.',
    es: 'Un desconocido le mete prisa («{ask}») para abrir {file}.',
    fr: 'Une personne inconnue vous presse (« {ask} ») d’ouvrir {file}.',
    de: 'Jemand, den Sie nicht kennen, drängt Sie („{ask}“), {file} zu öffnen.',
  },
  advises: advice.doNotOpen,
  clearable: true,
  look: (mail) => {
    const file = mail.files.find((one) => /\.(zip|rar|7z|docm?|xlsm?|xls|doc|rtf|one|pdf|html?|gz|tar|img)$/i.test(one.name))
    if (
      file === undefined ||
      mail.relation !== 'stranger' ||
      mail.throughList ||
      mail.message.hasThread ||
      mail.wants('unsubscribe') !== undefined
    )
      return undefined
    const ask = firstSaid(mail, 'urgency', 'threat')
    const risky = /\.(zip|rar|7z|docm|xlsm|xls|doc|rtf|one|html?|gz|img)$/i.test(file.name) && !holdsOnlyPapers(file)
    const odd = mail.shadyDomain || mail.borrowedOffice || mail.freeMail
    if (ask === undefined) return undefined
    return {
      facts: { ask: fact(ask), file: fact(file.name) },
      evidence: [quoteWords(ask), quote('attachment', file.name)],
      points: sum([true, 15], [risky, 30], [odd, 25]),
    }
  },
  examples: { fires: 'hostile/fake-answer', quiet: 'honest/vendor-quote' },
}
