/** A person of the reader's circle, from an address that is not theirs. */

import { foldHomoglyphs } from '#kernel'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteFrom, type Rule, sum } from '../rule.ts'

/** First and last name in any order and spelling: `Ruiz, Ana` is `Ana Ruiz`. */
const nameKey = (name: string): string =>
  foldHomoglyphs(name)
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1)
    .sort()
    .join(' ')

export const borrowedName: Rule = {
  id: 'mail.borrowed-name',
  severity: 'high',
  attack: ['T1656', 'T1566.003'],
  title: {
    en: 'A mail borrows the name of somebody you know',
    es: 'Un correo usa el nombre de alguien que usted conoce',
    fr: 'Un courriel emprunte le nom d’une personne que vous connaissez',
    de: 'Eine E-Mail leiht sich den Namen einer Person, die Sie kennen',
  },
  tells: {
    en: 'The name says {name}, but {address} is not an address that {name} is known to use.',
    es: 'El nombre dice {name}, pero {address} no es una dirección que {name} suela usar.',
    fr: 'Le nom dit {name}, mais {address} n’est pas une adresse connue de {name}.',
    de: 'Der Name sagt {name}, aber {address} ist keine bekannte Adresse von {name}.',
  },
  advises: advice.callThem,
  clearable: true,
  look: (mail) => {
    const { from, circle } = mail.message
    if (mail.relation !== 'stranger' || from.name === '') return undefined
    const shown = nameKey(from.name)
    const person = circle.people.find((one) => nameKey(one.name) === shown && !one.addresses.includes(from.address))
    if (person === undefined) return undefined
    const asks = firstSaid(mail, 'favour', 'secrecy', 'giftCards', 'document', 'credentials') !== undefined
    return {
      facts: { name: fact(person.name), address: fact(from.address) },
      evidence: [quoteFrom(mail)],
      points: sum([true, 60], [mail.freeMail, 10], [asks, 40], [mail.shadyDomain, 20]),
    }
  },
  examples: { fires: 'hostile/boss-number', quiet: 'honest/colleague-short' },
}
