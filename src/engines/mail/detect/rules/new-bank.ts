/** An invoice is to be paid to another account than before. */

import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, isProvenBulk, teaches } from '../sender.ts'

/** How near "bank" and "new" must stand to be about each other. */
const nearby = 5

export const newBank: Rule = {
  id: 'mail.new-bank',
  severity: 'critical',
  attack: ['T1657', 'T1656'],
  title: {
    en: 'A mail announces new bank details',
    es: 'Un correo anuncia nuevos datos bancarios',
    fr: 'Un courriel annonce de nouvelles coordonnées bancaires',
    de: 'Eine E-Mail kündigt eine neue Bankverbindung an',
  },
  tells: {
    en: 'It wants money to go to another account than before (“{ask}”).',
    es: 'Quiere que el dinero vaya a otra cuenta que antes («{ask}»).',
    fr: 'Il veut que l’argent aille sur un autre compte qu’avant (« {ask} »).',
    de: 'Das Geld soll auf ein anderes Konto gehen als bisher („{ask}“).',
  },
  advises: advice.doNotPay,
  clearable: false,
  look: (mail) => {
    const { says } = mail
    if (
      isProvenBulk(mail) ||
      teaches(mail) ||
      (!says.has('pathShut', 'payHere') && !(says.has('bank') && says.has('change', 'outOfOrder')))
    )
      return undefined
    // Wages are another rule's matter.
    if (says.together([['payroll'], ['mine']], { within: 1 }) !== undefined) return undefined
    const account =
      /\b[a-z]{2}\d{2}(?: ?[\da-z]{4}){3,7}\b|\b\d{2}-\d{2}-\d{2},? +(?:account )?\d{8}\b|\b(?:account|acct|a\/c|sort code|routing|iban|cuenta|konto|compte)\b[^\n]{0,25}\d{4,}/.test(
        mail.words,
      )
    const near = says.beside('bank', 'change', nearby, ['unchanged', 'readersBank'])
    // The old way is shut, and here is the new one: said in two sentences, often without the word bank.
    const shut = says.together([['pathShut'], ['payHere']], { within: 3, without: ['unchanged', 'readersBank'] })
    // The old account is said to be out of order, and another is written out.
    const gone = account ? says.beside('bank', 'outOfOrder', 6, ['unchanged', 'readersBank']) : undefined
    const ask = near ?? shut ?? gone
    if (ask === undefined || says.together([['pay', 'payIt']], { without: ['unchanged'] }) === undefined) return undefined
    const familiar = mail.relation === 'known' && mail.verified && !answersElsewhere(mail)
    const inside = mail.relation === 'own' && !mail.forged && !answersElsewhere(mail)
    const money = says.together(['pay', ['bank', 'change']], { within: 1, without: ['unchanged', 'readersBank'] }) !== undefined
    const careful = says.has('checkElsewhere')
    if (near === undefined && !account && mail.files.length === 0) return undefined
    const own = says.together(['readersBank']) !== undefined && !account
    const points = sum(
      [familiar || inside, 60],
      [!familiar && !inside, 80],
      [money && !familiar && !inside, 25],
      [account, 15],
      [mail.freeMail, 15],
      [shut !== undefined && (says.has('hush', 'aside') || answersElsewhere(mail)), 15],
      [careful, -45],
      [own, -40],
      [mail.relation === 'brand' && !account, -60],
      [mail.relation === 'stranger' && mail.hasOwnLink && mail.web.length > 4, -50],
    )
    return points < 30 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteFrom(mail)], points }
  },
  examples: { fires: 'hostile/new-bank-vendor', quiet: 'honest/vendor-invoice' },
}
