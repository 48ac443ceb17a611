/** A bill, fine or toll from a stranger, to be paid at once. */

import { isCombined } from '../../names/dressing-words.ts'
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { luringLink, type Mail } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

const demands =
  /\b(?:invoice|bill|payment|balance|account|fine|toll|amount|fee)s?\b(?: [\w'#-]+){0,5} (?:overdue|unpaid|outstanding|past due|pending|due (?:today|now|immediately)|not (?:been )?(?:paid|received))\b|\b(?:overdue|unpaid|outstanding|past[- ]due|pending)(?: [\w'-]+){0,3} (?:invoice|bill|payment|balance|fine|toll|amount|fee|ticket)s?\b|\b(?:multa|sancion|infraccion|peaje|factura|deuda|recibo|pago)s?\b(?: [\w'-]+){0,6} (?:pendientes?|impagad\w+|vencid\w+|sin pagar)\b/

/** Two amounts, one half of the other, and today: no office bargains like that. */
function isHalvedToday({ says, words }: Mail): boolean {
  if (!says.has('atOnce', 'hurry')) return false
  const amounts = [...words.slice(0, 2500).matchAll(/(?<![\d.,])\d{1,5}(?:[.,]\d{2})?(?![\d.,]*\d)/g)].map(([text]) =>
    Number(text.replace(',', '.')),
  )
  return amounts.slice(0, 30).some((one) => one >= 20 && amounts.includes(one / 2))
}

export const billToFear: Rule = {
  id: 'mail.bill-to-fear',
  severity: 'medium',
  attack: ['T1566.002', 'T1657'],
  title: {
    en: 'A mail frightens with a bill or a fine',
    es: 'Un correo asusta con una factura o una multa',
    fr: 'Un courriel fait peur avec une facture ou une amende',
    de: 'Eine E-Mail macht Angst mit einer Rechnung oder einem Bußgeld',
  },
  tells: {
    en: 'It demands a payment (“{claim}”) under pressure, on {host}.',
    es: 'Exige un pago («{claim}») con presión, en {host}.',
    fr: 'Il exige un paiement (« {claim} ») sous pression, sur {host}.',
    de: 'Die E-Mail verlangt mit Druck eine Zahlung („{claim}“), auf {host}.',
  },
  advises: advice.doNotPay,
  clearable: true,
  look: (mail) => {
    // A fine that is less when it is paid at once, by card, on a page of the moment.
    const bargain =
      mail.text.length < 2500 && (isCombined(mail.message.from.domain) || isHalvedToday(mail))
        ? (mail.says.together([['fineDue'], ['payNow']], { within: 1 }) ??
          (isHalvedToday(mail) ? mail.says.together(['fineDue']) : undefined))
        : undefined
    const claim = said(mail.words, demands) ?? bargain
    const lure = luringLink(mail)
    if (
      claim === undefined ||
      lure === undefined ||
      mail.relation !== 'stranger' ||
      mail.wants('unsubscribe') !== undefined ||
      mail.throughList
    )
      return undefined
    const fine =
      said(
        mail.words,
        /\b(?:multas?|sancion|infraccion|(?:traffic|parking|speeding) (?:fine|ticket|violation)|penalty charge|unpaid (?:toll|fine)|tolls?|peaje)\b/,
      ) !== undefined
    const pay = said(mail.words, /\b(?:pay|pague|pagar|settle|paid|pago|abon\w+)\b/) !== undefined
    const threat =
      said(
        mail.words,
        /\b(?:legal (?:action|proceedings)|court|lawsuit|collections?(?: agency)?|penalt(?:y|ies)|surcharge|recargos?|embargo|late fees?|suspen\w+|enforcement|prosecut\w+)\b/,
      ) !== undefined
    const hurry = mail.wants('urgency') !== undefined || /\b(?:today|hoy|now)\b/.test(mail.words)
    const away = mail.foreign.some((link) => link.domain !== mail.message.from.domain) && !mail.hasOwnLink
    const odd = mail.shadyDomain || mail.dressedDomain || mail.borrowedOffice || mail.freeMail || mail.borrowedPages.length > 0
    const points = sum(
      [bargain !== undefined, 78],
      [bargain !== undefined && !mail.verified, 10],
      [fine && pay, 30],
      [threat, 30],
      [hurry && pay, 20],
      [away, 25],
      [odd, 30],
    )
    return points < 45
      ? undefined
      : { facts: { claim: fact(claim), host: fact(lure.host) }, evidence: [quoteWords(claim), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/second-multa-es', quiet: 'honest/vendor-reminder' },
}
