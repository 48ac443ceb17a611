/** A PDF that starts another program, or carries one inside. */
import { advice } from '../advice.ts'
import { startingPart } from '../programs.ts'
import { fileFact, quote, type Rule, sum } from '../rule.ts'

export const paperStartsProgram: Rule = {
  id: 'mail.paper-starts-program',
  severity: 'critical',
  attack: ['T1566.001', 'T1204.002'],
  title: {
    en: 'A paper in a mail starts a program',
    es: 'El documento de un correo pone en marcha un programa',
    fr: 'Un document dans un courriel lance un programme',
    de: 'Ein Dokument in einer E-Mail startet ein Programm',
  },
  tells: {
    en: 'The paper {file} is made to start a program when you open it.',
    es: 'El documento {file} está hecho para poner en marcha un programa al abrirlo.',
    fr: 'Le document {file} est fait pour lancer un programme à l’ouverture.',
    de: 'Das Dokument {file} ist so gemacht, dass es beim Öffnen ein Programm startet.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    for (const file of mail.message.attachments) {
      const launch = file.reading?.marks.find((mark) => mark.what === 'launch')?.quote
      const packed = /^(?:pdf|office|old-office|rtf)$/.test(file.kind) ? startingPart(file) : undefined
      if (launch === undefined && packed === undefined) continue
      return {
        facts: { file: fileFact(file.name) },
        evidence: [quote('attachment', file.name), quote('inside', packed ?? launch ?? '')],
        points: sum([launch !== undefined, 95], [packed !== undefined, 95]),
      }
    }
    return undefined
  },
  examples: { fires: 'files/hostile/pdf-launch', quiet: 'files/honest/pdf-invoice-own-portal' },
}
