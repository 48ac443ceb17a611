/** A paper with a program in it: macros, fields that start programs, objects made to break the reader. */
import { advice } from '../advice.ts'
import { fact, fileFact, quote, type Rule, sum } from '../rule.ts'

export const macroInDocument: Rule = {
  id: 'mail.macro-in-document',
  severity: 'high',
  attack: ['T1566.001', 'T1204.002', 'T1059.005'],
  title: {
    en: 'A document in a mail carries a program',
    es: 'Un documento de un correo lleva un programa dentro',
    fr: 'Un document dans un courriel contient un programme',
    de: 'Ein Dokument in einer E-Mail enthält ein Programm',
  },
  tells: {
    en: 'The document {file} carries a small program ({what}) that could run when you open it.',
    es: 'El documento {file} lleva dentro un pequeño programa ({what}) que podría ponerse en marcha al abrirlo.',
    fr: 'Le document {file} contient un petit programme ({what}) qui pourrait démarrer à l’ouverture.',
    de: 'Das Dokument {file} enthält ein kleines Programm ({what}), das beim Öffnen starten könnte.',
  },
  advises: advice.doNotOpen,
  terms: {
    what: [
      { en: 'Excel 4 macro sheet', es: 'hoja de macros de Excel 4', fr: 'feuille de macros Excel 4', de: 'Excel-4-Makroblatt' },
      { en: 'Equation object', es: 'objeto de ecuación', fr: 'objet d’équation', de: 'Formelobjekt' },
      { en: 'packed file', es: 'archivo empaquetado', fr: 'fichier emballé', de: 'eingepackte Datei' },
    ],
  },
  clearable: false,
  look: (mail) => {
    for (const file of mail.message.attachments) {
      const marks = file.reading?.marks ?? []
      const telling =
        marks.find((mark) => mark.what === 'exploit') ??
        marks.find((mark) => mark.what === 'dde') ??
        marks.find((mark) => mark.what === 'macro')
      if (telling === undefined) continue
      const starts = marks.find((mark) => mark.what === 'starts-itself')
      const reaches = marks.find((mark) => mark.what === 'command')
      const familiar = mail.relation === 'own' || mail.relation === 'known'
      const lists = mail.throughList
      const macro = telling.what === 'macro'
      const points = sum(
        [telling.what === 'exploit', 120],
        [telling.what === 'dde', 110],
        [macro && !familiar && !lists, 50],
        [macro && starts !== undefined, familiar ? 20 : 35],
        [macro && reaches !== undefined, familiar ? 25 : 45],
        [macro && starts !== undefined && reaches !== undefined && familiar, 40],
      )
      if (points < 20) continue
      return {
        facts: { file: fileFact(file.name), what: fact(starts?.quote ?? telling.quote) },
        evidence: [
          quote('attachment', file.name),
          ...[telling, starts, reaches].flatMap((mark) => (mark === undefined ? [] : [quote('inside', mark.quote)])),
        ],
        points,
      }
    }
    return undefined
  },
  examples: { fires: 'files/hostile/docm-opens-itself', quiet: 'files/honest/docx-minutes' },
}
