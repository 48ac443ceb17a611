/** Nobody here has heard of this sender before. Most such mails are honest, so that it only lends weight to other signs. */
import { acquaintance, eitherSide, isSettledDomain, ripeHistory, wantOf } from '../acquaintance.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, type Rule } from '../rule.ts'

/** So many other organisations know the domain: it is no throw-away. */
const wellKnown = 3

const title = {
  en: 'A mail comes from somebody new',
  es: 'Un correo viene de alguien nuevo',
  fr: 'Un courriel vient de quelqu’un de nouveau',
  de: 'Eine E-Mail kommt von jemand Neuem',
} as const

const tells = {
  en: 'It is the first mail from {address} here.',
  es: 'Es el primer correo de {address} aquí.',
  fr: 'C’est le premier courriel de {address} ici.',
  de: 'Es ist hier die erste E-Mail von {address}.',
} as const

export const firstContact: Rule = {
  id: 'mail.first-contact',
  severity: 'low',
  attack: ['T1566'],
  title,
  tells,
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const history = ripeHistory(mail)
    if (history === undefined || acquaintance(mail) !== 'new' || mail.relation !== 'stranger' || isSettledDomain(mail, history))
      return undefined
    // Mail in one's own name is another matter, and nobody is remembered as their own correspondent.
    if (mail.message.from.address === mail.message.reader?.address) return undefined
    if (mail.verified && mail.wants('unsubscribe') !== undefined) return undefined
    const newDomain = !eitherSide(history.domain, (seen) => seen !== undefined && seen.firstDaysAgo >= 1)
    const points = (wantOf(mail) === undefined ? 2 : 4) + (newDomain ? 2 : 0)
    return {
      facts: { address: fact(mail.message.from.address) },
      evidence: [quoteFrom(mail)],
      points: history.elsewhere >= wellKnown ? Math.round(points / 2) : points,
    }
  },
  examples: { fires: 'history/hostile-first-request', quiet: 'history/honest-known-partner' },
}
