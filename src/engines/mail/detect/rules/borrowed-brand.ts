/** A famous name in the display name, from a domain that is not that name's. */
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, sum, type Rule } from '../rule.ts'
import { firstSaid, isFromBrand } from '../mail.ts'
import { belongsTo } from '../../names/brands.ts'
import { plainWords } from '../../words/plain-words.ts'

export const borrowedBrand: Rule = {
  id: 'mail.borrowed-brand',
  severity: 'high',
  attack: ['T1656', 'T1566.002'],
  title: {
    en: 'A mail borrows a well-known name',
    es: 'Un correo usa un nombre conocido que no es suyo',
  },
  tells: {
    en: 'The name says {brand}, but the address ends in {domain}, which does not belong to {brand}.',
    es: 'El nombre dice {brand}, pero la dirección termina en {domain}, que no es de {brand}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const { from } = mail.message
    if (from.domain === '' || mail.relation === 'own' || mail.relation === 'known') return undefined
    const named = [...mail.nameBrands, ...mail.ownBrands.filter((own) => own.words.some((word) => plainWords(from.name).includes(word)))]
    const brand = named.find((one) => !belongsTo(one, from.domain))
    if (brand === undefined || named.some((one) => isFromBrand(mail, one)) || mail.relation === 'brand' || / via /i.test(` ${from.name} `))
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
    const genuineLinks = mail.web.some((link) => belongsTo(brand, link.domain))
    return {
      facts: { brand: fact(brand.name), domain: fact(from.domain) },
      evidence: [quoteFrom(mail), ...(asks === undefined ? [] : [quoteWords(asks)])],
      points: sum(
        [true, 50],
        [asks !== undefined, 35],
        [mail.foreign.length > 0 || !genuineLinks, 15],
        [mail.freeMail || mail.shadyDomain, 20],
      ),
    }
  },
  examples: { fires: 'rules/borrowed-brand.fires', quiet: 'rules/borrowed-brand.quiet' },
}
