/** Nothing but a web page, with no way out and no link home. */

import type { Link } from '../../message.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteLink, type Rule, sum } from '../rule.ts'

const nowhere: Link = { text: '', shownHost: '', target: '', innermost: '', host: '', domain: '', through: [], kind: 'web', origin: 'body' }

export const onlyAPage: Rule = {
  id: 'mail.only-a-page',
  severity: 'low',
  attack: ['T1566.002'],
  title: {
    en: 'A mail is made like a mass lure',
    es: 'Un correo está hecho como un engaño en masa',
    fr: 'Un courriel est fait comme un piège envoyé en masse',
    de: 'Eine E-Mail ist gemacht wie ein Massenköder',
  },
  tells: {
    en: 'It is only a web page, and none of its links leads to {domain}, which sent it.',
    es: 'Es solo una página web y ninguno de sus enlaces lleva a {domain}, que la envió.',
    fr: 'Ce n’est qu’une page web, et aucun de ses liens ne mène à {domain}, qui l’a envoyée.',
    de: 'Die E-Mail ist nur eine Webseite, und keiner ihrer Links führt zu {domain}, von wo sie kommt.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { from, hasPlain, page } = mail.message
    if (
      page === undefined ||
      hasPlain ||
      from.domain === '' ||
      !mail.foreign.some((link) => link.origin === 'body') ||
      mail.hasOwnLink ||
      mail.relation !== 'stranger' ||
      mail.throughList
    )
      return undefined
    const wayOut = mail.wants('unsubscribe') !== undefined
    return {
      facts: { domain: fact(from.domain) },
      evidence: [quoteFrom(mail), quoteLink(mail.foreign[0] ?? mail.web[0] ?? nowhere)],
      // A letter in one's own words, written in a program that makes pages of everything.
      aTale: mail.text.trim().length > 150 && mail.web.length <= 3 && !wayOut,
      points: sum([!wayOut, 45], [wayOut, 25], [mail.wants('urgency') !== undefined, 10], [mail.freeMail, 15]),
    }
  },
  examples: { fires: 'hostile/voicemail-html', quiet: 'honest/newsletter-html' },
}
