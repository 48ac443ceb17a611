/** A stranger wants the machine's guard put aside for what they sent, or will send: no honest file needs that. */
import { isHost } from '../../names/services.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { isBulk, isUnplaced, talksShop, teaches } from '../sender.ts'

const ownMachine =
  /\b(?:my|our|mi|nuestro|mon|notre|mein|meine?[mnr]?|unser\w*) (?:anti|virus|defender|windows|scanner|computer|rechner|browser|mail|filter|ordenador|ordinateur|poste|laptop|pc\b)/

export const guardAsleep: Rule = {
  id: 'mail.guard-asleep',
  severity: 'high',
  attack: ['T1562.001', 'T1204.002'],
  title: {
    en: 'A mail wants your protection switched off',
    es: 'Un correo quiere que desactive su protección',
    fr: 'Un courriel veut que vous coupiez votre protection',
    de: 'Eine E-Mail will Ihren Schutz ausschalten lassen',
  },
  tells: {
    en: 'It wants warnings of your computer ignored or its protection switched off (“{ask}”). No honest file needs that.',
    es: 'Quiere que ignore los avisos de su ordenador o apague su protección («{ask}»). Ningún archivo honrado lo necesita.',
    fr: 'Il veut faire taire les alertes de votre ordinateur ou couper sa protection (« {ask} »). Aucun fichier honnête ne le demande.',
    de: 'Sie sollen Warnungen Ihres Rechners übergehen oder seinen Schutz ausschalten („{ask}“). Keine ehrliche Datei braucht das.',
  },
  advises: advice.doNotOpen,
  clearable: true,
  look: (mail) => {
    const { says } = mail
    if (mail.relation !== 'stranger' || mail.trust !== undefined || isBulk(mail) || teaches(mail) || mail.text.length > 4000)
      return undefined
    const ask = says.together(['guardDown'], { without: ['optional', 'checkElsewhere'] })
    // Of one's own machine one tells, or asks.
    if (ask === undefined || ownMachine.test(ask) || says.together(['wonders', 'guardDown']) !== undefined) return undefined
    const shared = mail.web.find((link) => isHost('sharing', link.host) || mail.foreign.includes(link))
    const brought = mail.files.length > 0 || shared !== undefined || mail.hasOwnLink
    // Without a file or a place for one it must be said that there is.
    if (!brought && says.together(['password', 'archive']) === undefined && !says.has('archive')) return undefined
    const points = sum(
      [true, 60],
      [brought, 15],
      [says.has('password'), 15],
      [says.has('runIt', 'installVerb') && says.has('softNoun', 'runIt'), 15],
      [isUnplaced(mail), 25],
      [says.has('hurry', 'loss', 'atOnce'), 12],
      [talksShop(mail), -45],
      [mail.message.hasThread && !isUnplaced(mail), -20],
    )
    return points < 40
      ? undefined
      : {
          facts: { ask: fact(ask) },
          evidence: [quoteWords(ask), quoteFrom(mail), ...(shared === undefined ? [] : [quoteLink(shared)])],
          points,
        }
  },
  examples: { fires: 'hostile/guard-asleep', quiet: 'honest/scanner-held-it' },
}
