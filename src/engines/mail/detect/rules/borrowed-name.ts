/** A person of the reader's circle, from an address that is not theirs. */

import { addressFits, readPersonName } from '../../names/person-name.ts'
import type { Concept } from '../../words/lexicon/lexicon.ts'
import { advice } from '../advice.ts'
import { madeSecret, wantedThings } from '../evasion.ts'
import { firstSaid, type Mail } from '../mail.ts'
import { openness } from '../open-dealing.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

/** What an impostor wants of a colleague: an errand, money, papers, a number, silence, an answer that goes nowhere else. */
function errandOf(mail: Mail): string | undefined {
  const { says } = mail
  if (mail.text.length > 3000 || says.has('notThem')) return undefined
  const open = openness(mail) > 0
  const wanted = wantedThings(mail)
  const outright = wanted.get('secrets') ?? wanted.get('houseLists') ?? wanted.get('privateMatters') ?? wanted.get('inquiries')
  const [thing] = open ? [outright] : wanted.values()
  const asked = ['ask', 'wish', 'handOver', 'give', 'hurry', 'paperTrail'] as const satisfies readonly Concept[]
  return (
    thing ??
    says.together(['available'], { without: ['spared'] }) ??
    says.together(['task'], { without: ['everyday', 'trifle'] }) ??
    (open ? undefined : says.together(['number', ['give', 'ask', 'answer', 'wish']], { within: 1 })) ??
    says.together(['oddMoney']) ??
    says.together(['giftCard', ['buy', 'ask', 'wish']], { within: 1 }) ??
    says.together(['obey']) ??
    // Who lets themselves be asked may speak of the house and its people.
    (open ? undefined : (says.together([ofTheHouse, asked], { within: 1, without: ['everyday', 'trifle'] }) ?? madeSecret(mail)))
  )
}

/** What belongs to the house or to a person in it. */
const ofTheHouse = [
  'pay', 'wire', 'bank', 'inquiries', 'bankNouns', 'personNouns', 'keyNouns', 'houseLists', 'privateMatters', 'identity', 'secrets', 'taxForms', 'code',
] as const satisfies readonly Concept[] // biome-ignore format: a list

/** Those who lead are posed as most: whatever is asked in their name from anybody's mailbox is worth a question. */
const asksAnything = ({ freeMail, text, says }: Mail): string | undefined => {
  if (!freeMail || text.length > 700 || says.has('notThem', 'trifle', 'noHurry', 'spared')) return undefined
  const list = says.together([
    ['personNouns', 'houseLists', 'keyNouns'],
    ['wish', 'handOver', 'give', 'ask'],
  ])
  if (list !== undefined || says.has('everyday')) return list
  return (
    says.together([['handOver', 'ask', 'wish', 'give', 'answer']]) ??
    says.together([['personNouns', 'houseLists', 'keyNouns', 'inquiries', 'number']])
  )
}

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
    const { from, reader, hasThread, authentication } = mail.message
    const hit = mail.meantPeople.find(({ how }) => how === 'same') ?? mail.meantPeople[0]
    // A name alone of a colleague's own private mailbox, of a list's member or of the reader is no trick.
    if (hit === undefined || mail.throughList || (reader !== undefined && hit.person.addresses.has(reader.address))) return undefined
    const { person, how } = hit
    const errand = errandOf(mail) ?? (hit.person.leads ? asksAnything(mail) : undefined)
    // Somebody else of that name has other matters; who lets themselves be asked, or speaks of any day's things, is believed in small ones.
    const other = mail.says.has('notThem')
    const daily = errand === undefined && mail.says.has('everyday', 'trifle')
    const grave = ['giftCards', 'credentials', 'wallet', 'qr', 'document'] as const
    const small = openness(mail) > 0 || daily
    const asked = other ? undefined : small ? firstSaid(mail, ...grave) : firstSaid(mail, 'favour', 'secrecy', ...grave)
    const asks = errand !== undefined || asked !== undefined
    const money = !other && !daily && firstSaid(mail, 'payment', 'staffMatter') !== undefined
    const lure = mail.files.some(({ type }) => !/^(?:image|audio|video)\//.test(type)) || mail.foreign.length > 0
    const [local = ''] = from.address.split('@')
    const fits = addressFits(readPersonName(from.name), local)
    const newsletter = mail.wants('unsubscribe') !== undefined
    // A service that invites in people's names signs for itself, leads home and wants nothing.
    const service =
      mail.verified && !mail.freeMail && !lure && mail.web.length > 0 && /^(?:info|no-?reply|invit\w*|notif\w*|hello|mailer)\b/.test(local)
    if (service && !asks && !money) return undefined
    // People do write from private addresses, and others bear the same name: what they want tells them apart from who poses as them.
    if (!asks && !money && (newsletter || (fits && (!lure || authentication.dmarc === 'pass' || hasThread)) || how !== 'same'))
      return undefined
    return {
      facts: { name: fact(person.name), address: fact(from.address) },
      evidence: [quoteFrom(mail), ...(errand === undefined ? [] : [quoteWords(errand)])],
      points: sum(
        // Their own address among the readers: they would see what is written in their name.
        [mail.message.to.some(({ address }) => person.addresses.has(address)), -45],
        [errand !== undefined && mail.freeMail && how === 'same', 10],
        [true, how === 'same' ? 55 : how === 'initial' ? 40 : 45],
        [mail.freeMail, 10],
        [!fits, 10],
        [asks, 40],
        [!asks && money, 30],
        [lure, 10],
        [mail.shadyDomain, 20],
        [person.leads, 5],
        [newsletter, -40],
      ),
    }
  },
  examples: { fires: 'hostile/boss-number', quiet: 'honest/private-address' },
}
