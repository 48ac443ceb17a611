/** A page on a host where anybody can put one, with a word of hurry. */
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const freePage: Rule = {
  id: 'mail.free-page',
  severity: 'medium',
  attack: ['T1583.006', 'T1566.002'],
  title: {
    en: 'A mail leads to a page that anybody could have made',
    es: 'Un correo lleva a una página que cualquiera puede hacer',
    fr: 'Un courriel mène à une page que n’importe qui a pu créer',
    de: 'Eine E-Mail führt zu einer Seite, die jeder angelegt haben kann',
  },
  tells: {
    en: 'It presses you (“{ask}”) and leads to {host}, where anybody can put a page.',
    es: 'Le mete prisa («{ask}») y lleva a {host}, donde cualquiera puede poner una página.',
    fr: 'Il vous presse (« {ask} ») et mène à {host}, où n’importe qui peut créer une page.',
    de: 'Die E-Mail drängt Sie („{ask}“) und führt zu {host}, wo jeder eine Seite anlegen kann.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const [link] = mail.borrowedPages
    if (link === undefined || mail.relation === 'own' || mail.relation === 'known' || mail.throughList || mail.message.hasThread)
      return undefined
    const ask = firstSaid(
      mail,
      'credentials',
      'threat',
      'mailbox',
      'voicemail',
      'urgency',
      'document',
      'prize',
      'parcel',
      'wallet',
      'refund',
    )
    if (ask === undefined && (mail.hasOwnLink || mail.message.page === undefined || mail.text.length > 600)) return undefined
    const grave = firstSaid(mail, 'credentials', 'threat', 'mailbox', 'voicemail', 'wallet') !== undefined
    const newsletter = mail.wants('unsubscribe') !== undefined
    const points = sum(
      [true, 25],
      [grave, 25],
      [!mail.hasOwnLink, 25],
      [mail.wants('urgency') !== undefined, 10],
      [newsletter, -25],
      [ask === undefined && mail.says.has('wonders'), -35],
      [mail.message.page === undefined && !grave, -20],
    )
    return points < 20
      ? undefined
      : {
          facts: { ask: fact(ask ?? link.text), host: fact(link.host) },
          evidence: [...(ask === undefined ? [] : [quoteWords(ask)]), quoteLink(link)],
          points,
        }
  },
  examples: { fires: 'hostile/facebook-page', quiet: 'honest/vendor-files-link' },
}
