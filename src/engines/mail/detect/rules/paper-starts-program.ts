/** A PDF that starts another program, or carries one inside. */
import { advice } from '../advice.ts'
import { startingPart } from '../programs.ts'
import { fact, quote, type Rule, sum } from '../rule.ts'

export const paperStartsProgram: Rule = {
  id: 'mail.paper-starts-program',
  severity: 'critical',
  attack: ['T1566.001', 'T1204.002'],
  title: {
    en: 'A paper in a mail starts a program',
    es: 'El documento de un correo pone en marcha un programa',
  },
  tells: {
    en: 'The paper {file} would start something else ({what}) when you open it.',
    es: 'El documento {file} pondría en marcha otra cosa ({what}) al abrirlo.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    for (const file of mail.message.attachments) {
      const launch = file.reading?.marks.find((mark) => mark.what === 'launch')?.quote
      const packed = /^(?:pdf|office|old-office|rtf)$/.test(file.kind) ? startingPart(file) : undefined
      if (launch === undefined && packed === undefined) continue
      return {
        facts: { file: fact(file.name), what: fact(packed ?? 'a command') },
        evidence: [quote('attachment', file.name), quote('inside', packed ?? launch ?? '')],
        points: sum([launch !== undefined, 95], [packed !== undefined, 95]),
      }
    }
    return undefined
  },
  examples: { fires: 'files/hostile/pdf-launch', quiet: 'files/honest/pdf-invoice-own-portal' },
}
