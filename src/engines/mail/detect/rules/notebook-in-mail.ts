/** A OneNote file with something to start behind its picture. */
import { advice } from '../advice.ts'
import { startingPart } from '../programs.ts'
import { fact, quote, type Rule, sum } from '../rule.ts'

export const notebookInMail: Rule = {
  id: 'mail.notebook-in-mail',
  severity: 'high',
  attack: ['T1566.001', 'T1204.002'],
  title: {
    en: 'A mail brings a notebook with a program in it',
    es: 'Un correo trae un cuaderno con un programa dentro',
  },
  tells: {
    en: 'The attachment {file} is a notebook that hides {what}.',
    es: 'El adjunto {file} es un cuaderno que esconde {what}.',
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
          facts: { file: fact(file.name), what: fact(starts ?? 'files') },
          evidence: [quote('attachment', file.name), quote('inside', starts ?? file.kind)],
          points,
        }
  },
  examples: { fires: 'files/hostile/onenote-script', quiet: 'files/honest/notebook-colleague' },
}
