/** Somebody the reader writes with, under an address they never used. */
import { likenessOf } from '../../names/lookalike.ts'
import { isFreeMail, isHost } from '../../names/services.ts'
import { eitherSide, isSettled, isSettledDomain, ripeHistory, wantOf } from '../acquaintance.ts'
import { advice } from '../advice.ts'
import { fact, quote, quoteFrom, type Rule, sum } from '../rule.ts'

const domainOf = (masked: string): string => masked.slice(masked.lastIndexOf('@') + 1)

const title = {
  en: 'A known name writes from a new address',
  es: 'Un nombre conocido escribe desde una dirección nueva',
  fr: 'Un nom connu écrit depuis une nouvelle adresse',
  de: 'Ein bekannter Name schreibt von einer neuen Adresse',
} as const

const tells = {
  en: 'You know {name} from {known}; this mail comes from {address}.',
  es: 'Usted conoce a {name} por {known}; este correo viene de {address}.',
  fr: 'Vous connaissez {name} par {known} ; ce courriel vient de {address}.',
  de: 'Sie kennen {name} von {known}; diese E-Mail kommt von {address}.',
} as const

export const nameFromNewAddress: Rule = {
  id: 'mail.name-from-new-address',
  severity: 'high',
  attack: ['T1656', 'T1566'],
  title,
  tells,
  advises: advice.callThem,
  // It knows good senders by itself; how the rest of the mail is made excuses nobody here.
  clearable: false,
  look: (mail) => {
    const history = ripeHistory(mail)
    const { from } = mail.message
    const name = history?.name
    if (history === undefined || name === undefined || !isSettled(name.known)) return undefined
    if (isSettled(name.here) || eitherSide(history.address, isSettled)) return undefined
    // Services write in people's names; their own checks stand behind them.
    const service =
      mail.relation === 'brand' || (['common', 'sharing', 'meeting', 'mailSenders'] as const).some((kind) => isHost(kind, from.host))
    if (mail.relation === 'own' || (mail.verified && (service || mail.relation === 'known'))) return undefined
    const domains = name.as.map(domainOf)
    if (!mail.freeMail && domains.includes(from.domain)) return undefined
    const likeness = likenessOf(
      from.domain,
      domains.filter((domain) => !isFreeMail(domain)),
      { endings: true },
    )
    if (likeness === undefined && isSettledDomain(mail, history)) return undefined
    const want = wantOf(mail)
    return {
      facts: { name: fact(from.name), known: fact(name.as[0] ?? '?'), address: fact(from.address) },
      evidence: [quoteFrom(mail), ...(want === undefined ? [] : [quote('text', want.words)])],
      aTale: false,
      points: sum(
        [likeness !== undefined, 85],
        [likeness === undefined && mail.freeMail, 35],
        [likeness === undefined && !mail.freeMail, 25],
        [want?.strength === 'strong', 40],
        [want?.strength === 'weak', 15],
        [mail.shadyDomain || mail.dressedDomain, 15],
      ),
    }
  },
  examples: { fires: 'history/hostile-name-free-mail', quiet: 'history/honest-name-second-address' },
}
