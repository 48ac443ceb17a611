/** A voice message that is a web page. */

import { plainWords, said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid, luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

/** Something was said on a machine: it is no voice message that the mail brings. */
const leftThere =
  /\b(?:i|we)(?:'ve| have|'ll| will)? (?:also )?(?:left|leave|put|said|spoke|read)\b[^.\n]{0,60}\bvoice ?(?:mails?|messages?)\b|\b(?:he deje|hemos dejado|deje|dejamos)\b[^.\n]{0,60}\bbuzon de voz\b/

export const fakeVoicemail: Rule = {
  id: 'mail.fake-voicemail',
  severity: 'high',
  attack: ['T1566.002'],
  title: {
    en: 'A mail pretends to bring a voice message',
    es: 'Un correo finge traer un mensaje de voz',
    fr: 'Un courriel fait croire à un message vocal',
    de: 'Eine E-Mail täuscht eine Sprachnachricht vor',
  },
  tells: {
    en: 'It speaks of a “{ask}”, but it leads to {host}.',
    es: 'Habla de «{ask}», pero lleva a {host}.',
    fr: 'Il parle de « {ask} », mais il mène à {host}.',
    de: 'Die E-Mail spricht von „{ask}“, führt aber zu {host}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    if (mail.relation !== 'stranger' || mail.throughList || mail.wants('voicemail') === undefined) return undefined
    const ask = said(
      plainWords(`${mail.message.subject}\n${mail.text.slice(0, 500)}`),
      /\b(?:new |missed |you have (?:a |\d+ )?(?:new )?)?(?:voice ?mails?|voice ?messages?|audio messages?|voice note|missed (?:voice )?calls?|mensajes? de voz|llamada perdida)\b/,
    )
    if (ask === undefined || mail.wants('unsubscribe') !== undefined || said(mail.words, leftThere) !== undefined) return undefined
    const file = mail.files.find((one) => /\.(s?html?|svg|zip|pdf|eml|mht)$/i.test(one.name))
    const lure = luringLink(mail)
    if (lure === undefined && file === undefined) return undefined
    const away = mail.foreign.some((link) => link.domain !== mail.message.from.domain) && !mail.hasOwnLink
    const odd = mail.shadyDomain || mail.borrowedOffice || mail.borrowedPages.length > 0 || mail.freeMail
    const asks = firstSaid(mail, 'credentials', 'urgency', 'threat') !== undefined
    return {
      facts: { ask: fact(ask), host: fact(lure?.host ?? file?.name ?? '') },
      evidence: [quoteWords(ask), ...(lure === undefined ? [] : [quoteLink(lure)])],
      points: sum(
        [true, 35],
        [away, 35],
        [odd, 30],
        [mail.dressedDomain && !odd, 20],
        [mail.carriesReader, 52],
        [asks, 35],
        [file !== undefined, 50],
      ),
    }
  },
  examples: { fires: 'hostile/voicemail', quiet: 'honest/voicemail-own' },
}
