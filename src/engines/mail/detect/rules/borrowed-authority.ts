/** A public office or a donation platform in the display name, from a domain that is not its own. */

import { isState } from '../../names/authorities.ts'
import { registered } from '../../names/domain.ts'
import { plainWords } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

export const borrowedAuthority: Rule = {
  id: 'mail.borrowed-authority',
  severity: 'high',
  attack: ['T1656', 'T1566.002'],
  title: {
    en: 'A mail poses as a public office or a donation platform',
    es: 'Un correo se hace pasar por un organismo público o una plataforma de donaciones',
    fr: 'Un courriel se fait passer pour une administration ou une plateforme de dons',
    de: 'Eine E-Mail gibt sich als Behörde oder Spendenplattform aus',
  },
  tells: {
    en: 'The name says {name}, but the address ends in {domain}, which does not belong to it.',
    es: 'El nombre dice {name}, pero la dirección termina en {domain}, que no es suyo.',
    fr: 'Le nom indique {name}, mais l’adresse se termine par {domain}, qui ne lui appartient pas.',
    de: 'Der Name lautet {name}, aber die Adresse endet auf {domain}, und das gehört nicht dazu.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const { from } = mail.message
    if (from.domain === '' || mail.relation !== 'stranger' || mail.throughList) return undefined
    const shown = plainWords(from.name).replace(/^\W*(?:the )?/, '')
    const named = mail.nameAuthorities.filter((one) => one.words.some((word) => shown.startsWith(word)))
    const owns = (host: string): boolean =>
      named.some((one) => one.domains.some((domain) => host === domain || host.endsWith(`.${domain}`) || registered(host) === domain)) ||
      (isState(host) && named.some((one) => one.kind === 'office'))
    const [authority] = named
    if (authority === undefined || owns(from.host)) return undefined
    const asks = firstSaid(
      mail,
      'credentials', 'threat', 'document', 'refund', 'court', 'fee', 'charge', 'mailbox', 'election', 'qr', 'secrecy', 'payment',
    ) // biome-ignore format: a list
    const genuine = mail.web.some((link) => owns(link.host))
    const newsletter = mail.wants('unsubscribe') !== undefined
    if (asks === undefined && (genuine || newsletter || mail.web.length + mail.files.length === 0)) return undefined
    // A platform's name stands in the letters of the campaigns that use it.
    const points = sum(
      [true, 35],
      [asks !== undefined, 30],
      [mail.foreign.length > 0 || (mail.web.length > 0 && !genuine), 20],
      [mail.files.length > 0, 10],
      [mail.freeMail || mail.shadyDomain || mail.dressedDomain, 20],
      [mail.wants('urgency') !== undefined, 10],
      [genuine, -40],
      [newsletter, -50],
    )
    return points < 20
      ? undefined
      : {
          facts: { name: fact(authority.name), domain: fact(from.domain) },
          evidence: [quoteFrom(mail), ...(asks === undefined ? [] : [quoteWords(asks)])],
          points,
          aTale: false,
        }
  },
  examples: { fires: 'hostile/circle-actblue-name', quiet: 'honest/circle-tax-adviser' },
}
