/** A calendar entry that carries the trick, because calendars accept what filters stop. */

import type { Link } from '../../message.ts'
import { belongsTo, brandOf, brandsIn } from '../../names/brands.ts'
import { registered } from '../../names/domain.ts'
import { isPublicOffice } from '../../names/public-offices.ts'
import { hasAbusedEnding, isHost } from '../../names/services.ts'
import type { CalendarEntry } from '../../view/read-calendar.ts'
import { phoneIn } from '../../words/phone-numbers.ts'
import { joinLines, plainWords, said as saidIn } from '../../words/plain-words.ts'
import { readSentences } from '../../words/sentences.ts'
import { acquaintance } from '../acquaintance.ts'
import { isLent, trapIn } from '../invitation-traps.ts'
import type { Mail } from '../mail.ts'
import { type Clue, fact, quote, quoteLink, type Rule, sum } from '../rule.ts'
import { isInside, isUnplaced } from '../sender.ts'

const lures =
  /\b(?:verify|confirm|validate|update|review|re-?activate|secure|unlock|keep)\b[^.\n]{0,50}\b(?:account|password|identity|mailbox|payment|details|access|document|contract|agreement|payroll|salary|bonus|benefits|credentials)\b|\b(?:account|mailbox|password|access|subscription|domain|license)\b[^.\n]{0,40}\b(?:suspend|expir|clos|block|limit|terminat|lock|deactivat|renew)\w*|\b(?:sign|log)[ -]?in (?:to|with|here|using)\b|\b(?:invoice|payment|refund|charge|debited|renewal)\b[^\n]{0,60}\b(?:call|due|pending|overdue|fail\w*|cancel|review|\$|usd)|\bcall\b[^\n]{0,40}\+?\d[\d\s().-]{8,24}\d|\b(?:verific|confirm|actualic|inici)\w*\b[^.\n]{0,40}\b(?:cuenta|contrasena|sesion|datos|pago)/

const borrowed = (link: Link): boolean => isHost('freePages', link.host) || isHost('shorteners', link.host) || hasAbusedEnding(link.host)

export const invitationWithLure: Rule = {
  id: 'mail.invitation-with-lure',
  severity: 'high',
  attack: ['T1566.002', 'T1204.001'],
  title: {
    en: 'A calendar invitation carries a lure',
    es: 'Una invitación de calendario trae un engaño',
    fr: 'Une invitation d’agenda contient un piège',
    de: 'Eine Kalendereinladung enthält einen Köder',
  },
  tells: {
    en: 'A calendar invitation says “{ask}” and leads to {host}.',
    es: 'Una invitación de calendario dice «{ask}» y lleva a {host}.',
    fr: 'Une invitation d’agenda dit « {ask} » et mène à {host}.',
    de: 'Eine Kalendereinladung sagt „{ask}“ und führt zu {host}.',
  },
  advises: {
    en: 'Do not accept or decline it; delete it. Ask the organiser on another channel.',
    es: 'No la acepte ni la rechace: bórrela. Pregunte al organizador por otra vía.',
    fr: 'Ne l’acceptez pas et ne la refusez pas : supprimez-la. Demandez à l’organisateur par un autre moyen.',
    de: 'Sagen Sie weder zu noch ab; löschen Sie sie. Fragen Sie die einladende Person auf einem anderen Weg.',
  },
  clearable: false,
  look: (mail) => {
    const { entry } = mail
    if (entry === undefined || (mail.relation === 'own' && isInside(mail))) return undefined
    const links = [...entry.links, ...mail.web].filter((link) => !isPlain(link))
    const trap = trapIn(mail, entry, links)
    const worded = inWords(mail, entry, links)
    const clue: Clue | undefined =
      trap !== undefined && trap.points > (worded?.points ?? 0)
        ? {
            facts: { ask: fact(trap.said), host: fact(trap.where) },
            evidence: evidenceOf(entry, links.find(({ host }) => host === trap.where) ?? links[0]),
            points: trap.points,
          }
        : worded
    const points = (clue?.points ?? 0) - excuse(mail, entry)
    return clue === undefined || points < 30 ? undefined : { ...clue, points }
  },
  examples: { fires: 'hostile/calendar-lure', quiet: 'honest/calendar-outside' },
}

/** A calendar service lends its good name to whoever writes an entry there; everybody else who is known speaks for themselves. */
function excuse(mail: Mail, entry: CalendarEntry): number {
  const { relation, verified, message } = mail
  return sum(
    [relation === 'brand' && !isLent(mail, entry), verified ? 70 : 25],
    [relation === 'known' && !mail.forged, verified ? 70 : 35],
    [mail.throughList, 35],
    [relation === 'stranger' && mail.trust !== undefined, 45],
    [message.isReply && message.hasThread, 15],
    [acquaintance(mail) === 'mutual' && !mail.forged, verified ? 40 : 8],
  )
}

const isPlain = (link: Link): boolean =>
  isHost('meeting', link.host) || isHost('common', link.host) || isHost('sharing', link.host) || brandOf(link.domain) !== undefined

const evidenceOf = (entry: CalendarEntry, link: Link | undefined): Clue['evidence'] => [
  quote('calendar', entry.text.slice(0, 280)),
  ...(link === undefined ? [] : [quoteLink(link)]),
]

function inWords(mail: Mail, entry: CalendarEntry, links: readonly Link[]): Clue | undefined {
  const { message } = mail
  const words = plainWords(`${message.subject}\n${joinLines(entry.text.slice(0, 8000))}\n${joinLines(mail.text.slice(0, 3000))}`)
  const says = readSentences(words)
  const away = links.find((link) => link.domain !== message.from.domain && link.domain !== mail.readerDomain)
  const link = away ?? links[0]
  const phone = phoneIn(entry.text) ?? phoneIn(mail.text)
  const toCall =
    phone !== undefined && says.together(['call'], {}) !== undefined && says.has('charge') && says.has('dispute', 'accountTrouble')
  const scare =
    saidIn(words, lures) ??
    says.together(['keys', 'accountTrouble']) ??
    says.together([['keys', 'charge'], ['accountTrouble']], { within: 1 })
  const posing = brandsIn(entry.text.slice(0, 3000)).some(
    (brand) =>
      !links.some((one) => belongsTo(brand, one.domain)) &&
      !mail.web.some((one) => belongsTo(brand, one.domain)) &&
      !belongsTo(brand, message.from.domain),
  )
  const room = posing && away !== undefined ? says.together([['join', 'open'], ['meeting']]) : undefined
  const paper = away === undefined ? undefined : says.together([['keys', 'invite'], ['open']], { within: 1 })
  const ask = scare ?? room ?? (away !== undefined && (isUnplaced(mail) || borrowed(away)) ? paper : undefined)
  const stranger = mail.relation === 'stranger' && !isPublicOffice(message.from.host)
  const keysAsked = stranger ? says.together(['ownKeys'], { without: ['notGive'] }) : undefined
  const signIn = stranger ? says.together(['signIn'], { without: ['notGive'] }) : undefined
  const loss = stranger ? says.together(['loss']) : undefined
  const windfall = stranger ? says.together(['windfall']) : undefined
  const namesBrand = mail.nameBrands.some((brand) => !belongsTo(brand, message.from.domain))
  const threat = loss !== undefined && (signIn !== undefined || namesBrand || posing) ? (signIn ?? loss) : undefined
  const borrowedName = stranger && namesBrand && link !== undefined ? entry.summary : undefined
  const said = ask ?? keysAsked ?? windfall ?? threat ?? borrowedName
  if (said === undefined || (link === undefined && !toCall)) return undefined
  const demands =
    link === undefined
      ? 0
      : sum(
          [stranger, 30],
          [keysAsked !== undefined, 58],
          [keysAsked === undefined && signIn !== undefined, 25],
          [loss !== undefined, 32],
          [windfall !== undefined, 50],
          [namesBrand || posing, 30],
          [says.has('hurry'), 10],
          [mail.carriesReader, 10],
          [isUnplaced(mail), 20],
          [says.has('expected'), -40],
        )
  const organiser = entry.organiser.slice(entry.organiser.lastIndexOf('@') + 1)
  const otherHost = organiser !== '' && registered(organiser) !== message.from.domain && brandOf(registered(organiser)) === undefined
  const worded = sum(
    [scare !== undefined, 55],
    [scare === undefined, ask === undefined ? -35 : 35],
    [room !== undefined, 40],
    [away !== undefined, 30],
    [toCall, 45],
    [away !== undefined && borrowed(away), 15],
    [otherHost && !isInside(mail), 15],
    [isUnplaced(mail), 20],
    [says.has('hurry'), 10],
    [posing && room === undefined, 20],
    [away === undefined && mail.nameBrands.some((brand) => !belongsTo(brand, message.from.domain)), 72],
    [away === undefined && !toCall && !isUnplaced(mail), says.has('invite') ? -45 : -20],
    [mail.relation === 'known' && isInside(mail), -60],
  )
  const points = Math.max(
    worded,
    said === ask && ask !== undefined && keysAsked === undefined && windfall === undefined && loss === undefined ? 0 : demands,
  )
  return points < 30
    ? undefined
    : {
        facts: { ask: fact(said), host: fact(link?.host ?? phone ?? '') },
        evidence: evidenceOf(entry, link),
        points,
      }
}
