/** A payment to be made at once, quietly, by somebody who cannot talk. */
import { advice } from '../advice.ts'
import { ibanShape } from '../iban.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, isBulk, isInside, isUnplaced, talksShop, teaches } from '../sender.ts'

/** An account written out. */
const withoutCountry =
  /\b\d{2}-\d{2}-\d{2},? +(?:account )?\d{8}\b|\b(?:account|acct|a\/c|sort code|routing|aba|iban|cuenta|konto|compte)\b[^\n]{0,25}\d{4,}/
const accountNumber = new RegExp(`${ibanShape}|${withoutCountry.source}`)

export const quickTransfer: Rule = {
  id: 'mail.quick-transfer',
  severity: 'high',
  attack: ['T1657', 'T1656'],
  title: {
    en: 'A mail asks for a quick transfer',
    es: 'Un correo pide una transferencia rápida',
    fr: 'Un courriel demande un virement rapide',
    de: 'Eine E-Mail verlangt eine schnelle Überweisung',
  },
  tells: {
    en: 'It asks for a payment (“{ask}”) in a hurry or in secret.',
    es: 'Pide un pago («{ask}») con prisa o en secreto.',
    fr: 'Il demande un paiement (« {ask} ») dans la hâte ou en secret.',
    de: 'Die E-Mail verlangt eilig oder heimlich eine Zahlung („{ask}“).',
  },
  advises: advice.doNotPay,
  clearable: false,
  look: (mail) => {
    const { says } = mail
    if (mail.relation === 'brand' || isBulk(mail) || teaches(mail) || talksShop(mail) || !says.has('pay', 'wire', 'overpaid'))
      return undefined
    if (mail.relation === 'known' && isInside(mail)) return undefined
    const account = accountNumber.test(mail.words)
    if (mail.text.length > 6000 && !account) return undefined
    const overpaid =
      mail.relation === 'stranger' ? says.together([['overpaid'], ['pay', 'wire', 'give', 'oddMoney']], { within: 1 }) : undefined
    const approved = says.together(['approvedBy']) !== undefined && (mail.files.length > 0 || account)
    const ask =
      says.together(['wire', 'ask'], { within: 1 }) ??
      says.together(['wire', ['paperTrail', 'hurry', 'hush']]) ??
      (account
        ? says.together(
            [
              ['pay', 'wire', 'payHere'],
              ['hurry', 'hush', 'tellNobody', 'paperTrail'],
            ],
            { within: 1 },
          )
        : undefined) ??
      overpaid
    if (ask === undefined) return undefined
    const hush = says.has('hush', 'tellNobody')
    // What somebody of the house is said to have written stands in a stranger's mail: they may have made it up.
    const borrowedWord =
      approved && mail.relation === 'stranger' && mail.readerDomain !== '' && mail.text.toLowerCase().includes(`@${mail.readerDomain}`)
    const trail = says.has('paperTrail')
    const ownBill = says.has('ownBill') && !hush && !borrowedWord
    const points = sum(
      [true, 30],
      [hush, 35],
      [says.has('hurry'), 20],
      [trail, 30],
      [account && (hush || trail), 20],
      [overpaid !== undefined, 40],
      [overpaid !== undefined && says.count('overpaid') > 1, 15],
      [approved, 15],
      [borrowedWord, 35],
      [says.has('checkElsewhere'), -60],
      [says.has('paysAnyWay') && !hush, -35],
      [says.has('boss'), 15],
      [says.has('available', 'task'), 10],
      [isUnplaced(mail), 25],
      [answersElsewhere(mail), 15],
      [mail.web.length === 0, 5],
      [ownBill, -45],
      [mail.hasOwnLink && !isUnplaced(mail), -20],
      [isInside(mail), -70],
    )
    return points < 45 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteFrom(mail)], points }
  },
  examples: { fires: 'hostile/boss-transfer', quiet: 'honest/second-wire-confirm' },
}
