/** A program, or something that starts one, as an attachment. */
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { programBy, startingPart } from '../programs.ts'
import { fileFact, quote, type Rule, sum } from '../rule.ts'

const starts =
  /\.(exe|scr|pif|com|bat|cmd|vbs|vbe|jse|wsf|wsh|hta|lnk|iso|img|vhdx?|msi|msix|appx|one|cpl|reg|chm|url|ps1|application|gadget|jnlp|library-ms|search-ms|settingcontent-ms|wsc|apk|dmg|pkg|ace|js|jar|py|sh)$/i
const doubled = /\.(pdf|docx?|xlsx?|jpe?g|png|txt)\s*\.(exe|scr|js|vbs|html?|lnk|bat|cmd|com|pif|jar)$/i

export const programInAttachment: Rule = {
  id: 'mail.program-in-attachment',
  severity: 'critical',
  attack: ['T1566.001', 'T1204.002'],
  title: {
    en: 'A mail brings a program as an attachment',
    es: 'Un correo trae un programa como adjunto',
    fr: 'Un courriel apporte un programme en pièce jointe',
    de: 'Eine E-Mail bringt ein Programm als Anhang',
  },
  tells: {
    en: 'The attachment {file} would start a program on your computer.',
    es: 'El adjunto {file} pondría en marcha un programa en su ordenador.',
    fr: 'La pièce jointe {file} lancerait un programme sur votre ordinateur.',
    de: 'Der Anhang {file} würde auf Ihrem Computer ein Programm starten.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    // A colleague's notebook with nothing to start in it is a notebook.
    const plain = mail.message.attachments.filter(
      (one) => one.kind === 'notebook' && (mail.relation === 'own' || mail.relation === 'known') && startingPart(one) === undefined,
    )
    const names = mail.message.attachments.filter((one) => !plain.includes(one)).flatMap((one) => [one.name, ...one.inside])
    const program =
      names.find((name) => starts.test(name) && !/\.(js|py|sh|jar)$/i.test(name)) ??
      names.find((name) => doubled.test(name)) ??
      mail.message.attachments.map(programBy).find((name) => name !== undefined)
    const script = names.find((name) => /\.(js|jar|sh|ps1)$/i.test(name))
    const macro = names.find((name) => /\.(docm|xlsm|pptm|xlsb|dotm|xlam)$/i.test(name))
    const file = program ?? script ?? macro
    if (file === undefined) return undefined
    const developers = mail.throughList || mail.message.hasThread || mail.relation === 'own'
    const lure = firstSaid(mail, 'payment', 'document', 'urgency', 'charge', 'parcel') !== undefined
    const enables =
      said(mail.words, /\b(?:enable|allow|habilit\w+|activ\w+)\b[^.\n]{0,20}\b(?:content|editing|macros?|contenido|edicion)\b/) !==
      undefined
    return {
      facts: { file: fileFact(file) },
      evidence: [quote('attachment', file)],
      points: sum(
        [program !== undefined, 110],
        [program === undefined && !developers, 50],
        [program === undefined && lure && !developers, 55],
        [macro !== undefined && enables, 60],
      ),
    }
  },
  examples: { fires: 'hostile/program', quiet: 'honest/vendor-zip' },
}
