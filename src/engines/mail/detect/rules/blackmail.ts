/** A recording that does not exist, to be paid in coins. */
import { fact, quoteWords, type Rule, sum } from '../rule.ts'

export const blackmail: Rule = {
  id: 'mail.blackmail',
  severity: 'high',
  attack: ['T1657', 'T1598'],
  title: {
    en: 'A mail blackmails',
    es: 'Un correo hace chantaje',
    fr: 'Un courriel fait du chantage',
    de: 'Eine E-Mail erpresst',
  },
  tells: {
    en: 'It claims “{claim}” and demands coins. Such mails are sent to thousands; there is no recording.',
    es: 'Afirma «{claim}» y exige criptomonedas. Estos correos se envían a miles de personas; no hay ninguna grabación.',
    fr: 'Il prétend « {claim} » et exige des cryptomonnaies. Ces courriels partent par milliers ; il n’existe aucun enregistrement.',
    de: 'Die E-Mail behauptet „{claim}“ und verlangt Kryptogeld. Solche E-Mails gehen an Tausende; eine Aufnahme gibt es nicht.',
  },
  advises: {
    en: 'Do not pay and do not answer. If it names a password you still use, change it.',
    es: 'No pague ni responda. Si cita una contraseña que aún usa, cámbiela.',
    fr: 'Ne payez pas et ne répondez pas. S’il cite un mot de passe que vous utilisez encore, changez-le.',
    de: 'Zahlen Sie nicht und antworten Sie nicht. Nennt sie ein Passwort, das Sie noch benutzen, ändern Sie es.',
  },
  clearable: false,
  look: (mail) => {
    const claim = mail.wants('blackmailAccess')
    const coins = mail.wants('blackmailPay')
    const threat = mail.wants('blackmailThreat')
    const wallet = /\b(?:bc1[a-z0-9]{20,60}|[13][a-km-zA-HJ-NP-Z1-9]{25,34}|0x[0-9a-fA-F]{40})\b/.test(mail.text)
    const told = [claim, coins ?? (wallet ? 'wallet' : undefined), threat].filter((one) => one !== undefined)
    if ((told.length < 3 && !(claim !== undefined && wallet)) || mail.throughList) return undefined
    return {
      facts: { claim: fact(claim ?? threat ?? '') },
      evidence: [claim, coins, threat].flatMap((one) => (one === undefined ? [] : [quoteWords(one)])),
      points: sum([true, 90], [wallet, 25], [mail.wants('urgency') !== undefined, 15]),
    }
  },
  examples: { fires: 'hostile/blackmail', quiet: 'honest/newsletter-security' },
}
