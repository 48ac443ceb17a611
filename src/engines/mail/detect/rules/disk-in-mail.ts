/** A disk in a file: what lies on it comes without the warning that downloads carry. */
import { isDisk } from '../../files/kind.ts'
import { advice } from '../advice.ts'
import { startingPart } from '../programs.ts'
import { fileFact, quote, type Rule, sum } from '../rule.ts'

export const diskInMail: Rule = {
  id: 'mail.disk-in-mail',
  severity: 'high',
  attack: ['T1566.001', 'T1553.005'],
  title: {
    en: 'A mail brings a whole disk as an attachment',
    es: 'Un correo trae un disco entero como adjunto',
    fr: 'Un courriel apporte un disque entier en pièce jointe',
    de: 'Eine E-Mail bringt einen ganzen Datenträger als Anhang',
  },
  tells: {
    en: 'The attachment {file} is the image of a disk. Files on it are opened without the usual warning.',
    es: 'El adjunto {file} es la imagen de un disco. Lo que contiene se abre sin el aviso habitual.',
    fr: 'La pièce jointe {file} est l’image d’un disque. Ses fichiers s’ouvrent sans l’avertissement habituel.',
    de: 'Der Anhang {file} ist das Abbild eines Datenträgers. Dateien darauf öffnen sich ohne die übliche Warnung.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    const file = mail.message.attachments.find((one) => isDisk(one.kind) || one.reading?.parts.some((part) => isDisk(part.kind)))
    if (file === undefined) return undefined
    const starts = startingPart(file)
    const familiar = mail.relation === 'own' || mail.relation === 'known'
    return {
      facts: { file: fileFact(file.name) },
      evidence: [quote('attachment', file.name), ...(starts === undefined ? [] : [quote('inside', starts)])],
      points: sum([familiar, 30], [!familiar, 85], [starts !== undefined, 50]),
    }
  },
  examples: { fires: 'files/hostile/iso-scan', quiet: 'files/honest/zip-photos' },
}
