/** The answer would go to somebody else. */

import { isFreeMail } from '../../names/services.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quote, quoteFrom, type Rule, sum } from '../rule.ts'

export const answerElsewhere: Rule = {
  id: 'mail.answer-elsewhere',
  severity: 'medium',
  attack: ['T1656', 'T1566.003'],
  title: {
    en: 'Answers to a mail go to somebody else',
    es: 'Las respuestas a un correo van a otra persona',
    fr: 'Les réponses à un courriel partent chez quelqu’un d’autre',
    de: 'Antworten auf eine E-Mail gehen an jemand anderen',
  },
  tells: {
    en: 'Your answer would not go to {domain} but to {reply}.',
    es: 'Su respuesta no iría a {domain}, sino a {reply}.',
    fr: 'Votre réponse n’irait pas à {domain}, mais à {reply}.',
    de: 'Ihre Antwort ginge nicht an {domain}, sondern an {reply}.',
  },
  advises: advice.callThem,
  clearable: false,
  look: (mail) => {
    const { from, replyTo, listId } = mail.message
    if (
      replyTo === undefined ||
      replyTo.domain === '' ||
      replyTo.domain === from.domain ||
      listId !== '' ||
      mail.wants('unsubscribe') !== undefined
    )
      return undefined
    const toFreeMail = isFreeMail(replyTo.domain)
    const asks = firstSaid(mail, 'favour', 'secrecy', 'fortune', 'invest', 'giftCards')
    if (!toFreeMail && asks === undefined) return undefined
    return {
      facts: { domain: fact(from.domain), reply: fact(replyTo.address) },
      evidence: [quoteFrom(mail), quote('Reply-To', replyTo.address, replyTo.domain)],
      aTale: false,
      points: sum([toFreeMail && !mail.freeMail, 25], [asks !== undefined, 30], [mail.relation === 'own', 30]),
    }
  },
  examples: { fires: 'hostile/boss-available', quiet: 'honest/vendor-available' },
}
