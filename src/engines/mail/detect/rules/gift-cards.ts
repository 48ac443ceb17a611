/** Somebody in charge needs gift cards, now, and the codes by mail. */

import { advice } from '../advice.ts'
import { fact, quoteWords, type Rule, sum } from '../rule.ts'
import { isBulk, isInside, isUnplaced, teaches } from '../sender.ts'

export const giftCards: Rule = {
  id: 'mail.gift-cards',
  severity: 'critical',
  attack: ['T1656', 'T1657'],
  title: {
    en: 'A mail asks for gift cards',
    es: 'Un correo pide tarjetas regalo',
    fr: 'Un courriel demande des cartes cadeaux',
    de: 'Eine E-Mail verlangt Geschenkkarten',
  },
  tells: {
    en: 'It asks for gift cards (“{ask}”). Nobody honest asks for their codes by mail.',
    es: 'Pide tarjetas regalo («{ask}»). Nadie honrado pide sus códigos por correo.',
    fr: 'Il demande des cartes cadeaux (« {ask} »). Aucune personne honnête n’en demande les codes par courriel.',
    de: 'Die E-Mail verlangt Geschenkkarten („{ask}“). Wer ehrlich ist, fragt nicht per E-Mail nach ihren Codes.',
  },
  advises: advice.callThem,
  clearable: false,
  look: (mail) => {
    const { says } = mail
    if (!says.has('giftCard') || mail.talksOfTricks || isBulk(mail) || teaches(mail)) return undefined
    const buying = says.beside('giftCard', 'buy', 8) ?? says.together(['giftCard', 'buy', 'ask'], { within: 1 })
    const handing = says.together(['cardSecret', 'give'], { within: 1 })
    const codes = handing !== undefined && says.together([['giftCard'], ['cardSecret'], ['give']], { within: 3 }) !== undefined
    const ask = buying ?? (codes ? handing : undefined)
    if (ask === undefined) return undefined
    const inside = isInside(mail)
    const points = sum(
      [buying !== undefined, 50],
      [codes, 45],
      // Who has a use for the codes of somebody else's cards?
      [codes && mail.relation === 'stranger' && says.together([['cardSecret'], ['handOver', 'sendBack']], { within: 1 }) !== undefined, 30],
      [says.has('hush'), 30],
      [says.has('hurry'), 15],
      [says.has('available', 'task', 'paperTrail'), 15],
      [isUnplaced(mail), 25],
      [says.has('boss'), 10],
      [mail.relation === 'own' && mail.verified, -30],
      [inside && !codes, -35],
      [mail.hasOwnLink || mail.relation === 'brand', -40],
    )
    return points < 25 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask)], points }
  },
  examples: { fires: 'hostile/gift-cards-chair', quiet: 'honest/receipt-gift-card' },
}
