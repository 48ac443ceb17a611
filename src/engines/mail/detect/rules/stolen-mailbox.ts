/** Somebody whom the reader deals with, and a mail that is far on the side of lures: their mailbox may be in other hands. */
import { advice } from '../advice.ts'
import { tellingSentences, wholeOdds, wordsOdds } from '../model/opinion.ts'
import { fact, quote, quoteWords, type Rule } from '../rule.ts'
import { isBulk, talksShop, teaches } from '../sender.ts'

/** Log-odds from which on even a known sender is asked after; the words may not speak against it. */
const least = { whole: 2.5, words: -0.3 }
const letters = { fewest: 40, most: 2000 }

export const stolenMailbox: Rule = {
  id: 'mail.stolen-mailbox',
  severity: 'high',
  attack: ['T1566', 'T1586.002'],
  title: {
    en: 'Somebody you know writes as impostors do',
    es: 'Alguien que usted conoce escribe como los impostores',
    fr: 'Quelqu’un que vous connaissez écrit comme un imposteur',
    de: 'Jemand, den Sie kennen, schreibt wie ein Betrüger',
  },
  tells: {
    en: 'It comes from {sender}, whom you deal with, but it asks for things as lures do (“{ask}”). Their mailbox may be in other hands.',
    es: 'Viene de {sender}, con quien usted trata, pero pide las cosas como se piden en los engaños («{ask}»). Puede que su buzón esté en otras manos.',
    fr: 'Il vient de {sender}, avec qui vous êtes en relation, mais il formule sa demande comme le font les pièges (« {ask} »). Quelqu’un d’autre utilise peut-être sa boîte.',
    de: 'Die E-Mail kommt von {sender}, mit dem Sie zu tun haben, ist aber geschrieben wie ein Köder („{ask}“). Vielleicht ist das Postfach in anderen Händen.',
  },
  advises: advice.callThem,
  // Whoever holds a stolen mailbox has all that clears its owner.
  clearable: false,
  look: (mail) => {
    if (mail.relation !== 'known' || mail.throughList) return undefined
    if (mail.text.trim().length < letters.fewest || mail.text.length > letters.most) return undefined
    if (isBulk(mail) || teaches(mail) || (talksShop(mail) && mail.foreign.length === 0)) return undefined
    if (wordsOdds(mail) < least.words) return undefined
    const odds = wholeOdds(mail)
    if (odds < least.whole) return undefined
    const told = tellingSentences(mail, { most: 4, enough: least.whole })
    const ask = told[0] ?? mail.message.subject
    return {
      facts: { sender: fact(mail.message.from.address), ask: fact(ask) },
      evidence: told.length === 0 ? [quote('Subject', ask)] : told.map(quoteWords),
      points: Math.round(72 + 8 * Math.min(5, odds - least.whole)),
    }
  },
  examples: { fires: 'hostile/stolen-printer-key', quiet: 'honest/real-answer' },
}
