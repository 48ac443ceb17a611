/** A short mail from somebody in charge: are you there, keep it quiet, I cannot talk. */

import { plainWords, said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'

export const quietFavour: Rule = {
  id: 'mail.quiet-favour',
  severity: 'high',
  attack: ['T1656', 'T1566.003'],
  title: {
    en: 'A mail asks for a quiet favour',
    es: 'Un correo pide un favor en silencio',
    fr: 'Un courriel demande un service en toute discrétion',
    de: 'Eine E-Mail bittet um einen stillen Gefallen',
  },
  tells: {
    en: 'It asks for a favour (“{ask}”) and avoids a call. That is how fraud in the name of a superior begins.',
    es: 'Pide un favor («{ask}») y evita hablar. Así empieza el fraude con el nombre del jefe.',
    fr: 'Il demande un service (« {ask} ») et évite un appel. C’est ainsi que commence la fraude au nom d’un supérieur.',
    de: 'Die E-Mail bittet um einen Gefallen („{ask}“) und weicht einem Anruf aus. So beginnt der Betrug im Namen von Vorgesetzten.',
  },
  advises: advice.callThem,
  clearable: true,
  look: (mail) => {
    const ask = mail.wants('favour')
    const hush = mail.wants('secrecy')
    const { from, replyTo } = mail.message
    const short = mail.text.length < 1500 && mail.web.every((link) => link.domain === from.domain || link.domain === mail.readerDomain)
    if (ask === undefined || !short || mail.relation === 'known' || mail.wants('unsubscribe') !== undefined || mail.message.listId !== '')
      return undefined
    const elsewhere = replyTo !== undefined && replyTo.address !== from.address && replyTo.domain !== from.domain
    const number =
      said(
        mail.words,
        /\b(?:cell|mobile|whatsapp|personal|phone) ?(?:phone )?number\b|\b(?:whatsapp|signal|telegram)\b|\bnew number\b|\bnuevo numero\b|\btu (?:numero|movil|whatsapp)\b/,
      ) !== undefined
    const boss =
      said(
        plainWords(`${from.name}\n${mail.words.slice(0, 200)}\n${mail.words.slice(-300)}`),
        /\b(?:ceo|chief|chair(?:man|woman|person)?|president|director|treasurer|executive|candidate|senator|mayor|principal|pastor|rector|presidente|presidenta|directora?|tesorer[oa]|secretari[oa] general|head of|managing)\b/,
      ) !== undefined
    const money = said(mail.words, /\b(?:payment|wire|transfer|gift ?cards?|invoice|transferencia|pago|bank|funds?)\b/) !== undefined
    const points = sum(
      [hush !== undefined, 40],
      [mail.freeMail, 25],
      [elsewhere, 35],
      [number, 35],
      [boss, 20],
      [money, 15],
      [mail.wants('urgency') !== undefined, 15],
      [number && said(mail.words, /\b(?:task|errand|urgent|tarea|urgente|favou?r)\b/) !== undefined, 15],
      [mail.relation === 'own' && !elsewhere && !mail.forged, -60],
    )
    return points < 40 ? undefined : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask), quoteFrom(mail)], points: points + 25 }
  },
  examples: { fires: 'hostile/boss-available', quiet: 'honest/vendor-available' },
}
