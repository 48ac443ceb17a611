/** The sender is known, and the answer would go to somebody who is not: what a spoofed or stolen mailbox looks like when money is near. */
import { likenessOf } from '../../names/lookalike.ts'
import { isFreeMail } from '../../names/services.ts'
import { eitherSide, isSettled, ripeHistory, wantOf } from '../acquaintance.ts'
import { advice } from '../advice.ts'
import { fact, quote, quoteFrom, type Rule, sum } from '../rule.ts'

const title = {
  en: 'Answers to a known sender go somewhere new',
  es: 'Las respuestas a un remitente conocido van a un lugar nuevo',
  fr: 'Les réponses à un expéditeur connu partent vers une nouvelle adresse',
  de: 'Antworten an einen bekannten Absender gehen an eine neue Adresse',
} as const

const tells = {
  en: 'You know {sender}, but your answer would go to {reply}, which neither you nor they used before.',
  es: 'Usted conoce a {sender}, pero su respuesta iría a {reply}, que ni usted ni esa persona usaron antes.',
  fr: 'Vous connaissez {sender}, mais votre réponse irait à {reply}, que ni vous ni cette personne n’avez utilisé jusqu’ici.',
  de: 'Sie kennen {sender}, aber Ihre Antwort ginge an {reply}, und das hat bisher niemand von Ihnen benutzt.',
} as const

export const answerToNewAddress: Rule = {
  id: 'mail.answer-to-new-address',
  severity: 'medium',
  attack: ['T1656', 'T1566'],
  title,
  tells,
  advises: advice.callThem,
  clearable: false,
  look: (mail) => {
    const history = ripeHistory(mail)
    const { from, replyTo } = mail.message
    if (history === undefined || replyTo === undefined || replyTo.domain === '' || replyTo.domain === from.domain) return undefined
    if (mail.throughList || mail.wants('unsubscribe') !== undefined || !eitherSide(history.address, isSettled)) return undefined
    const { reply } = history
    const toFreeMail = isFreeMail(replyTo.domain)
    if (isSettled(reply?.together) || isSettled(reply?.address) || (!toFreeMail && isSettled(reply?.domain))) return undefined
    const likeness = isFreeMail(from.domain) ? undefined : likenessOf(replyTo.domain, [from.domain], { endings: true })
    const want = wantOf(mail)
    return {
      facts: { sender: fact(from.address), reply: fact(replyTo.address) },
      evidence: [quoteFrom(mail), quote('Reply-To', replyTo.address, replyTo.domain)],
      aTale: false,
      points: sum(
        [likeness !== undefined, 80],
        [likeness === undefined && toFreeMail, 40],
        [likeness === undefined && !toFreeMail, 22],
        [want?.strength === 'strong', 40],
        [want?.strength === 'weak', 15],
      ),
    }
  },
  examples: { fires: 'history/hostile-reply-elsewhere', quiet: 'history/honest-reply-helpdesk' },
}
