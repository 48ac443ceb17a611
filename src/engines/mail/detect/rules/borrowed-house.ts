/** The name of the reader's own organisation, from outside of it. */

import { labelOf } from '../../names/domain.ts'
import { plainWords } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteFrom, type Rule, sum } from '../rule.ts'

const likeOwnName = (domain: string, label: string): boolean => label !== '' && labelOf(domain) === label

export const borrowedHouse: Rule = {
  id: 'mail.borrowed-house',
  severity: 'high',
  attack: ['T1656', 'T1566.002'],
  title: {
    en: 'A mail from outside poses as your own organisation',
    es: 'Un correo de fuera se hace pasar por su organización',
    fr: 'Un courriel du dehors se fait passer pour votre organisation',
    de: 'Eine E-Mail von außen gibt sich als Ihre Organisation aus',
  },
  tells: {
    en: 'It calls itself “{name}”, but it comes from {domain}, which is not your organisation.',
    es: 'Se hace llamar «{name}», pero viene de {domain}, que no es su organización.',
    fr: 'Il se nomme « {name} », mais il vient de {domain}, qui n’est pas votre organisation.',
    de: 'Die E-Mail nennt sich „{name}“, kommt aber von {domain}, und das ist nicht Ihre Organisation.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const { from, circle, reader } = mail.message
    if (mail.relation !== 'stranger' || from.name === '' || from.domain === '') return undefined
    const shown = plainWords(from.name)
    const house = plainWords(circle.organisation?.name ?? '')
    const label = labelOf(mail.readerDomain)
    const named =
      (house.length > 3 && shown.includes(house)) ||
      (label.length > 3 && shown.replace(/[^a-z0-9]/g, '').includes(label.replace(/[^a-z0-9]/g, '')))
    const posing = named && !likeOwnName(from.domain, label)
    const readerName = posing && plainWords(reader?.name ?? '') === shown
    if (!posing || readerName) return undefined
    const asks = firstSaid(mail, 'credentials', 'threat', 'mailbox', 'document', 'voicemail', 'qr') !== undefined
    // A town's other houses carry its name too: the Riverton History Society.
    if (!asks && !mail.borrowedOffice && labelOf(from.domain).includes(label)) return undefined
    // The Riverton Food Pantry of rivertonfoodpantry.example is a house of its own, although it bears the town's name.
    const own = labelOf(from.domain).replaceAll('-', '')
    const isNeighbour =
      !mail.forged &&
      !mail.borrowedOffice &&
      !mail.shadyDomain &&
      !mail.dressedDomain &&
      (house === '' || !shown.includes(house)) &&
      own.length > label.length + 3 &&
      shown.replace(/[^a-z0-9]/g, '').startsWith(own)
    return {
      facts: { name: fact(from.name), domain: fact(from.domain) },
      evidence: [quoteFrom(mail)],
      points: sum(
        [true, 40],
        [isNeighbour, -45],
        [mail.borrowedOffice || mail.freeMail, 25],
        [asks, 40],
        [mail.web.length + mail.files.length > 0, 10],
      ),
    }
  },
  examples: { fires: 'hostile/helpdesk-thread', quiet: 'honest/it-own' },
}
