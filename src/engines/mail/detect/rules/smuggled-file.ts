/** A page that builds a file on the reader's own machine, out of text that no filter takes for a file. */
import { advice } from '../advice.ts'
import { fileFact, quote, type Rule, sum } from '../rule.ts'

export const smuggledFile: Rule = {
  id: 'mail.smuggled-file',
  severity: 'critical',
  attack: ['T1027.006', 'T1566.001'],
  title: {
    en: 'A page in a mail builds a file on your computer',
    es: 'Una página de un correo crea un archivo en su ordenador',
    fr: 'Une page dans un courriel fabrique un fichier sur votre ordinateur',
    de: 'Eine Seite in einer E-Mail baut eine Datei auf Ihrem Rechner',
  },
  tells: {
    en: 'The attachment {file} is a page that builds a file on your computer, so that no filter sees it.',
    es: 'El adjunto {file} es una página que crea un archivo en su ordenador para que ningún filtro lo vea.',
    fr: 'La pièce jointe {file} est une page qui fabrique un fichier sur votre ordinateur pour qu’aucun filtre ne le voie.',
    de: 'Der Anhang {file} ist eine Seite, die auf Ihrem Rechner eine Datei baut, damit kein Filter sie sieht.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    for (const file of mail.message.attachments) {
      const built = file.reading?.marks.find((mark) => mark.what === 'builds-file')
      if (
        built === undefined ||
        (file.kind !== 'page' &&
          file.kind !== 'drawing' &&
          !file.reading?.parts.some((part) => part.kind === 'page' || part.kind === 'drawing'))
      )
        continue
      const grave = /^(?:archive|disk image|program|script|shortcut|document|notebook)/.test(built.quote)
      const familiar = mail.relation === 'own' || mail.relation === 'known' || mail.throughList
      const points = sum([grave, 110], [!grave && !familiar, 70], [file.kind === 'drawing', 30])
      if (points === 0) continue
      const name = built.quote.replace(/^(?:archive|disk image|program|script|shortcut|document|notebook|paper|web page)\b\s*/, '')
      return {
        facts: { file: fileFact(file.name) },
        evidence: [quote('attachment', file.name), ...(name === '' ? [] : [quote('inside', name)])],
        points,
      }
    }
    return undefined
  },
  examples: { fires: 'files/hostile/svg-smuggles-zip', quiet: 'honest/html-report' },
}
