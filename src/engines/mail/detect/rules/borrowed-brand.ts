/** A famous name in the display name, from a domain that is not that name's. */

import { belongsTo } from '../../names/brands.ts'
import { plainWords } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid, isFromBrand } from '../mail.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

/** `Apple Support`, not `Apple Growers Association`: a plain word is a brand only with nothing or a service word after it. */
const serviceName =
  /^\W*[\w&+]+(?: (?:mail|card|prime|shipping|id|pay|store|tv|music|bank|account|accounts|support|team|service|services|security|billing|customer|care|help|desk|notice|notification|notifications|alert|alerts|delivery|express|rewards?|online|inc|com|video|meetings?|workspace|payments?|orders?|update|verification|no-?reply))*[.,!]?\W*$/

export const borrowedBrand: Rule = {
  id: 'mail.borrowed-brand',
  severity: 'high',
  attack: ['T1656', 'T1566.002'],
  title: {
    en: 'A mail borrows a well-known name',
    es: 'Un correo usa un nombre conocido que no es suyo',
    fr: 'Un courriel emprunte un nom connu',
    de: 'Eine E-Mail leiht sich einen bekannten Namen',
  },
  tells: {
    en: 'The name says {brand}, but the address ends in {domain}, which does not belong to {brand}.',
    es: 'El nombre dice {brand}, pero la dirección termina en {domain}, que no es de {brand}.',
    fr: 'Le nom dit {brand}, mais l’adresse finit par {domain}, qui n’appartient pas à {brand}.',
    de: 'Der Name sagt {brand}, aber die Adresse endet auf {domain}, und das gehört nicht zu {brand}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const { from } = mail.message
    if (from.domain === '' || mail.relation === 'own' || mail.relation === 'known') return undefined
    const named = [...mail.nameBrands, ...mail.circle.namedIn(plainWords(from.name)).filter(({ domains }) => domains.length > 0)]
    const brand = named.find((one) => !belongsTo(one, from.domain))
    if (brand === undefined || named.some((one) => isFromBrand(mail, one)) || mail.relation === 'brand' || mail.throughList)
      return undefined
    const asks = firstSaid(
      mail,
      'credentials',
      'threat',
      'document',
      'parcel',
      'refund',
      'prize',
      'charge',
      'wallet',
      'mailbox',
      'voicemail',
    )
    const bareName = serviceName.test(plainWords(from.name))
    if (brand.plainWord && !bareName) return undefined
    const genuineLinks = mail.web.some((link) => belongsTo(brand, link.domain))
    return {
      facts: { brand: fact(brand.name), domain: fact(from.domain) },
      evidence: [quoteFrom(mail), ...(asks === undefined ? [] : [quoteWords(asks)])],
      aTale: false,
      points: sum(
        [true, 40],
        [asks !== undefined, 35],
        [mail.web.length > 0 && !genuineLinks, 30],
        [mail.web.length === 0, 10],
        [mail.freeMail || mail.shadyDomain, 20],
        [mail.freeMail && mail.files.length > 0, 15],
        // Whom the reader deals with has written from their own house so far.
        [mail.freeMail && mail.ownBrands.includes(brand), 25],
      ),
    }
  },
  examples: { fires: 'hostile/coins-metamask', quiet: 'honest/drive-real' },
}
