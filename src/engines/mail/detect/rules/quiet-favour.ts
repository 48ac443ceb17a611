/** A short mail from somebody in charge: are you there, keep it quiet, I cannot talk. */

import { plainWords } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { ledAside, madeSecret } from '../evasion.ts'
import { openness } from '../open-dealing.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, isBulk, isInside, isUnplaced } from '../sender.ts'

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
    const { says } = mail
    const { from } = mail.message
    const short =
      mail.text.length < 1500 && mail.web.filter((link) => link.domain !== from.domain && link.domain !== mail.readerDomain).length < 2
    if (!short || mail.relation === 'known' || mail.relation === 'brand' || isBulk(mail) || mail.files.length > 1) return undefined
    const available = says.together(['available'])
    const vague =
      mail.freeMail && mail.text.length < 600
        ? says.together([['vague'], ['wish', 'ask']], { without: ['everyday', 'smallPrint'] })
        : undefined
    const task = says.together(['task'], { without: ['taken'] }) ?? says.together(['obey']) ?? vague
    const number = says.together(['number', ['give', 'ask', 'answer']], { within: 1 })
    const hush = says.together(['hush'], { without: ['spared'] }) ?? madeSecret(mail) ?? ((task ?? number) ? ledAside(mail) : undefined)
    const ask = task ?? number ?? available
    const met = [available, task, number, hush].filter((one) => one !== undefined).length
    if (ask === undefined || met < 2) return undefined
    const elsewhere = answersElsewhere(mail)
    const boss =
      says.has('boss') ||
      plainWords(from.name)
        .split(/[^a-z]+/)
        .some((word) => /^(?:ceo|chair\w*|president\w*|director\w*|treasurer|candidate|senator|mayor|rector|tesorer[oa])$/.test(word))
    const points = sum(
      [available !== undefined, 25],
      [task !== undefined, 30],
      [number !== undefined, 30],
      [hush !== undefined, 35],
      [says.has('obey') && madeSecret(mail) !== undefined, 15],
      [says.has('hurry'), 12],
      [boss, 15],
      [says.has('wire', 'giftCard', 'bank'), 15],
      [mail.freeMail, 40],
      [elsewhere, 35],
      [isUnplaced(mail) && !mail.freeMail && !elsewhere, 25],
      [says.has('everyday'), -45],
      // Nothing is wanted, and whoever doubts has a number of old.
      [openness(mail) > 1 && number === undefined, -50],
      [says.has('role') && says.has('invite') && hush === undefined, -30],
      [isInside(mail), -80],
    )
    return points < 45
      ? undefined
      : {
          facts: { ask: fact(ask) },
          evidence: [quoteWords(ask), ...(hush === undefined || hush === ask ? [] : [quoteWords(hush)]), quoteFrom(mail)],
          points: points + 8,
        }
  },
  examples: { fires: 'hostile/boss-available', quiet: 'honest/vendor-available' },
}
