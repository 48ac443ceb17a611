/** Somebody in charge needs gift cards, now, and the codes by mail. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteWords, type Rule, sum } from '../rule.ts'

const cards =
  '(?:(?:visa |amex |store |shop )?gift ?cards?|e-?gifts?|itunes|steam|google play|vouchers?|apple cards?|amazon cards?|vanilla|prepaid cards?|tarjetas? (?:de )?(?:regalo|prepago|amazon|apple|itunes|google))'
const buying = new RegExp(
  `\\b(?:buy|want to (?:surprise|reward|thank|treat)|surprise|reward|purchase|get|pick up|grab|need|order|obtain|procure|acquire|arrange|compr\\w+|consig\\w+|necesit\\w+|adquir\\w+)\\b[^\\n]{0,90}\\b${cards}`,
)
const sending =
  /\b(?:send|e-?mail|text|reply|forward|scratch|photo\w*|picture|snap|envi\w+|mand\w+|foto\w*|rasc\w+)\b[^\n]{0,70}\b(?:codes?|pins?|numbers|cards?|back|codigos?|claves?|tarjetas?)\b/

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
    if (mail.wants('giftCards') === undefined || mail.talksOfTricks || mail.wants('unsubscribe') !== undefined) return undefined
    const ask = said(mail.words, buying) ?? said(mail.words, sending)
    if (ask === undefined) return undefined
    const codes = said(mail.words, sending) !== undefined
    const quiet = firstSaid(mail, 'secrecy', 'favour', 'urgency') !== undefined
    return {
      facts: { ask: fact(ask) },
      evidence: [quoteWords(ask)],
      points: sum(
        [true, 55],
        [codes, 45],
        [quiet, 35],
        [mail.freeMail || mail.message.replyTo !== undefined, 15],
        [mail.relation === 'own' && mail.verified, -30],
      ),
    }
  },
  examples: { fires: 'hostile/gift-cards-chair', quiet: 'honest/receipt-gift-card' },
}
