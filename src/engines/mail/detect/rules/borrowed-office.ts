/** An office of the house (IT, payroll, mail server) that writes from outside. */
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

export const borrowedOffice: Rule = {
  id: 'mail.borrowed-office',
  severity: 'medium',
  attack: ['T1656', 'T1566.002'],
  title: {
    en: 'A mail poses as an office of your organisation',
    es: 'Un correo se hace pasar por un departamento de su organización',
    fr: 'Un courriel se fait passer pour un service de votre organisation',
    de: 'Eine E-Mail gibt sich als Stelle Ihrer Organisation aus',
  },
  tells: {
    en: 'It is signed “{name}” as if it came from inside, but it comes from {domain}.',
    es: 'Firma «{name}» como si fuera de dentro, pero viene de {domain}.',
    fr: 'Il signe « {name} » comme s’il venait de l’intérieur, mais il vient de {domain}.',
    de: 'Die E-Mail tritt als „{name}“ auf, als käme sie von innen, kommt aber von {domain}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const { from } = mail.message
    if (!mail.borrowedOffice || from.domain === mail.readerDomain) return undefined
    const asks = firstSaid(mail, 'mailbox', 'voicemail', 'credentials', 'threat', 'document', 'qr')
    if (asks === undefined) return undefined
    const lure = mail.foreign.length > 0 || mail.web.length > 0 || mail.files.length > 0
    return {
      facts: { name: fact(from.name), domain: fact(from.domain) },
      evidence: [quoteFrom(mail), quoteWords(asks)],
      points: sum([lure, 45], [!lure, 20], [mail.freeMail || mail.shadyDomain, 25], [mail.wants('urgency') !== undefined, 15]),
    }
  },
  examples: { fires: 'hostile/benefits-review', quiet: 'honest/hr-own' },
}
