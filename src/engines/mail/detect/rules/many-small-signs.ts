/**
 * Nothing here would tell by itself: what a lure is made of, counted together. Wants and structure must meet, so that neither a nervous honest mail nor an
 * oddly built one is enough.
 */

import { belongsTo } from '../../names/brands.ts'
import { labelOf } from '../../names/domain.ts'
import type { Intent } from '../../words/intents.ts'
import { readLureWords } from '../../words/lure-words.ts'
import { plainWords } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { luringLink, type Mail } from '../mail.ts'
import { fact, quoteFrom, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

const grave = [
  'credentials', 'threat', 'mailbox', 'voicemail', 'document', 'parcel', 'fee', 'refund', 'wallet', 'prize', 'court', 'staffMatter', 'election', 'charge',
] as const satisfies readonly Intent[] // biome-ignore format: a list

/** What a button says that wants to be pressed. */
const bid =
  /^\W*(?:please |ver |go |re-?)?(?:view|open|verify|confirm|review|sign|access|update|unlock|restore|claim|get|download|listen|play|pay|renew|reactivate|activate|keep|release|allow|continue|start|upgrade|validate|appeal|reply|join|read|see|acknowledge|approve|cancel|secure|check|enrol\w*|resolve|rebook|reschedule|descarg\w+|verific\w+|confirm\w+|acced\w+|pag\w+|firm\w+|manten\w+|solicit\w+|actualiz\w+|reactiv\w+|abrir|escuchar|revisar)\b/

const poses = (mail: Mail): boolean =>
  [...mail.nameBrands, ...mail.leadBrands].some(
    (brand) => !belongsTo(brand, mail.message.from.domain) && !mail.web.some((link) => belongsTo(brand, link.domain)),
  )

/** The domain is the name on the mail, written together: `Oakfield School` of oakfieldschool.example. Offices and services are no names. */
const fitsName = (mail: Mail): boolean => {
  const label = labelOf(mail.message.from.domain).replaceAll('-', '')
  const words = plainWords(mail.message.from.name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3)
  return !mail.dressedDomain && !mail.shadyDomain && words.some((word) => label.includes(word))
}

export const manySmallSigns: Rule = {
  id: 'mail.many-small-signs',
  severity: 'medium',
  attack: ['T1566.002'],
  title: {
    en: 'A mail is put together like a lure',
    es: 'Un correo está compuesto como un engaño',
    fr: 'Un courriel est bâti comme un piège',
    de: 'Eine E-Mail ist gebaut wie ein Köder',
  },
  tells: {
    en: 'It wants you to act on “{ask}” at {host}; wording and make are those of a lure.',
    es: 'Quiere que reaccione a «{ask}» en {host}; está escrito y hecho como un engaño.',
    fr: 'Il veut que vous réagissiez à « {ask} » sur {host} ; les mots et la forme sont ceux d’un piège.',
    de: 'Sie sollen auf „{ask}“ bei {host} eingehen; Wortlaut und Machart sind die eines Köders.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { from, hasThread } = mail.message
    const lure = luringLink(mail)
    if (
      mail.relation !== 'stranger' ||
      mail.throughList ||
      hasThread ||
      lure === undefined ||
      mail.wants('unsubscribe') !== undefined ||
      mail.text.length > 2500 ||
      mail.web.length > 20
    )
      return undefined
    const asks = grave.flatMap((intent) => mail.wants(intent) ?? [])
    const told = readLureWords(mail.words)
    const words = asks.slice(0, 1).concat(asks.length > 0 ? [] : told.words.slice(0, 4))
    const ask = words.join(', ')
    if (!told.whole && asks.length === 0) return undefined
    const numbers = mail.web.some((link) => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(link.host))
    const odd = mail.shadyDomain || mail.borrowedOffice || mail.borrowedPages.length > 0 || mail.freeMail || mail.carriesReader || numbers
    const away = mail.foreign.some((link) => link.domain !== from.domain) && !mail.hasOwnLink
    const hyphens = labelOf(from.domain).split('-').length - 1
    const signs = sum(
      [true, 8 * Math.min(asks.length, 4) + 8 * told.groups + 2 * Math.min(told.words.length, 9) - 22],
      [mail.wants('urgency') !== undefined, 10],
      [odd, 24],
      [mail.dressedDomain && !mail.shadyDomain, 18],
      [hyphens > 0, 6],
      [hyphens > 1, 6],
      [poses(mail), 20],
      [away, 14],
      [mail.web.some((link) => link.text.length < 60 && bid.test(plainWords(link.text))), 10],
      [mail.text.length < 500 && new Set(mail.web.map((link) => link.domain)).size <= 2, 10],
      [fitsName(mail), -14],
      [asks.length === 0 && mail.says.has('wonders', 'expected'), -25],
      [mail.hasOwnLink && hyphens === 0 && !odd && !mail.dressedDomain, -8],
    )
    // Steep about the middle: the honest mails we know stay under 60 signs, most lures are far above.
    const points = Math.min(120, 2 * signs - 50)
    return points < 20
      ? undefined
      : { facts: { ask: fact(ask), host: fact(lure.host) }, evidence: [...words.map(quoteWords), quoteFrom(mail), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/fifth-ballot-proof', quiet: 'honest/fifth-medical-form' },
}
