/** A name that reads one way on the screen and is another: letters turned round by an invisible mark. */
import { advice } from '../advice.ts'
import { fact, quote, type Rule } from '../rule.ts'

/** RIGHT-TO-LEFT OVERRIDE and its kin; they force an order on letters that have their own. */
const turned = /[\u202d\u202e]/
const marks = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g
const latin = /[a-z]{2,}/i

/** As the screen shows it: what follows the mark, back to front. */
function asShown(text: string): string {
  const at = text.search(/\u202e/)
  if (at < 0) return text.replace(marks, '')
  const end = text.slice(at).search(/[\u202c\u2069]/)
  const stop = end < 0 ? text.length : at + end
  return (text.slice(0, at) + [...text.slice(at + 1, stop)].reverse().join('') + text.slice(stop)).replace(marks, '')
}

export const nameBackwards: Rule = {
  id: 'mail.name-backwards',
  severity: 'high',
  attack: ['T1036.002'],
  title: {
    en: 'A name in a mail is written backwards',
    es: 'Un nombre en un correo está escrito al revés',
    fr: 'Un nom dans un courriel est écrit à l’envers',
    de: 'Ein Name in einer E-Mail ist rückwärts geschrieben',
  },
  tells: {
    en: 'It shows the name “{shown}”, but the name really is “{real}”: an invisible mark turns the letters round.',
    es: 'Muestra el nombre «{shown}», pero en realidad es «{real}»: una marca invisible da la vuelta a las letras.',
    fr: 'Il affiche le nom « {shown} », mais le nom est en réalité « {real} » : une marque invisible retourne les lettres.',
    de: 'Angezeigt wird der Name „{shown}“, in Wahrheit lautet er „{real}“: Ein unsichtbares Zeichen dreht die Buchstaben um.',
  },
  advises: advice.doNotOpen,
  clearable: false,
  look: (mail) => {
    const { from, subject, attachments } = mail.message
    const file = attachments.find(({ name }) => turned.test(name) && latin.test(name))?.name
    const head = [from.name, subject].find((one) => turned.test(one) && latin.test(one))
    const found = file ?? head
    if (found === undefined) return undefined
    const real = found.replace(marks, '')
    return {
      facts: { shown: fact(asShown(found)), real: fact(real) },
      evidence: [quote(file === undefined ? 'From and Subject' : 'attachment', real)],
      points: file === undefined ? 70 : 110,
    }
  },
  examples: { fires: 'hostile/links-backwards-file', quiet: 'honest/links-arabic-name' },
}
