/** A bill for something nobody bought, and a number to call. */

import { belongsTo } from '../../names/brands.ts'
import { fact, quoteWords, type Rule, sum } from '../rule.ts'

export const numberToCall: Rule = {
  id: 'mail.number-to-call',
  severity: 'high',
  attack: ['T1566.004', 'T1598.004'],
  title: {
    en: 'A mail with an invented charge wants you to call',
    es: 'Un correo con un cargo inventado quiere que llame',
    fr: 'Un courriel invente un débit et veut que vous appeliez',
    de: 'Eine E-Mail erfindet eine Abbuchung und will, dass Sie anrufen',
  },
  tells: {
    en: 'It speaks of a charge you do not know and wants you to call “{call}”. Fraudsters answer that number.',
    es: 'Habla de un cargo que usted no conoce y quiere que llame: «{call}». A ese número contestan estafadores.',
    fr: 'Il parle d’un débit que vous ne connaissez pas et veut que vous appeliez : « {call} ». Des escrocs répondent à ce numéro.',
    de: 'Die E-Mail spricht von einer Abbuchung, die Sie nicht kennen, und will Ihren Anruf: „{call}“. Unter dieser Nummer melden sich Betrüger.',
  },
  advises: {
    en: 'Do not call. If you fear a charge, ask your bank at the number on your card.',
    es: 'No llame. Si teme un cargo, pregunte a su banco en el número de su tarjeta.',
    fr: 'N’appelez pas. Si vous craignez un débit, demandez à votre banque au numéro inscrit sur votre carte.',
    de: 'Rufen Sie nicht an. Wenn Sie eine Abbuchung fürchten, fragen Sie Ihre Bank unter der Nummer auf Ihrer Karte.',
  },
  clearable: true,
  look: (mail) => {
    const call = mail.wants('call')
    const charge = mail.wants('charge')
    if (
      call === undefined ||
      charge === undefined ||
      mail.wants('cancel') === undefined ||
      mail.relation === 'own' ||
      mail.relation === 'known'
    )
      return undefined
    const amount = /[$€£]\s?\d{2,}|\b\d{2,}[.,]\d{2}\b|\busd\b/.test(mail.words)
    const brand =
      mail.leadBrands.some((one) => !belongsTo(one, mail.message.from.domain)) ||
      mail.nameBrands.some((one) => !belongsTo(one, mail.message.from.domain))
    const hurry = mail.wants('urgency') !== undefined
    const points = sum(
      [mail.relation === 'brand', 20],
      [mail.relation === 'stranger', 40],
      [amount, 15],
      [mail.freeMail, 35],
      [brand, 30],
      [!mail.hasOwnLink && mail.relation === 'stranger', 25],
      [hurry, 15],
      // A lure of this kind is short; a catalogue has a number to call too.
      [mail.text.length > 4000, -30],
    )
    return { facts: { call: fact(call) }, evidence: [quoteWords(charge), quoteWords(call)], points }
  },
  examples: { fires: 'hostile/callback-norton', quiet: 'honest/receipt-phone' },
}
