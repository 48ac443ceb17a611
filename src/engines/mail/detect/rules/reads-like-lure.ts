/** No trick with a name, and yet all of it is like lures: a stranger's short letter that wants something. */
import { isLending } from '../../names/trusted-senders.ts'
import { acquaintance } from '../acquaintance.ts'
import { advice } from '../advice.ts'
import { wantedThings } from '../evasion.ts'
import type { Mail } from '../mail.ts'
import { marksOf } from '../model/marks.ts'
import { tellingSentences, wholeOdds, wordsOdds } from '../model/opinion.ts'
import { fact, quote, quoteFrom, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { bringsSealedLetter } from '../sealed-letter.ts'
import { isBulk, talksShop, teaches } from '../sender.ts'

/** Log-odds from which on a mail counts as like a lure; its words may not speak against it. */
const least = { whole: 2.1, bare: 2.4, inThread: 3, words: -0.3 }
/** A picture tells no tale, and a lure is a short letter. */
const letters = { fewest: 40, most: 2000 }
const mostLinks = 8
/** From so many links on, whosever, a mail is a page of links. */
const newsletter = 25

/** Something that one could do for the sender at once: follow, open, scan, call, or hand over. */
const hasHook = (mail: Mail): boolean =>
  mail.foreign.length > 0 ||
  mail.files.length > 0 ||
  mail.entry !== undefined ||
  mail.message.codes.length > 0 ||
  mail.meantPeople.length > 0 ||
  wantedThings(mail).size > 0 ||
  mail.says.has('number', 'handOver', 'pay', 'giftCard', 'bank')

export const readsLikeLure: Rule = {
  id: 'mail.reads-like-lure',
  severity: 'medium',
  attack: ['T1566', 'T1598'],
  title: {
    en: 'A mail reads like a lure',
    es: 'Un correo se lee como un engaño',
    fr: 'Un courriel se lit comme un piège',
    de: 'Eine E-Mail liest sich wie ein Köder',
  },
  tells: {
    en: 'Nobody whom you are known to write with speaks in this mail, and it asks for things as lures do (“{ask}”).',
    es: 'En este correo no habla nadie con quien usted se escriba, que sepamos, y pide las cosas como se piden en los engaños («{ask}»).',
    fr: 'Personne avec qui vous correspondez, à notre connaissance, ne parle dans ce courriel, et il formule sa demande comme le font les pièges (« {ask} »).',
    de: 'In dieser E-Mail spricht niemand, mit dem Sie unseres Wissens schreiben, und sie ist geschrieben wie ein Köder („{ask}“).',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const carried = mail.relation === 'brand' && isLending(mail.message.from.domain)
    if (
      (mail.relation !== 'stranger' && !carried) ||
      mail.text.trim().length < letters.fewest ||
      mail.text.length > letters.most ||
      mail.foreign.length > mostLinks ||
      mail.web.length > newsletter
    )
      return undefined
    const known = acquaintance(mail)
    if (
      known === 'mutual' ||
      known === 'long-known' ||
      isBulk(mail) ||
      teaches(mail) ||
      bringsSealedLetter(mail) ||
      (talksShop(mail) && mail.foreign.length === 0)
    )
      return undefined
    const odds = wholeOdds(mail)
    if (odds < (hasHook(mail) ? least.whole : least.bare) || wordsOdds(mail) < least.words) return undefined
    const told = tellingSentences(mail, { most: 4, enough: 0 })
    const ask = told[0] ?? mail.message.subject
    const [lure] = mail.foreign
    const [file] = mail.files
    return {
      facts: { ask: fact(ask) },
      evidence: [
        ...(told.length === 0 ? [quote('Subject', ask)] : told.map(quoteWords)),
        ...(lure === undefined ? [] : [quoteLink(lure)]),
        ...(file === undefined ? [] : [quote('attachment', file.name)]),
        quoteFrom(mail),
      ],
      points: sum(
        [true, Math.round(75 + 8 * Math.min(5, odds - least.whole))],
        // Headers of a conversation cost nothing, and clear a mail elsewhere: one that is far on the hostile side is the worse for them.
        [marksOf(mail).inThread, odds < least.inThread ? -30 : 25],
        // What clears a service is no merit of the stranger who borrows it.
        [carried, 30],
        [mail.text.length > 1500, -20],
      ),
    }
  },
  examples: { fires: 'hostile/seventh-refund-amazon', quiet: 'honest/persona-own-domain' },
}
