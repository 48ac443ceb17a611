/** A mail that goes on with a real conversation, from a house that never took part in it: stolen correspondence, or a copy of one side's domain. */
import { likenessOf } from '../../names/lookalike.ts'
import { isFreeMail } from '../../names/services.ts'
import { eitherSide, isSettled, isSettledDomain, ripeHistory, wantOf } from '../acquaintance.ts'
import { advice } from '../advice.ts'
import { fact, quote, quoteFrom, type Rule, sum } from '../rule.ts'

const title = {
  en: 'Somebody new answers in an old conversation',
  es: 'Alguien nuevo contesta en una conversación antigua',
  fr: 'Quelqu’un de nouveau répond dans une ancienne conversation',
  de: 'Jemand Neues antwortet in einem alten Gespräch',
} as const

const tells = {
  en: 'It goes on with your conversation “{subject}”, but {domain} never took part in it.',
  es: 'Continúa su conversación «{subject}», pero {domain} nunca participó en ella.',
  fr: 'Il poursuit votre conversation « {subject} », mais {domain} n’y a jamais pris part.',
  de: 'Die E-Mail führt Ihr Gespräch „{subject}“ fort, aber {domain} hat nie daran teilgenommen.',
} as const

export const strangerInThread: Rule = {
  id: 'mail.stranger-in-thread',
  severity: 'high',
  attack: ['T1566', 'T1656'],
  title,
  tells,
  advises: advice.callThem,
  // It knows good senders by itself; how the rest of the mail is made excuses nobody here.
  clearable: false,
  look: (mail) => {
    const history = ripeHistory(mail)
    const { from, subject } = mail.message
    const thread = history?.thread
    if (history === undefined || thread === undefined || thread.senderBelongs || from.domain === '') return undefined
    if (mail.relation === 'own' || (mail.relation !== 'stranger' && mail.verified) || mail.throughList) return undefined
    const likeness = likenessOf(
      from.domain,
      thread.domains.filter((domain) => !isFreeMail(domain)),
      { endings: true },
    )
    if (likeness === undefined && (isSettledDomain(mail, history) || eitherSide(history.address, isSettled))) return undefined
    const want = wantOf(mail)
    return {
      facts: { subject: fact(subject), domain: fact(from.domain) },
      evidence: [
        quoteFrom(mail),
        quote('Subject', subject),
        ...(likeness === undefined ? [] : [quote('conversation', likeness.of, likeness.of)]),
      ],
      aTale: false,
      points: sum(
        [likeness !== undefined, 95],
        [likeness === undefined, 28],
        [likeness === undefined && mail.freeMail, 7],
        [want?.strength === 'strong', 40],
        [want?.strength === 'weak', 20],
        [mail.shadyDomain || mail.dressedDomain, 15],
      ),
    }
  },
  examples: { fires: 'history/hostile-thread-lookalike', quiet: 'history/honest-thread-colleague' },
}
