/** Somebody's wages are to go to another account. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

const asking =
  /\b(?:update|change|switch|amend|modify|set ?up|replace|edit|redirect|adjust|move|help me (?:to )?(?:update|change))\b[^.\n]{0,40}\b(?:my|direct deposit)\b[^.\n]{0,40}\b(?:direct[- ]deposit|payroll|bank(?:ing)?|salary|pay ?check|wages?|pay(?:ment)? (?:details|account|information))\b|\bmy (?:new )?(?:direct[- ]deposit|payroll|salary|pay ?check|wages|bank(?:ing)?)\b[^.\n]{0,80}\b(?:new|change[ds]?|changing|update[ds]?|switch\w*|different|before|next|effective)\b|\b(?:changed|switched|opened|new)\b[^.\n]{0,30}\bbank\w*\b[^\n]{0,120}\b(?:payroll|direct[- ]deposit|salary|pay ?(?:day|date|check|run|period|cycle))\b|\b(?:cambi|actualiz|modific)\w*\b[^.\n]{0,50}\b(?:mi nomina|mi cuenta|mi sueldo|mi salario|domiciliacion de (?:mi )?nomina|cuenta (?:para|de) (?:la|mi) nomina)/

export const wagesElsewhere: Rule = {
  id: 'mail.wages-elsewhere',
  severity: 'high',
  attack: ['T1657', 'T1656'],
  title: {
    en: 'A mail wants wages paid to another account',
    es: 'Un correo quiere que un sueldo vaya a otra cuenta',
    fr: 'Un courriel veut faire verser un salaire sur un autre compte',
    de: 'Eine E-Mail will, dass Lohn auf ein anderes Konto geht',
  },
  tells: {
    en: 'It wants wages to be paid to another account (“{ask}”).',
    es: 'Quiere que un sueldo se pague en otra cuenta («{ask}»).',
    fr: 'Il veut qu’un salaire soit versé sur un autre compte (« {ask} »).',
    de: 'Der Lohn soll auf ein anderes Konto gehen („{ask}“).',
  },
  advises: advice.doNotPay,
  clearable: false,
  look: (mail) => {
    if (!/payroll|deposit|salar|pay ?check|wage|bank|pay |nomina|sueldo|cuenta/.test(mail.words)) return undefined
    const ask = said(mail.words, asking)
    if (ask === undefined || mail.wants('unsubscribe') !== undefined) return undefined
    const inside =
      mail.relation === 'own' &&
      !mail.forged &&
      (mail.message.replyTo === undefined || mail.message.replyTo.domain === mail.message.from.domain)
    return {
      facts: { ask: fact(ask) },
      evidence: [quoteWords(ask), quoteFrom(mail)],
      points: sum([inside, 60], [!inside, 105], [mail.freeMail, 15]),
    }
  },
  examples: { fires: 'hostile/wages-change', quiet: 'honest/hr-own' },
}
