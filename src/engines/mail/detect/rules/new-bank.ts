/** An invoice is to be paid to another account than before. */

import { readSentences } from '../../words/sentences.ts'
import { accountSigns } from '../account-signs.ts'
import { advice } from '../advice.ts'
import { ibanShape } from '../iban.ts'
import type { Mail } from '../mail.ts'
import { openness } from '../open-dealing.ts'
import { type Clue, fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, isBulk, teaches } from '../sender.ts'

/** An account written out: an IBAN, a sort code, a number behind the word for it. */
const withoutCountry =
  /\b\d{2}-\d{2}-\d{2},? +(?:account )?\d{8}\b|\b(?:account|acct|a\/c|sort code|routing|iban|cuenta|konto|compte)\b[^\n]{0,25}(?<!\d)\d(?: ?\d){5,}/
const accountNumber = new RegExp(`${ibanShape}|${withoutCountry.source}`)

/** How near "bank" and "new" must stand to be about each other. */
const nearby = 5

/** What is said of the way of money within three hundred letters of the account. */
function movedNear({ words }: Mail, at: number): string | undefined {
  const around = readSentences(words.slice(Math.max(0, at - 320), at + 220))
  return (
    around.together([['moved', 'pathShut', 'payHere', 'purposeHidden']], { without: ['readersBank', 'firstBill'] }) ??
    around.beside('change', ['bank', 'pay', 'payIt'], 8, ['readersBank', 'firstBill', 'unchanged'])
  )
}

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
    const written = accountNumber.exec(mail.words)
    const account = written !== null
    const number = written === null ? [] : [quoteWords(written[0])]
    const signs = written === null ? undefined : accountSigns(mail, written[0])
    const bySigns: Clue | undefined =
      signs === undefined
        ? undefined
        : { facts: { ask: fact(signs.said) }, evidence: [quoteWords(signs.said), ...number, quoteFrom(mail)], points: signs.points }
    if (
      isBulk(mail) ||
      teaches(mail) ||
      (!says.has('pathShut', 'payHere', 'moved', 'newAccountLater') && !(says.has('bank') && says.has('change', 'outOfOrder')) && !account)
    )
      return undefined
    // A conversation of a list that names no account and brings no paper tells nobody where to pay.
    if (!account && mail.files.length === 0 && mail.throughList && mail.message.hasThread) return undefined
    // Wages are another rule's matter.
    if (says.together([['payroll'], ['mine']], { within: 1 }) !== undefined) return bySigns
    // That the sum stays as it was says nothing of where it goes.
    const unchanged = says.together(['unchanged'], { without: ['sameAmount'] }) !== undefined
    const near = says.beside('bank', 'change', nearby, ['unchanged', 'readersBank'])
    // The old way is shut, and here is the new one: said in two sentences, often without the word bank.
    const shut = says.together([['pathShut'], ['payHere']], { within: 3, without: ['unchanged', 'readersBank'] })
    // The old account is said to be out of order, and another is written out.
    const gone = account ? says.beside('bank', 'outOfOrder', 6, ['unchanged', 'readersBank']) : undefined
    // A number to pay to, and near it that something is not as it was: who has always banked there says nothing of the kind.
    const moved = written === null || unchanged ? undefined : movedNear(mail, written.index)
    const bankTrouble =
      mail.relation === 'stranger' && says.has('newAccountLater')
        ? says.beside('bank', ['outOfOrder', 'grave', 'pathShut', 'moved'], 7)
        : undefined
    const ask = near ?? shut ?? gone ?? moved ?? bankTrouble
    if (ask === undefined || says.together([['pay', 'payIt', 'moved', 'wire', 'purposeHidden']], { without: ['unchanged'] }) === undefined)
      return bySigns
    const familiar = mail.relation === 'known' && mail.verified && !answersElsewhere(mail)
    const inside = mail.relation === 'own' && !mail.forged && !answersElsewhere(mail)
    const money = says.together(['pay', ['bank', 'change']], { within: 1, without: ['unchanged', 'readersBank'] }) !== undefined
    const careful = says.has('checkElsewhere')
    const later = says.together(['newAccountLater'])
    if (near === undefined && later === undefined && !account && (mail.files.length === 0 || says.has('unchanged'))) return bySigns
    const open = openness(mail) > 1
    const own = says.together(['readersBank']) !== undefined && !account
    const points = sum(
      [familiar || inside, 60],
      [!familiar && !inside, 80],
      [money && !familiar && !inside, 25],
      [account, 15],
      [mail.freeMail, 15],
      [shut !== undefined && (says.has('hush', 'aside') || answersElsewhere(mail)), 15],
      [
        near === undefined && shut === undefined && gone === undefined,
        written !== null && mail.paperWords.includes(written[0]) ? -40 : -10,
      ],
      [careful, -45],
      // No account yet, no paper, and nothing to be done: who tells of it beforehand is not after the next payment.
      [
        !account && mail.files.length === 0 && later === undefined && !careful && (open || says.has('unchanged', 'faceToFace', 'noHurry')),
        -35,
      ],
      // Nothing has to change, and a voice whom the reader knows would say where to pay.
      [!account && mail.files.length === 0 && later === undefined && open && !mail.freeMail, -30],
      [says.has('firstBill'), -40],
      [says.has('ownOutlay') && near === undefined, -45],
      [own, -40],
      [mail.relation === 'brand' && !account, -60],
      [mail.relation === 'stranger' && mail.hasOwnLink && mail.web.length > 4, -50],
    )
    return points < 30 || points < (bySigns?.points ?? 0)
      ? bySigns
      : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), ...number, quoteFrom(mail)], points }
  },
  examples: { fires: 'hostile/new-bank-vendor', quiet: 'honest/vendor-invoice' },
}
