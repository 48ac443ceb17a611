/** A file said to be shared, on a page that shares no files. */

import { belongsTo, brandsIn } from '../../names/brands.ts'
import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const fakeShare: Rule = {
  id: 'mail.fake-share',
  severity: 'high',
  attack: ['T1566.002', 'T1598.003'],
  title: {
    en: 'A mail pretends that a file was shared',
    es: 'Un correo finge que se ha compartido un archivo',
    fr: 'Un courriel fait croire qu’un fichier a été partagé',
    de: 'Eine E-Mail tut, als sei eine Datei geteilt worden',
  },
  tells: {
    en: 'It says “{ask}”, but the link leads to {host}, not to a place where your files live.',
    es: 'Dice «{ask}», pero el enlace lleva a {host}, no a un lugar donde estén sus archivos.',
    fr: 'Il dit « {ask} », mais le lien mène à {host}, qui n’est pas un endroit où se trouvent vos fichiers.',
    de: 'Die E-Mail sagt „{ask}“, aber der Link führt zu {host} und nicht dorthin, wo Ihre Dateien liegen.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const ask = mail.wants('document')
    const lure = luringLink(mail)
    if (
      ask === undefined ||
      lure === undefined ||
      mail.relation === 'own' ||
      mail.relation === 'known' ||
      mail.wants('unsubscribe') !== undefined ||
      mail.throughList
    )
      return undefined
    const away = mail.foreign.some((link) => link.domain !== mail.message.from.domain) && !mail.hasOwnLink && mail.foreign.length <= 6
    const service = mail.leadBrands.find((one) => !belongsTo(one, mail.message.from.domain)) ?? brandsIn(mail.words.slice(0, 1500))[0]
    const posing =
      service !== undefined && !belongsTo(service, mail.message.from.domain) && !mail.web.some((link) => belongsTo(service, link.domain))
    const signIn =
      said(
        mail.words,
        /\b(?:sign|log)[ -]?in\b|\b(?:your|work|corporate|company|business|office|email) (?:e-?mail )?(?:credentials|password|account|login)\b|\bauthenticat\w+|\binici\w+ sesion|\bcontrasena/,
      ) !== undefined
    const hurry = mail.wants('urgency') !== undefined
    const odd = mail.shadyDomain || mail.borrowedOffice || mail.borrowedPages.length > 0 || mail.freeMail
    const points = sum(
      [away, 25],
      [posing, 35],
      [signIn && (away || odd || posing), 30],
      [hurry && (away || odd || posing), 20],
      [odd, 35],
      [mail.dressedDomain && !odd, 20],
      [signIn && hurry && !away && !odd && !posing, 30],
    )
    return points < 25
      ? undefined
      : { facts: { ask: fact(ask), host: fact(lure.host) }, evidence: [quoteWords(ask), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/fake-share-page', quiet: 'honest/colleague-share' },
}
