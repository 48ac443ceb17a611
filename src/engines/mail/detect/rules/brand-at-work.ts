/** A famous service is the subject of the mail, but neither sender nor links are the service's. */

import { belongsTo } from '../../names/brands.ts'
import { advice } from '../advice.ts'
import { firstSaid, luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { fitsName } from '../sender.ts'

export const brandAtWork: Rule = {
  id: 'mail.brand-at-work',
  severity: 'medium',
  attack: ['T1566.002'],
  title: {
    en: 'A mail speaks for a service that did not send it',
    es: 'Un correo habla en nombre de un servicio que no lo envió',
    fr: 'Un courriel parle au nom d’un service qui ne l’a pas envoyé',
    de: 'Eine E-Mail spricht für einen Dienst, der sie nicht geschickt hat',
  },
  tells: {
    en: 'It speaks for {brand}, but neither the sender ({domain}) nor the link belongs to {brand}.',
    es: 'Habla en nombre de {brand}, pero ni el remitente ({domain}) ni el enlace son de {brand}.',
    fr: 'Il parle au nom de {brand}, mais ni l’expéditeur ({domain}) ni le lien n’appartiennent à {brand}.',
    de: 'Die E-Mail spricht für {brand}, aber weder der Absender ({domain}) noch der Link gehört zu {brand}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const { from } = mail.message
    if (mail.relation !== 'stranger' || mail.wants('unsubscribe') !== undefined) return undefined
    const brand = mail.leadBrands.find((one) => !belongsTo(one, from.domain))
    if (brand === undefined || mail.leadBrands.length > 3 || mail.nameBrands.length > 0) return undefined
    const asks = firstSaid(mail, 'credentials', 'threat', 'mailbox', 'voicemail', 'document', 'wallet')
    const lure = luringLink(mail)
    if (asks === undefined || lure === undefined || mail.web.some((link) => belongsTo(brand, link.domain))) return undefined
    return {
      facts: { brand: fact(brand.name), domain: fact(from.domain) },
      evidence: [quoteWords(asks), quoteLink(lure)],
      points: sum(
        [true, 30],
        [mail.wants('urgency') !== undefined, 15],
        [mail.wants('credentials') !== undefined, 15],
        [mail.shadyDomain || mail.dressedDomain || mail.freeMail, 20],
        // A house of its own name that the reader has joined, and leaves as they please.
        [fitsName(mail) && mail.hasOwnLink && mail.says.has('expected') && mail.says.has('optional', 'noHurry'), -25],
      ),
    }
  },
  examples: { fires: 'hostile/journalist-interview', quiet: 'honest/second-teams-invite' },
}
