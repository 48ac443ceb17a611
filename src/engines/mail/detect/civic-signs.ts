/** Votes and gifts as impostors speak of them, by the sum of weak signs: none of them makes a lure, a few of them together have no honest story. */
import { isCombined } from '../names/dressing-words.ts'
import { isBallotService, isGivingPlatform, isPublicOffice, isVotingHelp } from '../names/public-offices.ts'
import { isAccountAbroad } from './account-abroad.ts'
import { madeSecret, wantedThings } from './evasion.ts'
import { ibanWritten } from './iban.ts'
import { luringLink, type Mail } from './mail.ts'
import { type Clue, fact, quoteFrom, quoteWords, sum } from './rule.ts'
import { fitsName, isBulk, isUnplaced } from './sender.ts'

/** `aTale`: as in a clue. */
export type Signs = { readonly points: number; readonly said: string; readonly aTale?: false }

/** A wallet of one of the usual coins. */
export const walletWritten = /\b(?:bc1[a-z0-9]{20,60}|[13][a-km-z1-9]{25,34}|0x[\da-f]{40}|t[a-z0-9]{33})\b/

/** What a sum of weak signs is worth to the rule that asked. */
export const clueOf = (mail: Mail, signs: Signs | undefined): Clue | undefined =>
  signs && {
    facts: { ask: fact(signs.said), host: fact(luringLink(mail)?.host ?? mail.message.from.domain) },
    evidence: [quoteWords(signs.said), quoteFrom(mail)],
    points: signs.points,
    ...(signs.aTale === false && { aTale: false }),
  }

const weekday =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b/g
const weekdaysIn = (words: string): number => new Set(words.match(weekday)).size

const enough = 60
const longest = 2500

/** A vote that is made easy, moved, charged for or gathered by a stranger. */
export function voteSigns(mail: Mail): Signs | undefined {
  const { says, message } = mail
  if (mail.text.length > longest || message.hasThread || says.has('denied') || !says.has('voting', 'voteWord', 'election')) return undefined
  // Dates and favourites are voted on in services for that.
  if (says.has('datePoll') && !says.has('identity', 'secrets', 'voting')) return undefined
  // A threat over a vote needs no link and asks for nothing: denied, or with the office named that one may ask, it is news of one.
  const menace = says.together([['voteMenace'], ['voting', 'voteWord', 'election']], { within: 8, without: ['denied', 'checkElsewhere'] })
  const easy = says.has('ballotBox') ? undefined : says.together(['easyVote'], { without: ['denied', 'checkElsewhere'] })
  const turned = says.together([['weekday'], ['turnedAway'], ['voteWord', 'voting']], { within: 3, without: ['denied', 'bringIt'] })
  const shifted = (turned ?? says.beside('weekday', 'negation', 4, ['denied', 'bringIt'])) !== undefined && weekdaysIn(mail.words) > 1
  const collect =
    says.together(['collectVotes'], { without: ['bringIt'] }) ??
    says.together([['voting', 'voteWord'], ['weFetch']], { without: ['denied', 'spared'] })
  const papers = says.together(['identity'], { without: ['bringIt', 'checkElsewhere', 'denied', 'spared', 'noKeyNeeded'] })
  const trouble = says.together([['voting'], ['votingTrouble']], { within: 1 })
  const official = mail.web.some((link) => isPublicOffice(link.host) || isVotingHelp(link.domain))
  const lure = luringLink(mail) !== undefined && !official
  const fee =
    says.together([['smallFee', 'payNow', 'advance', 'reward']]) ??
    (lure
      ? says.together(
          [
            ['voting', 'voteWord'],
            ['pay', 'smallFee', 'fineDue'],
          ],
          { within: 1, without: ['done'] },
        )
      : undefined)
  const byMessage = says.has('ballotBox') ? undefined : says.beside(['voteWord', 'voting'], 'byMessage', 6, ['denied'])
  const ask =
    menace ?? easy ?? byMessage ?? collect ?? papers ?? fee ?? trouble ?? turned ?? (shifted ? says.together(['weekday']) : undefined)
  if (ask === undefined) return undefined
  const points = sum(
    [menace !== undefined, 76],
    [easy !== undefined, 62],
    // Some vote today, the others tomorrow, and who comes today is sent home: no office holds an election so.
    [easy === undefined && shifted, turned === undefined ? 44 : 76],
    [easy === undefined && byMessage !== undefined, 30],
    [collect !== undefined, 70],
    [papers !== undefined, 32],
    [trouble !== undefined, 22],
    // What belongs into an envelope or a box is wanted here.
    [collect === undefined && says.together([['voting', 'voteWord'], ['handOver']], { within: 1 }) !== undefined, 18],
    [fee !== undefined, 24],
    [lure, 12],
    ...origin(mail, easy === undefined && collect === undefined),
    [says.has('hurry'), 8],
    [mail.files.length > 0 && collect !== undefined, 10],
    [official && papers === undefined, -45],
    [collect === undefined && menace === undefined && says.has('bringIt'), -30],
    [says.has('checkElsewhere') && collect === undefined, -30],
    [says.has('done') && papers === undefined, -20],
    [isBulk(mail) && !mail.freeMail && turned === undefined, -35],
  )
  if (points < enough) return undefined
  // Days of voting that are split among voters and those who come on the wrong one sent home, or voters threatened by somebody who warns of nothing:
  // no kind word excuses that.
  const isTale = (turned === undefined || weekdaysIn(mail.words) < 2) && (menace === undefined || says.warnings > 0)
  return { points: points + 22, said: ask, ...(!isTale && { aTale: false as const }) }
}

/** A house votes on its own affairs, in its own name and on its own pages. */
export const isOwnVote = (mail: Mail): boolean =>
  mail.says.has('houseVote') &&
  !mail.forged &&
  fitsName(mail) &&
  !isUnplaced(mail) &&
  mail.foreign.length === 0 &&
  mail.says.count('houseVote') >= mail.says.count('election') &&
  wantedThings(mail).size === 0

/** A gift that goes round the books, pays in advance, wants the card again, or lands in somebody's own account. */
export function giftSigns(mail: Mail): Signs | undefined {
  const { says, message } = mail
  if (
    mail.text.length > longest ||
    message.hasThread ||
    (!says.has('donation', 'giftCard', 'reward', 'advance') && !walletWritten.test(mail.words))
  )
    return undefined
  const hidden = says.together(['purposeHidden'])
  const advance = says.together(['advance'])
  const card = says.together([['donation'], ['identity'], ['enter', 'give', 'open', 'ask', 'donationTrouble', 'handOver']], { within: 2 })
  const trouble = says.together([['donation'], ['donationTrouble']], { within: 1 })
  const account = ibanWritten.test(mail.words) || walletWritten.test(mail.words)
  const coins =
    account || says.has('donation', 'handOver')
      ? says.together([['coins', 'oddMoney']], { without: ['paysAnyWay', 'giftCard'] })
      : undefined
  // Gifts are not made in the codes of shops.
  const codes = says.together([['donation'], ['giftCard'], ['cardSecret', 'give']], { within: 1, without: ['paysAnyWay', 'everyday'] })
  const now =
    luringLink(mail) === undefined || !isOfTheMoment(mail)
      ? undefined
      : says.together([['donation'], ['payNow', 'pay', 'payIt'], ['hurry', 'atOnce', 'payNow']], { within: 1 })
  const wallet = walletWritten.test(mail.words) ? says.together([['ask', 'give', 'pay', 'payIt', 'wish']]) : undefined
  const ask = hidden ?? advance ?? card ?? coins ?? codes ?? wallet ?? trouble ?? now
  if (ask === undefined) return undefined
  const strong = hidden ?? advance ?? coins ?? codes ?? wallet
  // Donors have troubles with their cards too, and write about it.
  if (strong === undefined && !account && luringLink(mail) === undefined) return undefined
  const genuine = mail.web.some((link) => isGivingPlatform(link.domain))
  const points = sum(
    [hidden !== undefined, 40],
    [advance !== undefined, 36],
    [card !== undefined, 30],
    [trouble !== undefined, 24],
    [now !== undefined, 20],
    [coins !== undefined, 54],
    [coins !== undefined && !mail.hasOwnLink, 8],
    // Who only speaks of such money asks for none.
    [coins !== undefined && !account && luringLink(mail) === undefined && !says.has('give', 'payHere', 'handOver', 'ask', 'payIt'), -40],
    [codes !== undefined, 46],
    [wallet !== undefined, 16],
    [account, 22],
    [isAccountAbroad(mail) || walletWritten.test(mail.words), 22],
    [says.has('tellNobody', 'aside') || madeSecret(mail) !== undefined, 18],
    [says.has('obey'), 12],
    [luringLink(mail) !== undefined && !genuine, 10],
    ...origin(mail, strong === undefined),
    [says.has('hurry', 'atOnce'), 8],
    [genuine, -45],
    // Students and reporters write about gifts.
    [says.has('ownWork') && wallet === undefined && !account && card === undefined, -45],
    [strong === undefined && says.has('paysAnyWay'), -25],
    [says.has('checkElsewhere', 'unchanged'), -25],
    [mail.hasOwnLink && fitsName(mail) && codes === undefined && says.has('ownBill', 'expected'), -45],
    [says.has('firstBill', 'done'), -20],
    [isBulk(mail) && !mail.freeMail, -35],
  )
  return points < enough ? undefined : { points: points + 22, said: ask }
}

const isOfTheMoment = (mail: Mail): boolean => !mail.freeMail && (isUnplaced(mail) || isCombined(mail.message.from.domain))

/** A service that holds elections sent it, and it leads nowhere else and wants nothing but the vote. */
export const isServedBallot = (mail: Mail): boolean =>
  isBallotService(mail.message.from.domain) &&
  mail.verified &&
  mail.web.every((link) => link.domain === mail.message.from.domain) &&
  mail.files.length === 0 &&
  !ibanWritten.test(mail.words) &&
  !walletWritten.test(mail.words) &&
  wantedThings(mail).size === 0

/** Where it comes from: a domain of the moment, a mailbox that anybody has, or a house that fits its name. */
const origin = (mail: Mail, fits = true): readonly (readonly [boolean, number])[] => [
  [isUnplaced(mail), 24],
  [isCombined(mail.message.from.domain) && !mail.freeMail && !isUnplaced(mail), 24],
  [!mail.verified, 6],
  [mail.borrowedPages.length > 0, 12],
  [fits && fitsName(mail) && !isCombined(mail.message.from.domain), -12],
]
