/** An honest address that passes the reader on to another. */

import { brandOf } from '../../names/brands.ts'
import { registered } from '../../names/domain.ts'
import { isHost } from '../../names/services.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quote, quoteLink, type Rule, sum } from '../rule.ts'

/** Wrappers that mail services put around every link to check it. */
const scanners =
  /safelinks\.protection|teams\.cdn|urldefense|mimecast|cudasvc|secure-web\.cisco|clicktime|trendmicro|sophos|barracuda|fireeye|avanan|checkpoint|inky\.com|trustwave|esvalabs|libraesva|edgepilot|linkscan|hornetsecurity|cloud-security|deref-/

/** What Google's own editors make of every link when a text is copied out of them. */
const pasted = /google\.[a-z.]{2,6}\/url\?.*\bsource=(?:docs|editors|gmail|calendar)\b/

export const hiddenRedirect: Rule = {
  id: 'mail.hidden-redirect',
  severity: 'medium',
  attack: ['T1566.002', 'T1036'],
  title: {
    en: 'A link passes through an honest page to a strange one',
    es: 'Un enlace pasa por una página conocida hacia una extraña',
    fr: 'Un lien passe par une page honnête vers une page inconnue',
    de: 'Ein Link führt über eine ehrliche Seite zu einer fremden',
  },
  tells: {
    en: 'A link starts at {start} but ends at {host}.',
    es: 'Un enlace empieza en {start} pero termina en {host}.',
    fr: 'Un lien commence à {start} mais finit à {host}.',
    de: 'Ein Link beginnt bei {start}, endet aber bei {host}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    // An address that stands in the mail openly as well is not hidden.
    const open = new Set(mail.web.filter((one) => one.through.length === 0).map((one) => one.domain))
    const link = mail.foreign.find(
      (one) =>
        one.through.length > 0 &&
        !open.has(one.domain) &&
        !one.through.every((host) => scanners.test(host) || isHost('mailSenders', host) || registered(host) === mail.message.from.domain),
    )
    if (link === undefined || mail.relation === 'own' || mail.relation === 'known' || mail.throughList) return undefined
    const asks = firstSaid(mail, 'credentials', 'threat', 'document', 'mailbox', 'voicemail', 'parcel', 'refund', 'wallet')
    const lent = link.through.some((host) => brandOf(registered(host)) !== undefined)
    const newsletter = mail.wants('unsubscribe') !== undefined && mail.hasOwnLink
    const points = sum(
      [true, 25],
      [lent, asks === undefined ? 15 : 35],
      [asks !== undefined, 45],
      [link.through.length > 1, 15],
      [newsletter, -40],
      [asks === undefined && pasted.test(link.target), -25],
    )
    return points < 20
      ? undefined
      : {
          facts: { start: fact(link.through[0] ?? ''), host: fact(link.host) },
          evidence: [quoteLink(link), quote('ends at', link.innermost, link.host)],
          points,
        }
  },
  examples: { fires: 'hostile/open-redirect', quiet: 'honest/esp-link-text' },
}
