/** An invoice is to be paid to another account than before. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

const changes =
  /\b(?:our|my|the|company'?s?|new|this)(?: [\w'-]+){0,3}? (?:bank(?:ing)?|account|payment|wire|remittance|beneficiary|iban|ach)(?: [\w'-]+){0,3}? (?:has|have|had|were|was|is|are|will be)(?: [\w'-]+){0,3}? (?:changed|change|changing|updated|moved|new|been (?:changed|updated|moved|closed|frozen)|under audit|frozen|closed|being audited)\b|\b(?:new|updated|changed|different|revised|alternative|correct(?:ed)?)(?: [\w'-]+){0,2} (?:bank(?:ing)?|account|payment|wire|remittance|iban|ach)(?: [\w'-]+){0,2} (?:details|information|info|instructions?|account|number|coordinates|particulars)\b|\b(?:we|i)(?:'ve| have| are| 'm)?(?: [\w'-]+){0,2} (?:changed|switched|switching|moved|moving|updated|changing)(?: [\w'-]+){0,3} (?:banks?|banking|bank account|accounts? details)\b|\b(?:payments?|funds|transfers?|deposits?|invoices?|pagos?)\b[^\n]{0,50}\b(?:to|into|in|a|en)\b[^\n]{0,15}\b(?:new|nueva?) (?:\w+ ){0,2}(?:account|iban|cuenta)\b|\bno longer (?:use|using|accept\w*|receiv\w*)\b[^\n]{0,50}\b(?:account|bank)\b|\b(?:do not|don't|stop) (?:pay\w*|send\w*|us\w+)\b[^\n]{0,50}\b(?:old|previous|former|usual) (?:bank |payment )?(?:account|details)\b|\b(?:remit|send|direct|make|transfer|wire|redirect|process)\b[^\n]{0,60}\b(?:new|following|below|updated|different) (?:bank |beneficiary )?(?:account|bank|iban)\b|\b(?:pay|send|transfer|remit|wire|deposit|direct|route|settle|forward)\w*\b[^\n]{0,80}\b(?:account|bank|iban|details)\b[^.\n]{0,25}\binstead\b|\binstead\b[^.\n]{0,50}\b(?:account|bank|iban)\b|\b(?:our|the|usual|old|previous|current)(?: [\w'-]+){0,2} (?:account|bank|iban)\b[^.\n]{0,40}\b(?:unavailable|under (?:review|audit|investigation)|closed|blocked|frozen|suspended|not (?:be )?(?:in use|used|available|active)|being (?:closed|audited|reviewed))\b|\b(?:pay|use|remit\w*|remittances?|payments?|transfers?)\b[^.\n]{0,60}\b(?:account|iban|bank details|details|bank)\b[^.\n]{0,40}\b(?:not (?:to |the |in )*(?:[\w']+ ){0,2}(?:one|ones|earlier|old|previous)|rather than|no longer|from now on|in future)\b|\bfuture (?:remittances?|payments?|transfers?|invoices?)\b[^\n]{0,60}\b(?:account|iban|bank)\b|\b(?:bank|account|payment) details (?:in|on|from) the (?:new|updated|revised|attached)\b|\b(?:subsidiary|sister company|affiliate|parent company|holding|partner)(?:'s)?(?: [\w-]+){0,2} (?:account|bank|iban)\b|\b(?:nuev[oa]s?|cambi\w+|actualiz\w+|modific\w+)\b[^.\n]{0,50}\b(?:datos bancarios|cuenta bancaria|numero de cuenta|iban|cuenta de (?:cobro|pago))\b|\b(?:datos bancarios|cuenta bancaria|iban|cuenta)\b[^.\n]{0,40}\b(?:ha|han) (?:cambiado|sido (?:cambiad|actualizad|modificad))\w*/

export const newBank: Rule = {
  id: 'mail.new-bank',
  severity: 'critical',
  attack: ['T1657', 'T1656'],
  title: {
    en: 'A mail announces new bank details',
    es: 'Un correo anuncia nuevos datos bancarios',
    fr: 'Un courriel annonce de nouvelles coordonnées bancaires',
    de: 'Eine E-Mail kündigt eine neue Bankverbindung an',
  },
  tells: {
    en: 'It wants money to go to another account than before (“{ask}”).',
    es: 'Quiere que el dinero vaya a otra cuenta que antes («{ask}»).',
    fr: 'Il veut que l’argent aille sur un autre compte qu’avant (« {ask} »).',
    de: 'Das Geld soll auf ein anderes Konto gehen als bisher („{ask}“).',
  },
  advises: advice.doNotPay,
  clearable: false,
  look: (mail) => {
    if (mail.wants('payment') === undefined || mail.wants('unsubscribe') !== undefined) return undefined
    const ask = said(mail.words, changes)
    if (ask === undefined) return undefined
    const familiar = mail.relation === 'known' && mail.verified
    const inside = mail.relation === 'own' && !mail.forged
    const account = /\b[a-z]{2}\d{2}(?: ?[\da-z]{4}){3,7}\b|\b(?:account|sort code|routing|iban|cuenta)\b[^\n]{0,25}\d{4,}/.test(mail.words)
    return {
      facts: { ask: fact(ask) },
      evidence: [quoteWords(ask), quoteFrom(mail)],
      points: sum([familiar || inside, 60], [!familiar && !inside, 105], [account, 15], [mail.freeMail, 15]),
    }
  },
  examples: { fires: 'hostile/new-bank-vendor', quiet: 'honest/vendor-invoice' },
}
