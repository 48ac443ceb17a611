/** A fine, a bill, bail or a gift that has to be paid in cards, vouchers or coins, at once: nobody honest takes such money, since nobody can call it back. */
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { fitsName, isBulk, isUnplaced, talksShop, teaches } from '../sender.ts'

export const moneyBeyondRecall: Rule = {
  id: 'mail.money-beyond-recall',
  severity: 'high',
  attack: ['T1657'],
  title: {
    en: 'A mail wants money that nobody can call back',
    es: 'Un correo quiere dinero que nadie puede recuperar',
    fr: 'Un courriel veut de l’argent que personne ne peut récupérer',
    de: 'Eine E-Mail will Geld, das niemand zurückholen kann',
  },
  tells: {
    en: 'It has to be paid in vouchers, coins or the like (“{ask}”). No office and no house takes such money.',
    es: 'Hay que pagarlo con vales, criptomonedas o algo así («{ask}»). Ningún organismo ni empresa cobra así.',
    fr: 'Il faut payer en coupons, en cryptomonnaie ou autre (« {ask} »). Aucune administration ni maison n’accepte cela.',
    de: 'Zu zahlen ist mit Gutscheinen, Kryptogeld oder Ähnlichem („{ask}“). Kein Amt und kein Betrieb nimmt solches Geld.',
  },
  advises: advice.doNotPay,
  clearable: true,
  look: (mail) => {
    const { says } = mail
    if (
      mail.relation !== 'stranger' ||
      !says.has('oddMoney') ||
      mail.talksOfTricks ||
      isBulk(mail) ||
      teaches(mail) ||
      talksShop(mail) ||
      mail.text.length > 3000
    )
      return undefined
    const ask =
      says.together(['oddMoney', 'payIt'], { without: ['paysAnyWay', 'smallPrint'] }) ??
      says.together([['oddMoney'], ['payIt']], { within: 1, without: ['paysAnyWay', 'smallPrint'] })
    const hurry = says.has('hurry') || mail.wants('urgency') !== undefined
    const secret = says.has('tellNobody', 'hush')
    const threat = mail.wants('threat') !== undefined || mail.wants('court') !== undefined || says.has('votingTrouble', 'accountTrouble')
    // What one may win or get is no demand.
    if (ask === undefined || !(hurry || secret || threat) || /\b(?:win|won|earn|redeem|free|gratis)\b/.test(ask)) return undefined
    const points = sum(
      [true, 55],
      [says.together(['oddMoney', 'payIt']) !== undefined, 10],
      [hurry, 15],
      [secret, 25],
      [threat, 15],
      [isUnplaced(mail), 20],
      [!mail.verified, 15],
      [says.has('everyday') && !secret, -15],
      // Goods that wait at a counter, a till where any money does.
      [says.has('paysAnyWay') && !secret, -50],
      // A shop's own customer, and the way to the shop.
      [mail.hasOwnLink && fitsName(mail) && !secret && says.has('ownBill', 'expected'), -45],
      [says.has('checkElsewhere'), -30],
    )
    return points < 45 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteFrom(mail)], points }
  },
  examples: { fires: 'hostile/sixth-bail-cards', quiet: 'honest/sixth-bitcoin-accepted' },
}
