/** A QR code takes the reader to the phone, where nobody filters. */

import { firstSaid } from '../mail.ts'
import { fact, quoteWords, type Rule, sum } from '../rule.ts'

export const codeInPicture: Rule = {
  id: 'mail.code-in-picture',
  severity: 'high',
  attack: ['T1566.002', 'T1204.001'],
  title: {
    en: 'A mail asks you to scan a QR code',
    es: 'Un correo pide escanear un código QR',
  },
  tells: {
    en: 'It wants you to scan a code with your phone (“{ask}”), where nobody can see where it leads.',
    es: 'Quiere que escanee un código con el móvil («{ask}»), donde nadie ve adónde lleva.',
  },
  advises: {
    en: 'Do not scan it. Open the service the way you always do.',
    es: 'No lo escanee. Entre en el servicio como siempre lo hace.',
  },
  clearable: true,
  look: (mail) => {
    const ask = mail.wants('qr')
    const purpose = mail.wants('qrPurpose')
    if (ask === undefined || purpose === undefined || mail.relation === 'own') return undefined
    // A code that was read is judged by where it leads, not by what it might be.
    if (mail.message.codes.length > 0 && !mail.foreign.some((link) => link.origin === 'qr')) return undefined
    const picture =
      mail.message.attachments.some((file) => /^(image\/|application\/pdf)/.test(file.type)) || (mail.message.page?.pictures ?? 0) > 0
    if (!picture || mail.wants('unsubscribe') !== undefined) return undefined
    const grave = firstSaid(mail, 'credentials', 'threat', 'urgency', 'mailbox', 'document') !== undefined
    return {
      facts: { ask: fact(ask) },
      evidence: [quoteWords(ask), quoteWords(purpose)],
      points: sum([true, 60], [grave, 45], [mail.borrowedOffice || mail.shadyDomain || mail.nameBrands.length > 0, 20]),
    }
  },
  examples: { fires: 'hostile/qr-mfa', quiet: 'honest/ticket-qr' },
}
