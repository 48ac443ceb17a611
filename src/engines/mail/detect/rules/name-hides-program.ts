/** A file that is called a paper or a picture and is a program. */
import { advice } from '../advice.ts'
import { disguised, disguises } from '../programs.ts'
import { fact, quote, type Rule } from '../rule.ts'

export const nameHidesProgram: Rule = {
  id: 'mail.name-hides-program',
  severity: 'critical',
  attack: ['T1036.008', 'T1566.001'],
  title: {
    en: 'A file in a mail is not what its name says',
    es: 'Un archivo de un correo no es lo que dice su nombre',
    fr: 'Un fichier dans un courriel n’est pas ce que dit son nom',
    de: 'Eine Datei in einer E-Mail ist nicht, was ihr Name sagt',
  },
  tells: {
    en: 'The file {file} is called a paper or a picture, but it is {what}.',
    es: 'El archivo {file} se hace llamar documento o imagen, pero es {what}.',
    fr: 'Le fichier {file} porte le nom d’un document ou d’une image, mais c’est {what}.',
    de: 'Die Datei {file} heißt wie ein Dokument oder Bild, ist aber {what}.',
  },
  advises: advice.doNotOpen,
  terms: { what: disguises },
  clearable: false,
  look: (mail) => {
    for (const attachment of mail.message.attachments) {
      const found = disguised(attachment)
      if (found !== undefined)
        return {
          facts: { file: fact(found.name), what: found.what },
          evidence: [quote('attachment', found.name)],
          points: found.points,
        }
    }
    return undefined
  },
  examples: { fires: 'files/hostile/program-called-pdf', quiet: 'files/honest/jpeg-called-png' },
}
