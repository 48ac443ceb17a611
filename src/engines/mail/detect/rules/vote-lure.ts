/** A trouble with the reader's vote that only a foreign page, or their papers, would mend. */
import { labelOf } from '../../names/domain.ts'
import { isCombined } from '../../names/dressing-words.ts'
import { isPublicOffice, isVotingHelp } from '../../names/public-offices.ts'
import type { Concept } from '../../words/lexicon/lexicon.ts'
import { plainWords } from '../../words/plain-words.ts'
import { clueOf, isOwnVote, isServedBallot, voteSigns } from '../civic-signs.ts'
import { madeSecret } from '../evasion.ts'
import { luringLink } from '../mail.ts'
import { fact, quoteFrom, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, fitsName, isBulk, isUnplaced, teaches } from '../sender.ts'

const office =
  /\b(?:elections?|electoral|vot(?:e|er|ers|ing)|ballots?|registrar|registration|county|clerk|board|commission|precinct|polling|censo|junta|electores|wahl\w*|electorale?)\b/

/** From here on any words stand in it. */
const longest = 4000

/** The word is there to say that it is not wanted. */
const notWanted = ['spared', 'noKeyNeeded', 'notGive'] as const satisfies readonly Concept[]

export const voteLure: Rule = {
  id: 'mail.vote-lure',
  severity: 'high',
  attack: ['T1598.003', 'T1656'],
  title: {
    en: 'A mail invents a problem with your vote',
    es: 'Un correo inventa un problema con su voto',
    fr: 'Un courriel invente un problème avec votre vote',
    de: 'Eine E-Mail erfindet ein Problem mit Ihrer Stimme',
  },
  tells: {
    en: 'It says something is wrong with your vote (“{ask}”) and wants you to act through {host}, which is no election office.',
    es: 'Dice que hay un problema con su voto («{ask}») y quiere que actúe a través de {host}, que no es una oficina electoral.',
    fr: 'Il dit que votre vote pose problème (« {ask} ») et veut vous faire passer par {host}, qui n’est pas un bureau électoral.',
    de: 'Die E-Mail sagt, mit Ihrer Stimme stimme etwas nicht („{ask}“), und will Sie über {host} führen; das ist kein Wahlamt.',
  },
  advises: {
    en: 'Your vote is safe. Ask your election office, by the address or number on its official page.',
    es: 'Su voto está a salvo. Pregunte a su oficina electoral por la dirección o el número de su página oficial.',
    fr: 'Votre vote ne craint rien. Demandez à votre bureau électoral, à l’adresse ou au numéro de sa page officielle.',
    de: 'Ihre Stimme ist sicher. Fragen Sie Ihr Wahlamt unter der Adresse oder Nummer seiner amtlichen Seite.',
  },
  clearable: true,
  look: (mail) => {
    const { says, message } = mail
    const { from } = message
    if (
      (mail.relation !== 'stranger' && !(mail.relation === 'known' && mail.forged)) ||
      isPublicOffice(from.host) ||
      isServedBallot(mail) ||
      isOwnVote(mail) ||
      teaches(mail) ||
      !says.has('voting', 'wrongVote', 'ballotBox', 'election', 'voteWord')
    )
      return undefined
    const bySigns = clueOf(mail, voteSigns(mail))
    if (!says.has('voting', 'wrongVote', 'ballotBox', 'election')) return bySigns
    const trouble = says.together(['voting', 'votingTrouble']) ?? says.together([['voting'], ['votingTrouble']], { within: 1 })
    const poses =
      !from.name.toLowerCase().includes(from.domain) && office.test(plainWords(`${from.name} ${labelOf(from.domain).replaceAll('-', ' ')}`))
    // Who calls itself an election office, and is none by its address, sends voters elsewhere.
    const moved =
      poses && (isCombined(from.domain) || isUnplaced(mail)) && !isBulk(mail) && !says.has('ballotBox', 'checkElsewhere')
        ? says.together([['voting', 'election'], ['pollsMoved']], { within: 1 })
        : undefined
    const told =
      says.together(['wrongVote'], { without: ['denied', 'checkElsewhere'] }) ??
      (says.has('recorded') ? says.beside('voteWord', 'byMessage', 9, ['denied']) : undefined) ??
      (isBulk(mail) || mail.message.hasThread || mail.text.length > 2500 || says.has('ballotBox')
        ? undefined
        : says.beside('election', 'dayShift', 8, ['denied']))
    // Other hours, passed on by somebody whose answers go elsewhere or who would have nobody asked.
    const heard =
      isUnplaced(mail) &&
      !isBulk(mail) &&
      !says.has('ballotBox') &&
      (mail.forged || answersElsewhere(mail) || madeSecret(mail) !== undefined)
        ? says.together([['voting', 'election'], ['pollsMoved']], { within: 1, without: ['denied', 'checkElsewhere'] })
        : undefined
    // Who repeats a rumour to deny it spreads no rumour.
    const wrong = (says.has('denied') ? undefined : (told ?? heard)) ?? moved
    const keys = says.together([['secrets'], ['enter', 'give', 'handOver', 'open']], { within: 1, without: ['faceToFace'] })
    const asked =
      says.together([['privateMatters'], ['handOver', 'wish', 'enter']], {
        within: 1,
        without: ['bringIt', 'checkElsewhere', ...notWanted],
      }) ?? says.together([['identity'], ['give', 'enter', 'open', 'answer', 'ask', 'votingTrouble']], { within: 1, without: notWanted })
    const official = mail.web.some((link) => isPublicOffice(link.host) || isVotingHelp(link.domain))
    const lure =
      mail.foreign.find((link) => !isPublicOffice(link.host) && !isVotingHelp(link.domain)) ?? (official ? undefined : luringLink(mail))
    // Papers that the office's own page asks for are that page's matter.
    const papers = keys ?? (official && lure === undefined && !says.has('sendBack') ? undefined : asked)
    const bare =
      lure !== undefined && !official && mail.text.length <= longest
        ? says.together(['identity'], { without: ['bringIt', 'checkElsewhere', ...notWanted] })
        : undefined
    const fee =
      lure !== undefined && !official && !isBulk(mail)
        ? says.together(
            [
              ['voting', 'ballotBox'],
              ['pay', 'smallFee'],
            ],
            { within: 2 },
          )
        : undefined
    const ask = wrong ?? papers ?? trouble ?? bare ?? fee
    if (
      ask === undefined ||
      (wrong === undefined && keys === undefined && trouble === undefined && bare === undefined && fee === undefined)
    )
      return bySigns
    if (wrong === undefined && lure === undefined && papers === undefined && !says.has('give', 'answer') && mail.files.length === 0)
      return bySigns
    const points = sum(
      [trouble !== undefined, 30],
      // Nobody votes by mail or on another day: no office says so.
      [wrong !== undefined, 75],
      [wrong !== undefined && !mail.verified, 15],
      [keys !== undefined && lure !== undefined, 40],
      [says.together(['voting', 'votingTrouble', 'open']) !== undefined, 8],
      [papers !== undefined, 45],
      [papers === undefined && bare !== undefined, 45],
      [fee !== undefined, 40],
      [lure !== undefined, 15],
      [lure !== undefined && lure.domain !== from.domain, 15],
      [poses && !isBulk(mail), 25],
      [isUnplaced(mail), 20],
      [mail.borrowedPages.length > 0, 15],
      [says.has('hurry'), 12],
      [lure !== undefined && !official && mail.text.length < 240, 14],
      [official && papers === undefined && wrong === undefined, -45],
      [isBulk(mail) && papers === undefined, wrong === undefined ? -35 : -60],
      [fitsName(mail) && !poses && papers === undefined && wrong === undefined, -20],
      [says.has('checkElsewhere'), -15],
    )
    return points < 40 || points < (bySigns?.points ?? 0)
      ? bySigns
      : {
          facts: { ask: fact(ask), host: fact(lure?.host ?? from.domain) },
          evidence: [quoteWords(ask), quoteFrom(mail), ...(lure === undefined ? [] : [quoteLink(lure)])],
          points,
          // However kindly it is told: on another day, or elsewhere, nobody's vote counts.
          ...(wrong === undefined ? {} : { aTale: false }),
        }
  },
  examples: { fires: 'hostile/vote-expired', quiet: 'honest/vote-office' },
}
