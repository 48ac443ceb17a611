/** A loan, a partner or a proposal from nowhere. */

import { isFreeMail } from '../../names/services.ts'
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteWords, type Rule, sum } from '../rule.ts'

export const easyMoney: Rule = {
  id: 'mail.easy-money',
  severity: 'medium',
  attack: ['T1657'],
  title: {
    en: 'A mail from nowhere offers business',
    es: 'Un correo sin origen claro ofrece un negocio',
    fr: 'Un courriel venu de nulle part propose une affaire',
    de: 'Eine E-Mail aus dem Nichts bietet ein Geschäft an',
  },
  tells: {
    en: 'A stranger offers business and wants an answer (“{ask}”).',
    es: 'Un desconocido ofrece un negocio y quiere respuesta («{ask}»).',
    fr: 'Une personne inconnue propose une affaire et veut une réponse (« {ask} »).',
    de: 'Jemand, den Sie nicht kennen, bietet ein Geschäft an und will eine Antwort („{ask}“).',
  },
  advises: advice.ignoreIt,
  clearable: true,
  look: (mail) => {
    const ask = mail.wants('invest')
    const { from, replyTo } = mail.message
    if (ask === undefined || mail.relation !== 'stranger' || mail.throughList || mail.wants('unsubscribe') !== undefined) return undefined
    const elsewhere = replyTo !== undefined && replyTo.domain !== '' && replyTo.domain !== from.domain && isFreeMail(replyTo.domain)
    const blind =
      said(
        mail.words,
        /\b(?:dear (?:friend|sir|madam|beloved|investor|customer|beneficiary|good day)|business (?:proposal|proposition)|confidential (?:business|proposal|transaction)|mutual benefit|loan (?:offer|at)|\d ?% interest|propuesta de negocio)\b/,
      ) !== undefined
    const points = sum([blind, 40], [elsewhere, 40], [mail.freeMail, 15], [mail.web.length === 0, 10], [mail.message.to.length === 0, 10])
    return points < 50 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask)], points }
  },
  examples: { fires: 'hostile/loan', quiet: 'honest/second-consultant-intro' },
}
