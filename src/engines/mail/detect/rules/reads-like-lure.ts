/** No trick with a name, and yet all of it is like lures: a stranger's short letter that wants something. */
import { advice } from '../advice.ts'
import { opinionOf, tellingSentence } from '../model/opinion.ts'
import { fact, quoteFrom, quoteWords, type Rule } from '../rule.ts'
import { isBulk, talksShop, teaches } from '../sender.ts'

/** Log-odds from which on a mail counts as like a lure. */
const least = 2
const longest = 4000
const mostLinks = 8

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
    en: 'It comes from somebody you are not known to write with, and asks as lures do (“{ask}”).',
    es: 'Viene de alguien con quien no consta que se escriba, y pide como lo hacen los engaños («{ask}»).',
    fr: 'Il vient de quelqu’un avec qui vous n’êtes pas connu pour échanger, et demande comme le font les pièges (« {ask} »).',
    de: 'Sie kommt von jemandem, mit dem Sie unseres Wissens nicht schreiben, und bittet, wie Köder es tun („{ask}“).',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    if (mail.relation !== 'stranger' || isBulk(mail) || teaches(mail) || talksShop(mail)) return undefined
    if (mail.text.length > longest || mail.web.length > mostLinks) return undefined
    const { whole } = opinionOf(mail)
    if (whole < least) return undefined
    const ask = tellingSentence(mail)
    return {
      facts: { ask: fact(ask) },
      evidence: [quoteWords(ask), quoteFrom(mail)],
      points: Math.round(75 + 8 * Math.min(5, whole - least)),
    }
  },
  examples: { fires: 'hostile/persona-fellow', quiet: 'honest/persona-own-domain' },
}
