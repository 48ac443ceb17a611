/** A court, a police office or a rights holder that nobody dealt with before, and a file or page to look at at once. */
import { firstSaid, luringLink } from '../mail.ts'
import { fact, quote, quoteFrom, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const courtScare: Rule = {
  id: 'mail.court-scare',
  severity: 'high',
  attack: ['T1566', 'T1656'],
  title: {
    en: 'A mail threatens with a court',
    es: 'Un correo amenaza con un juzgado',
    fr: 'Un courriel menace d’un procès',
    de: 'Eine E-Mail droht mit einem Gericht',
  },
  tells: {
    en: 'It threatens with the law (“{claim}”) and wants {file} opened. Courts send letters.',
    es: 'Amenaza con la ley («{claim}») y quiere que abra {file}. Los juzgados envían cartas.',
    fr: 'Il menace de poursuites (« {claim} ») et veut faire ouvrir {file}. Les tribunaux envoient des lettres.',
    de: 'Die E-Mail droht mit dem Gesetz („{claim}“) und will, dass Sie {file} öffnen. Gerichte schicken Briefe.',
  },
  advises: {
    en: 'Open nothing. Ask the court or your lawyer on a number you look up yourself.',
    es: 'No abra nada. Pregunte al juzgado o a su abogado en un número que busque usted.',
    fr: 'N’ouvrez rien. Demandez au tribunal ou à votre avocat, à un numéro que vous cherchez vous-même.',
    de: 'Öffnen Sie nichts. Fragen Sie beim Gericht oder in Ihrer Kanzlei nach, unter einer Nummer, die Sie selbst suchen.',
  },
  clearable: true,
  look: (mail) => {
    const claim = mail.wants('court')
    if (claim === undefined || mail.relation !== 'stranger' || mail.throughList || mail.wants('unsubscribe') !== undefined) return undefined
    const lure = luringLink(mail)
    const file = mail.files.find((one) => /\.(zip|rar|7z|html?|docm?|xlsm?|one|iso|pdf)$/i.test(one.name))
    const ransom = mail.wants('call') !== undefined && /\b(?:gift cards?|transfer|bond|settle|pay|bitcoin|fianza|pagar)\b/.test(mail.words)
    if ((lure === undefined && file === undefined && !ransom) || mail.message.hasThread) return undefined
    const away = mail.foreign.some((link) => link.domain !== mail.message.from.domain) && !mail.hasOwnLink
    const odd = mail.shadyDomain || mail.dressedDomain || mail.borrowedOffice || mail.freeMail || mail.borrowedPages.length > 0
    const pressed =
      firstSaid(mail, 'urgency', 'threat') !== undefined ||
      /\b(?:fail\w*|warrant|sued|multa|incomparecencia|comparec\w+)\b/.test(mail.words)
    const packed = lure !== undefined && /\.(zip|rar|7z|exe|iso)(?:$|[?#])/i.test(lure.innermost)
    const points = sum([lure !== undefined, 30], [lure === undefined, 10], [away, 25], [odd, 30], [pressed, 20], [packed, 25], [ransom, 50])
    return points < 40
      ? undefined
      : {
          facts: { claim: fact(claim), file: fact(lure?.host ?? file?.name ?? mail.wants('call') ?? '') },
          evidence: [
            quoteWords(claim),
            quoteFrom(mail),
            lure === undefined ? quote('attachment', file?.name ?? '') : quoteLink(lure),
          ].slice(0, lure === undefined && file === undefined ? 2 : 3),
          points,
        }
  },
  examples: { fires: 'hostile/fifth-summons-es', quiet: 'honest/fifth-lawyers-letter' },
}
