/** A OneNote file with something to start behind its picture. */
import { advice } from '../advice.ts'
import { startingPart } from '../programs.ts'
import { fileFact, quote, type Rule, sum } from '../rule.ts'

export const notebookInMail: Rule = {
  id: 'mail.notebook-in-mail',
  severity: 'high',
  attack: ['T1566.001', 'T1204.002'],
  title: {
    en: 'A mail brings a notebook with files hidden in it',
    es: 'Un correo trae un cuaderno con archivos escondidos',
    fr: 'Un courriel apporte un carnet qui cache des fichiers',
    de: 'Eine E-Mail bringt ein Notizbuch mit versteckten Dateien',
  },
  tells: {
    en: 'The attachment {file} is a OneNote notebook from a stranger. Such notebooks hide programs behind a button.',
    es: 'El adjunto {file} es un cuaderno de OneNote de un desconocido. Esos cuadernos esconden programas tras un botón.',
    fr: 'La pièce jointe {file} est un carnet OneNote envoyé par un inconnu. De tels carnets cachent des programmes derrière un bouton.',
    de: 'Der Anhang {file} ist ein OneNote-Notizbuch von Fremden. Solche Notizbücher verstecken Programme hinter einer Schaltfläche.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    const file = mail.message.attachments.find(
      (one) => one.kind === 'notebook' || one.reading?.parts.some((part) => part.kind === 'notebook'),
    )
    if (file === undefined) return undefined
    const starts = startingPart(file)
    const familiar = mail.relation === 'own' || mail.relation === 'known'
    const points = sum([!familiar, 45], [starts !== undefined, 90])
    return points === 0
      ? undefined
      : {
          facts: { file: fileFact(file.name) },
          evidence: [quote('attachment', file.name), ...(starts === undefined ? [] : [quote('inside', starts)])],
          points,
        }
  },
  examples: { fires: 'files/hostile/onenote-script', quiet: 'files/honest/notebook-colleague' },
}
