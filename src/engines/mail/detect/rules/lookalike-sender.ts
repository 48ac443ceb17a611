/** The sender's (or answer's) domain dresses up as one the reader trusts. */

import type { Address } from '../../message.ts'
import { brandOf } from '../../names/brands.ts'
import { isFreeMail } from '../../names/services.ts'
import { domainToUnicode } from '../../names/unicode-domain.ts'
import { advice } from '../advice.ts'
import { type Imitation, imitationOf, isNamesake } from '../imitation.ts'
import { firstSaid, type Mail } from '../mail.ts'
import type { Place } from '../places.ts'
import { type Clue, fact, quote, type Rule } from '../rule.ts'

const clue = (domain: string, genuine: string, points: number, where: Place = 'sender domain'): Clue => ({
  facts: { domain: fact(domainToUnicode(domain)), genuine: fact(genuine) },
  evidence: [quote(where, domain, domain)],
  points,
})

const asksFor = (mail: Mail): boolean =>
  firstSaid(mail, 'credentials', 'threat', 'document', 'favour', 'secrecy', 'payment', 'mailbox', 'giftCards', 'qr') !== undefined ||
  mail.files.length > 0

/** How much a sender's domain weighs that imitates another. */
function weigh(mail: Mail, suspect: Address, { of, how, near, telling }: Imitation): number {
  const honest = isNamesake(mail, suspect.domain, of)
  if (!near) return honest ? 20 : how === 'letters' ? 105 : telling ? 80 : 50
  if (honest) return asksFor(mail) ? 55 : 20
  if (how === 'letters' || how === 'inside') return 115
  return telling || how === 'ending' || asksFor(mail) ? 95 : 70
}

/** A colleague in copy whose domain is one letter off: the answer to all would go to them. */
const strangerInCopy = (mail: Mail): Clue | undefined => {
  for (const copy of mail.message.to.slice(0, 20)) {
    if (copy.domain === '' || isFreeMail(copy.domain) || copy.domain === mail.readerDomain) continue
    const likeness = mail.likenessOf(copy.host, mail.near, { endings: false })
    if (likeness?.how === 'letters') return clue(copy.domain, likeness.of, 90, 'in copy')
  }
  return undefined
}

const answerToTwin = (mail: Mail, answer: readonly Address[]): Clue | undefined => {
  for (const one of answer) {
    const likeness = mail.likenessOf(one.host, mail.near, { endings: true })
    if (likeness !== undefined && likeness.how !== 'words') return clue(one.domain, likeness.of, mail.verified ? 155 : 115, 'Reply-To')
  }
  return undefined
}

export const lookalikeSender: Rule = {
  id: 'mail.lookalike-sender',
  severity: 'critical',
  attack: ['T1583.001', 'T1656'],
  title: {
    en: 'A mail uses a lookalike domain',
    es: 'Un correo usa un dominio que imita a otro',
    fr: 'Un courriel utilise un domaine qui en imite un autre',
    de: 'Eine E-Mail benutzt eine nachgeahmte Domain',
  },
  tells: {
    en: 'It uses the domain {domain}, which is made to look like {genuine}.',
    es: 'Usa el dominio {domain}, hecho para parecerse a {genuine}.',
    fr: 'Il utilise le domaine {domain}, fait pour ressembler à {genuine}.',
    de: 'Die E-Mail benutzt die Domain {domain}, und die soll aussehen wie {genuine}.',
  },
  advises: advice.callThem,
  clearable: true,
  look: (mail) => {
    const { from, replyTo, reader } = mail.message
    const answer = replyTo === undefined || mail.throughList ? [] : [replyTo]
    // Whoever the sender is: an answer or a copy that goes to a twin of a near domain is a trick.
    if (mail.relation === 'own' || mail.relation === 'known') return answerToTwin(mail, answer) ?? strangerInCopy(mail)
    if (mail.relation !== 'stranger') return undefined
    const suspects = [from, ...answer].filter(
      (one) => one.domain !== '' && !isFreeMail(one.domain) && (one === from || brandOf(one.domain) === undefined),
    )
    for (const suspect of suspects) {
      const imitation = imitationOf(mail, suspect.host)
      if (imitation !== undefined) return clue(suspect.domain, imitation.of, weigh(mail, suspect, imitation))
    }
    const swapped =
      replyTo !== undefined &&
      !mail.freeMail &&
      from.domain !== reader?.domain &&
      mail.likenessOf(replyTo.domain, [from.domain], { endings: true })
    if (swapped && replyTo !== undefined && swapped.how !== 'words') return clue(replyTo.domain, from.domain, 100)
    return strangerInCopy(mail)
  },
  examples: { fires: 'hostile/lookalike-letters', quiet: 'honest/vendor-invoice' },
}
