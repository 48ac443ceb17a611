/** A payment to be made at once, quietly, by somebody who cannot talk. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

const asking =
  /\b(?:process|make|send|arrange|initiate|complete|set ?up|authori[sz]e|handle|execute|do|issue|release|effect|push|wire)\b(?! your)[^.\n]{0,30}\b(?:wire(?: transfer)?|bank transfer|transfer|same[- ]day payment|urgent payment|outgoing payment|international payment|payment (?:of|to|for|today|before|now)|domestic wire)\b|\b(?:wire|transfer)\b[^.\n]{0,20}(?:[$€£]|usd|eur)\s?\d|\bneed\b[^.\n]{0,40}\b(?:paid|wired|transferred|sent)\b[^.\n]{0,40}|\b(?:hac\w+|hag\w+|realiz\w+|orden\w+|tramit\w+|envi\w+|prepar\w+)\b[^.\n]{0,30}\b(?:transferencia|pago urgente)\b/

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
    if (
      mail.relation === 'known' ||
      !/\b(?:wire|transfer|payment|paid|pago|transferencia|sent)/.test(mail.words) ||
      mail.wants('unsubscribe') !== undefined
    )
      return undefined
    const ask = said(mail.words, asking)
    if (ask === undefined) return undefined
    const { from, replyTo } = mail.message
    const elsewhere = replyTo !== undefined && replyTo.address !== '' && replyTo.domain !== from.domain
    const inside = mail.relation === 'own' && !elsewhere && !mail.forged
    const hush = mail.wants('secrecy') !== undefined
    const hurry = mail.wants('urgency') !== undefined || /\btoday\b|\bhoy\b/.test(mail.words)
    const points = sum(
      [true, 25],
      [hush, 45],
      [hurry, 25],
      [mail.freeMail, 25],
      [elsewhere, 40],
      [inside, -50],
      [mail.web.length === 0, 10],
    )
    return points < 50 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteFrom(mail)], points }
  },
  examples: { fires: 'hostile/boss-transfer', quiet: 'honest/second-wire-confirm' },
}
