/** No trick with a name, but sender, links and make together are those of a lure. What was weighed stands in `model/structure.ts`. */
import { advice } from '../advice.ts'
import { luringLink } from '../mail.ts'
import { structure } from '../model/structure.ts'
import { fact, quote, quoteFrom, quoteLink, type Rule } from '../rule.ts'

/** From so many points on the make alone is worth telling. */
const worthTelling = 50

export const oddMake: Rule = {
  id: 'mail.odd-make',
  severity: 'medium',
  attack: ['T1566.002'],
  title: {
    en: 'A mail is made as hostile mails are',
    es: 'Un correo está hecho como los correos hostiles',
    fr: 'Un courriel est fait comme les courriels hostiles',
    de: 'Eine E-Mail ist gemacht wie feindliche E-Mails',
  },
  tells: {
    en: 'Who sends it ({sender}), where it leads and how it is made fit hostile mail far better than honest mail.',
    es: 'Quién lo envía ({sender}), adónde lleva y cómo está hecho encajan mucho más con un correo hostil que con uno honrado.',
    fr: 'Qui l’envoie ({sender}), où il mène et comment il est fait ressemblent bien plus à un courriel hostile qu’à un courriel honnête.',
    de: 'Wer die E-Mail schickt ({sender}), wohin sie führt und wie sie gemacht ist, passt viel eher zu einer feindlichen als zu einer ehrlichen.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const make = structure(mail)
    const points = make.reduce((total, one) => total + one.points, 0)
    if (points < worthTelling) return undefined
    const { from, subject } = mail.message
    const link = luringLink(mail) ?? mail.web[0]
    const onSubject = subject !== '' && make.some(({ id }) => id.startsWith('subject-') || id === 'pictograph-up-front')
    return {
      facts: { sender: fact(from.domain === '' ? from.name : from.domain) },
      evidence: [quoteFrom(mail), ...(link === undefined ? [] : [quoteLink(link)]), ...(onSubject ? [quote('Subject', subject)] : [])],
      points: Math.min(points, 120),
    }
  },
  examples: { fires: 'hostile/odd-make', quiet: 'honest/newsletter' },
}
