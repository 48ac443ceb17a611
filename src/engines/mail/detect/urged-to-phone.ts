/** How much a letter lives by the telephone: an event that startles, little time, no other way to ask, and what is to lie ready. Each sign is weak alone. */
import { belongsTo } from '../names/brands.ts'
import { isCombined } from '../names/dressing-words.ts'
import { isLentGroup } from '../names/services.ts'
import { plainWords } from '../words/plain-words.ts'
import { readSentences } from '../words/sentences.ts'
import type { Mail } from './mail.ts'
import { openness } from './open-dealing.ts'
import { sum } from './rule.ts'
import { answersElsewhere, fitsName, isBulk, isUnplaced } from './sender.ts'

const amount =
  /[$€£₹]\s?\d{2,}|\b\d{1,3}(?:[., ]\d{3})*[.,]\d{2}\b|\b(?:usd|eur|gbp|btc)\b|\b\d+ ?(?:dollars|euros?|pounds|€|\$|£|btc|eth)(?![a-z])/

/** An hour, or a number of hours, that something has to be done by. */
const deadline =
  /\b(?:until|till|before|by|within|next|bis|vor|um|binnen|antes de|hasta|en|avant|jusqu'a|d'ici|sous|dans)\b[^.\n\d]{0,12}\d{1,2}(?:[:.h]\d\d)?\s?(?:h|am|pm|a\.m|p\.m|uhr|hours?|hrs?|min\w*|stunden?|horas?|heures?)(?![a-z])/

/** The most that a letter of this kind says; who explains more has something to explain. */
const longest = 1600

export type Urge = { readonly points: number; readonly says: string }

/** How many words stand about the number, at most, for a call to be what the letter wants. */
export function urgedToPhone(mail: Mail, phone: string): Urge | undefined {
  const { says, relation } = mail
  if ((relation !== 'stranger' && relation !== 'brand') || mail.text.length > longest || mail.message.hasThread) return undefined
  const event = says.together([['taken', 'charge', 'grave', 'alarm', 'infected', 'loss', 'windfall', 'parcelHeld']], {
    without: ['unchanged'],
  })
  const undo =
    says.together([['denial', 'remote']]) ?? (event === undefined ? undefined : says.together([['surprise', 'dispute', 'notMine']]))
  const only = says.together(['phoneOnly'])
  const ready = says.together([['haveReady', 'remote']])
  const grave = says.together(['grave']) ?? says.together(['parcelHeld']) ?? says.beside('infected', 'gadget', 8)
  const money = amount.test(mail.words)
  const moment = !mail.freeMail && (isUnplaced(mail) || isCombined(mail.message.from.domain))
  const told = [event, undo, only, ready, grave].some((one) => one !== undefined)
  if (!told && !moment) return undefined
  const soon = says.has('atOnce') || deadline.test(mail.words)
  const brand = [...mail.leadBrands, ...mail.nameBrands].some((one) => !belongsTo(one, mail.message.from.domain))
  const placed = fitsName(mail) && !isUnplaced(mail) && !brand
  // A service passes on what a stranger wrote into its form: there the number is the stranger's.
  if (relation === 'brand') {
    // So is the answer, where it does not go to the service.
    const note =
      (says.has('passedOn') || isOrderOfNothing(mail) || answersElsewhere(mail)) &&
      undo !== undefined &&
      (money || grave !== undefined) &&
      !isBulk(mail) &&
      calledInOneBreath(mail, phone)
    if (event === undefined) return undefined
    if (note && (only !== undefined || soon || !says.has('visit')))
      return { points: sum([true, 78], [soon, 12], [only !== undefined, 10]), says: undo }
    // What a stranger called their group or paper stands in the subject: no service puts an amount and a number to call there.
    return says.has('passedOn') && money && !isBulk(mail) && plainWords(mail.message.subject).includes(plainWords(phone))
      ? { points: 84, says: event }
      : undefined
  }
  const points = sum(
    [event !== undefined, 14],
    [money, 16],
    [undo !== undefined, 20],
    [says.together([['call'], ['surprise', 'dispute', 'notMine']], { within: 1 }) !== undefined, 8],
    [only !== undefined, 32],
    [ready !== undefined, 34],
    [grave !== undefined, 24],
    [grave === undefined && says.has('loss'), 12],
    [soon, 14],
    [brand, 20],
    [mail.freeMail, event === undefined ? 10 : 26],
    [moment, 26],
    // No house of standing takes cards by telephone from people whom it wrote to.
    [says.beside(['pay', 'payIt'], 'call', 4) !== undefined, soon ? 18 : 12],
    [grave !== undefined && says.together([['grave', 'loss'], ['call']], { within: 1 }) !== undefined, 8],
    [!mail.verified, 6],
    [mail.text.length < 500, 8],
    [mail.web.length === 0, 6],
    [!says.has('call', 'phoneOnly', 'haveReady', 'denial'), -10],
    [says.has('writeToo'), -40],
    // It was announced, and an answer does as well as a call.
    [openness(mail) > 0 && says.has('writeToo') && only === undefined && ready === undefined, -30],
    [says.has('checkElsewhere'), -40],
    // One's own bill, to be paid whichever way one likes.
    [says.has('paysAnyWay') && says.has('ownBill'), -45],
    [says.has('visit') && only === undefined && ready === undefined && grave === undefined, -35],
    [says.has('expected') && ready === undefined && !says.has('denial'), -20],
    [says.has('everyday') && only === undefined && ready === undefined && grave === undefined, -20],
    [mail.hasOwnLink && placed, -12],
    [placed && !moment && only === undefined && ready === undefined && grave === undefined, -28],
    // A group that anybody opens, and puts anybody into, is no list.
    [isBulk(mail) && !mail.freeMail && !isLentGroup(mail.message.from.domain), -30],
    // The word for a locked file goes another way than the file.
    [says.has('unlock', 'password') && mail.files.length > 0, -50],
  )
  const met = [
    money,
    undo,
    only,
    ready,
    grave,
    soon ? true : undefined,
    moment ? true : undefined,
    grave !== undefined && mail.freeMail ? true : undefined,
  ].filter((one) => one !== undefined && one !== false).length
  return points < 56 || met < 2 ? undefined : { points: points + 18, says: only ?? ready ?? grave ?? undo ?? event ?? phone }
}

/** Who speaks of undoing says in the same breath which number does it: a merchant's number in a table is none of that. */
function calledInOneBreath({ words }: Mail, phone: string): boolean {
  const at = words.indexOf(plainWords(phone))
  const near = readSentences(at < 0 ? '' : words.slice(Math.max(0, at - 160), at + 120))
  return near.has('call') && near.has('denial', 'grave', 'phoneOnly')
}

/** A trial order costs nothing: an amount beside that was written by whoever named the organisation. */
const isOrderOfNothing = ({ words }: Mail): boolean =>
  /\b(?:total|gesamt|gesamtbetrag|summe|importe|montant|amount|price|preis|precio|prix)\W{0,12}0[.,]00(?!\d)/.test(words) &&
  /(?<![\d.,])[1-9]\d{1,5}(?:[.,]\d{3})*[.,]\d{2}(?![\d.,])/.test(words)
