/** A gift to a campaign as a bait: money back, a card to confirm, coins to send, a petition that costs. */
import { labelOf } from '../../names/domain.ts'
import { isGivingPlatform } from '../../names/public-offices.ts'
import { isAccountAbroad } from '../account-abroad.ts'
import { advice } from '../advice.ts'
import { clueOf, giftSigns, isServedBallot, walletWritten } from '../civic-signs.ts'
import { ibanWritten } from '../iban.ts'
import { luringLink } from '../mail.ts'
import { fact, quoteFrom, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { fitsName, isBulk, isUnplaced, teaches } from '../sender.ts'

const platform =
  /\b(?:act ?blue|win ?red|anedot|ngp ?van|every ?action|donorbox|go ?fund ?me|hello ?asso|betterplace|give ?butter|fundraise ?up|just ?giving)\b/

export const donationLure: Rule = {
  id: 'mail.donation-lure',
  severity: 'high',
  attack: ['T1598.003', 'T1656'],
  title: {
    en: 'A mail uses a donation as a bait',
    es: 'Un correo usa una donación como cebo',
    fr: 'Un courriel se sert d’un don comme appât',
    de: 'Eine E-Mail nimmt eine Spende als Köder',
  },
  tells: {
    en: 'It speaks of your donation (“{ask}”) and leads to {host}, which is neither the campaign nor its donation platform.',
    es: 'Habla de su donación («{ask}») y lleva a {host}, que no es ni la campaña ni su plataforma de donaciones.',
    fr: 'Il parle de votre don (« {ask} ») et mène à {host}, qui n’est ni la campagne ni sa plateforme de dons.',
    de: 'Die E-Mail spricht von Ihrer Spende („{ask}“) und führt zu {host}; das ist weder die Kampagne noch ihr Spendendienst.',
  },
  advises: advice.doNotPay,
  clearable: true,
  look: (mail) => {
    const { says } = mail
    const { from } = mail.message
    if (mail.throughList || mail.relation !== 'stranger' || isGivingPlatform(from.domain) || isServedBallot(mail) || teaches(mail))
      return undefined
    const bySigns = clueOf(mail, giftSigns(mail))
    if (!says.has('donation')) return bySigns
    const trouble = says.together(['donation', 'donationTrouble']) ?? says.together([['donation'], ['donationTrouble']], { within: 1 })
    const coins = says.together([['donation'], ['coins']], { within: 2 })
    const odd = says.together([['donation'], ['oddMoney']], { within: 2, without: ['paysAnyWay', 'ownWork'] })
    const straight = ibanWritten.test(mail.words)
      ? says.together([['donation'], ['pay', 'give', 'payHere', 'wish']], { within: 1 })
      : undefined
    const swap = mail.web.length > 0 ? says.together(['swapPage']) : undefined
    const card = says.together([['donation'], ['identity'], ['enter', 'give', 'open', 'ask', 'donationTrouble']], { within: 2 })
    const genuine = mail.web.some((link) => isGivingPlatform(link.domain))
    const lure = mail.foreign.find((link) => !isGivingPlatform(link.domain)) ?? (genuine ? undefined : luringLink(mail))
    const ask = coins ?? odd ?? swap ?? trouble ?? card ?? straight
    if (
      ask === undefined ||
      (lure === undefined && coins === undefined && odd === undefined && straight === undefined && card === undefined && !says.has('give'))
    )
      return bySigns
    const wallet = walletWritten.test(mail.words)
    const named = platform.exec(mail.words)?.[0]
    const posing = named !== undefined && !genuine && !isGivingPlatform(from.domain)
    const away = lure !== undefined && lure.domain !== from.domain
    const points = sum(
      [trouble !== undefined, 32],
      [card !== undefined, 35],
      [trouble !== undefined && card !== undefined && lure !== undefined, 20],
      [trouble !== undefined && card !== undefined && says.has('atOnce'), 20],
      [coins !== undefined, 45],
      [coins === undefined && odd !== undefined, 55],
      [straight !== undefined, 35],
      // A house that collects here banks here.
      [straight !== undefined && isAccountAbroad(mail), 30],
      [straight !== undefined && !mail.verified, 10],
      [(odd ?? straight ?? swap) !== undefined && says.has('tellNobody', 'aside', 'hush'), 30],
      [swap !== undefined, 45],
      [odd !== undefined && !mail.verified, 15],
      [wallet, 35],
      [lure !== undefined, 10],
      [away, 18],
      [posing, 30],
      [isUnplaced(mail), 25],
      [
        /donor|donat|contribut|refund|fund|petition|pledge|match|pac\b/.test(labelOf(from.domain).replaceAll('-', ' ')) && !fitsName(mail),
        12,
      ],
      [mail.borrowedPages.length > 0 && trouble !== undefined, 12],
      [says.has('hurry'), 10],
      [lure === undefined && says.has('ownCard'), -45],
      [lure === undefined && coins !== undefined && !wallet && !says.has('give', 'payHere'), -40],
      [genuine, -45],
      // Students and reporters write about gifts.
      [says.has('ownWork') && straight === undefined && !wallet && card === undefined, -45],
      [isBulk(mail), -30],
      [mail.hasOwnLink && !isUnplaced(mail), -15],
      [fitsName(mail), -15],
    )
    return points < 40 || points < (bySigns?.points ?? 0)
      ? bySigns
      : {
          facts: { ask: fact(ask), host: fact(lure?.host ?? from.domain) },
          evidence: [quoteWords(ask), quoteFrom(mail), ...(lure === undefined ? [] : [quoteLink(lure)])],
          points,
        }
  },
  examples: { fires: 'hostile/donate-refund', quiet: 'honest/donate-receipt' },
}
