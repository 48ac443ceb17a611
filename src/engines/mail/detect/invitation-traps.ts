/**
 * What a stranger wants by way of a calendar entry that no honest appointment needs: a small sum paid now, a program to get into the room, numbers read out to
 * a bank, a key of another house, a call about a charge.
 */
import type { Link } from '../message.ts'
import { brandOf } from '../names/brands.ts'
import { registered } from '../names/domain.ts'
import { isFreeMail } from '../names/services.ts'
import type { CalendarEntry } from '../view/read-calendar.ts'
import { phoneIn } from '../words/phone-numbers.ts'
import type { Mail } from './mail.ts'
import { namesReader } from './papers.ts'
import { sum } from './rule.ts'
import { isUnplaced, teaches } from './sender.ts'

export type Trap = { readonly said: string; readonly points: number; readonly where: string }

const smallAmount = /(?<![\d.,])\d{1,2}[.,]\d\d(?![\d.,])|[$€£]\s?\d{1,2}(?![\d.,])|(?<![\d.,])\d{1,2}\s?(?:eur|usd|gbp|chf|€|£)/
const amount = /(?<![\d.])\d{1,6}[.,]\d\d(?!\d)|[$€£]\s?\d/
const banking =
  /\b(?:bank\w*|banco|banca|banque|bancaire|cards?|tarjeta|carte|karte|transfers?|payments?|pagos?|transferencias?|paiements?|virements?|zahlung\w*|uberweisung\w*|account|cuenta|compte|konto|fraud\w*|betrug\w*|fraude\w*)\b/
const startsSomething =
  /\.(?:docm|xlsm|xlsb|pptm|xll|iso|img|vhdx?|lnk|js|vbs|hta|one|url|exe|scr|msi|cmd|bat|ps1|jar|apk|dmg|pkg)(?:$|[?#])/i
const namesProgram = /\b[\w-]{1,40}\.(?:exe|msi|scr|bat|cmd|vbs|lnk|hta|jar|apk|dmg)\b/
const shortNumber = /(?<![\d-])\d{3}[-. ]\d{4}(?![\d-])/

/** A calendar service carries what anybody writes: the organiser is who writes then. */
export const isLent = ({ relation, message: { from } }: Mail, { organiser }: CalendarEntry): boolean => {
  const domain = registered(organiser.slice(organiser.lastIndexOf('@') + 1))
  return (
    relation === 'brand' &&
    organiser.includes('@') &&
    domain !== from.domain &&
    (isFreeMail(domain) || brandOf(domain) !== brandOf(from.domain))
  )
}

/** The worst of them; undefined where there is none. `links`: those that lead to no meeting service. */
export function trapIn(mail: Mail, entry: CalendarEntry, links: readonly Link[]): Trap | undefined {
  const lent = isLent(mail, entry)
  const foreign = links.find((one) => mail.foreign.includes(one) && one.domain !== mail.message.from.domain)
  // A known house has a room of its own, or a well-known one: elsewhere, and by a key of the reader's, somebody else sits in its mailbox.
  if (mail.relation === 'known' && foreign !== undefined) {
    const said =
      mail.says.together(['workKeys', 'useKey'], { without: ['noKey', 'notGive', 'optional'] }) ?? mail.says.together(['mailsOwnKey'])
    return said === undefined ? undefined : { said, points: 150, where: foreign.host }
  }
  if (!lent && (mail.relation !== 'stranger' || mail.trust !== undefined)) return undefined
  if (teaches(mail)) return undefined
  const { says, words } = mail
  const away = links.find((one) => (URL.parse(one.innermost)?.pathname ?? '/') !== '/')
  const quiet = { without: ['noKey', 'notGive', 'noInstall', 'optional', 'bringIt', 'faceToFace'] } as const
  const near = { within: 1, ...quiet } as const
  const odd = sum([isUnplaced(mail), 20], [says.has('expected'), -45], [mail.message.hasThread, -25], [says.has('checkElsewhere'), -30])
  const found: Trap[] = []
  const add = (said: string | undefined, points: number, where = away?.host ?? ''): void => {
    if (said !== undefined) found.push({ said, points: points + odd, where })
  }
  if (away !== undefined) {
    const small = smallAmount.test(words)
    const pays = says.together([['payOnPage'], ['pettySum', 'loss']], near) ?? (small ? says.together(['payOnPage'], quiet) : undefined)
    add(pays, sum([true, 55], [small, 30], [says.has('hurry', 'loss'), 15], [says.has('payThere'), -60]))
    add(says.together(['installIt'], quiet) ?? says.together(['installVerb', 'softNoun'], quiet), 88)
    const runs = links.find((one) => startsSomething.test(one.innermost))
    if (runs !== undefined) add(entry.summary, 80, runs.host)
    // A guest list needs no program: what is packed and to be started is one.
    const packed = links.find((one) => /\.(?:zip|7z|rar|cab)(?:$|[?#])/i.test(one.innermost))
    if (packed !== undefined && (says.has('runIt') || namesProgram.test(words)))
      add(says.together(['runIt']) ?? entry.summary, 92, packed.host)
    const own = says.together([['identity', 'anyKey', 'bankNumbers']], near) ?? says.together(['proveSelf'], near)
    const signIn = says.together(['signIn'], near)
    const press = says.together(['loss']) ?? says.together(['accountTrouble']) ?? says.together(['endsSoon'])
    const gift = says.together(['windfall'], near)
    // None of it tells alone; an honest appointment has one of them at most.
    add(
      own ?? signIn ?? gift ?? press,
      sum(
        [own !== undefined, says.has('moneyBack') ? 50 : 35],
        [says.has('moneyBack'), 25],
        [signIn !== undefined && own === undefined, 28],
        [press !== undefined, 28],
        [gift !== undefined, 35],
        [says.has('waitsForYou'), 12],
        [says.has('hurry'), 8],
        [namesReader(away, mail.message.reader), 22],
        [away.domain !== mail.message.from.domain, 12],
        [mail.dressedDomain, 12],
        [mail.nameBrands.length > 0, 15],
        [mail.nameAuthorities.length > 0, 20],
        [says.has('senderKeys'), -40],
        [says.has('noKey', 'noInstall'), -25],
      ),
    )
    add(says.together(['workKeys', 'useKey'], quiet) ?? says.together(['mailsOwnKey'], quiet), 90)
    // Money is said to be on its way, and a page of the writer's is where one would stop it.
    const stop = amount.test(words) && says.has('wire', 'charge') ? (says.together(['dispute']) ?? says.together(['notMine'])) : undefined
    add(stop, sum([true, 58], [lent, 35], [isUnplaced(mail), 15], [says.has('hurry', 'atOnce'), 20], [mail.nameAuthorities.length > 0, 15]))
  }
  if (banking.test(words))
    add(says.together(['codeAloud'], quiet), sum([true, 82], [says.has('hurry', 'accountTrouble'), 10]), mail.message.from.domain)
  const phone = phoneIn(entry.text) ?? shortNumber.exec(entry.text)?.[0]
  if (phone !== undefined && (says.has('charge') || amount.test(words)) && says.has('call')) {
    const stop = says.together(['dispute']) ?? says.together(['notMine'])
    add(stop, sum([true, 55], [lent, 35], [isUnplaced(mail), 15], [amount.test(words), 15], [says.has('hurry'), 10]), phone)
  }
  return found.sort((one, other) => other.points - one.points)[0]
}
