/** A present for a few questions, and only the postage to pay, by card: the card is what it is about. */
import { advice } from '../advice.ts'
import { luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { isUnplaced, teaches } from '../sender.ts'

export const giftForAFee: Rule = {
  id: 'mail.gift-for-a-fee',
  severity: 'high',
  attack: ['T1566.002', 'T1598.003'],
  title: {
    en: 'A mail promises a present for a small fee',
    es: 'Un correo promete un regalo a cambio de un pequeño pago',
    fr: 'Un courriel promet un cadeau contre de petits frais',
    de: 'Eine E-Mail verspricht ein Geschenk gegen eine kleine Gebühr',
  },
  tells: {
    en: 'It promises a present and wants a card number for a small fee (“{ask}”) on {host}.',
    es: 'Promete un regalo y quiere un número de tarjeta por un pequeño pago («{ask}») en {host}.',
    fr: 'Il promet un cadeau et veut un numéro de carte pour de petits frais (« {ask} ») sur {host}.',
    de: 'Die E-Mail verspricht ein Geschenk und will für eine kleine Gebühr („{ask}“) eine Kartennummer auf {host}.',
  },
  advises: advice.doNotPay,
  clearable: true,
  look: (mail) => {
    const { says } = mail
    if (mail.relation !== 'stranger' || !says.has('smallFee') || !says.has('reward') || mail.text.length > 2500 || teaches(mail))
      return undefined
    const lure = luringLink(mail)
    const ask = says.together(['smallFee'])
    if (lure === undefined || ask === undefined || says.together([['reward'], ['smallFee']], { within: 2 }) === undefined) return undefined
    const points = sum(
      [true, 65],
      [says.has('hurry') || mail.wants('urgency') !== undefined, 10],
      [/\b(?:survey|questions|sondage|encuesta|preguntas|umfrage|fragen)\b/.test(mail.words), 20],
      [/\b(?:credit card|debit card|by card|par carte|con tarjeta|kreditkarte|per karte)\b/.test(mail.words), 15],
      [isUnplaced(mail) || !mail.verified, 15],
      [mail.wants('unsubscribe') !== undefined, -30],
    )
    return { facts: { ask: fact(ask), host: fact(lure.host) }, evidence: [quoteWords(ask), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/sixth-survey-card', quiet: 'honest/survey-real' },
}
