/** A bill for something nobody bought, and a number to call. */

import { belongsTo } from '../../names/brands.ts'
import { phoneIn } from '../../words/phone-numbers.ts'
import { plainWords, withoutDigitLetters } from '../../words/plain-words.ts'
import { madeSecret } from '../evasion.ts'
import type { Mail } from '../mail.ts'
import { type Clue, fact, quoteWords, type Rule, sum } from '../rule.ts'
import { fitsName, isBulk, isInside, isUnplaced, talksShop, teaches } from '../sender.ts'
import { urgedToPhone } from '../urged-to-phone.ts'

/** Somebody with a badge. */
const badge =
  /\b(?:agent|officer|deputy|inspector|sergeant|detective|marshal|sheriff|court|police|enforcement|polizei|policia|juzgado|tribunal)\b/

/** Nobody answers mails, and the number is in the file: filters are to see neither. */
function inTheFile(mail: Mail): Clue | undefined {
  const { says } = mail
  const only = says.together(['phoneOnly'])
  const where = says.together(['numberInFile'])
  if (mail.relation !== 'stranger' || mail.files.length === 0 || mail.text.length > 600 || only === undefined || where === undefined)
    return undefined
  if (!says.has('call') || says.has('writeToo', 'visit', 'checkElsewhere')) return undefined
  return { facts: { call: fact(where) }, evidence: [quoteWords(where), quoteWords(only)], points: sum([true, 90], [isUnplaced(mail), 15]) }
}

export const numberToCall: Rule = {
  id: 'mail.number-to-call',
  severity: 'high',
  attack: ['T1566.004', 'T1598.004'],
  title: {
    en: 'A mail with an invented charge wants you to call',
    es: 'Un correo con un cargo inventado quiere que llame',
    fr: 'Un courriel invente un débit et veut que vous appeliez',
    de: 'Eine E-Mail erfindet eine Abbuchung und will, dass Sie anrufen',
  },
  tells: {
    en: 'It speaks of a charge you do not know and wants you to call “{call}”. Fraudsters answer that number.',
    es: 'Habla de un cargo que usted no conoce y quiere que llame: «{call}». A ese número contestan estafadores.',
    fr: 'Il parle d’un débit que vous ne connaissez pas et veut que vous appeliez : « {call} ». Des escrocs répondent à ce numéro.',
    de: 'Die E-Mail spricht von einer Abbuchung, die Sie nicht kennen, und will Ihren Anruf: „{call}“. Unter dieser Nummer melden sich Betrüger.',
  },
  advises: {
    en: 'Do not call. If you fear a charge, ask your bank at the number on your card.',
    es: 'No llame. Si teme un cargo, pregunte a su banco en el número de su tarjeta.',
    fr: 'N’appelez pas. Si vous craignez un débit, demandez à votre banque au numéro inscrit sur votre carte.',
    de: 'Rufen Sie nicht an. Wenn Sie eine Abbuchung fürchten, fragen Sie Ihre Bank unter der Nummer auf Ihrer Karte.',
  },
  clearable: false,
  look: (mail) => {
    const { says } = mail
    const remote = says.together(['remote'], { without: ['checkElsewhere', 'noKeyNeeded'] })
    const bill = (says.has('call') && says.has('charge', 'taken')) || (says.has('taken') && says.has('surprise'))
    const ill = mail.relation === 'stranger' && mail.text.length < 2500 ? says.beside('infected', 'gadget', 8) : undefined
    // An officer who may only be called, at once and in secret.
    const official =
      mail.relation === 'stranger' &&
      mail.text.length < 1500 &&
      mail.web.length < 2 &&
      (says.has('stateOffice') || badge.test(plainWords(mail.message.from.name)))
        ? says.has('tellNobody', 'oddMoney') || mail.wants('court') !== undefined || mail.wants('threat') !== undefined
        : false
    if (
      (!bill &&
        remote === undefined &&
        ill === undefined &&
        !official &&
        !says.has('call', 'denial', 'phoneOnly', 'haveReady', 'alarm', 'grave')) ||
      teaches(mail) ||
      isInside(mail) ||
      (mail.relation === 'known' && !mail.forged)
    )
      return undefined
    const phone = phoneIn(
      `${mail.message.subject}\n${mail.text}\n${mail.message.page?.pictureWords ?? ''}\n${mail.entry?.text ?? ''}\n${mail.papers}\n${mail.paperWords}`,
    )
    if (phone === undefined) return inTheFile(mail)
    // Builders of machines name numbers all day.
    if (mail.message.hasThread && (mail.throughList || talksShop(mail))) return undefined
    const dispute = says.together(['dispute'])
    const notMine = says.together(['notMine'])
    const charge = says.together(['charge'])
    const amount = /[$€£₹]\s?\d{2,}|\b\d{2,}[.,]\d{2}\b|\b(?:usd|eur|gbp)\b|\b\d+ ?(?:dollars|euros?|€|\$)/.test(mail.words)
    const toCall = says.together([['call'], ['dispute', 'notMine']], { within: 1 })
    const billed = charge !== undefined && (dispute !== undefined || (amount && mail.freeMail))
    // Who answers will have something done: a program started, a code read out, money moved to where it is safe.
    const talkedThrough = remote !== undefined && mail.relation === 'stranger'
    const taken = says.together(['taken'])
    // Money is said to be gone already, and a voice waits for who is startled by it.
    const startled = mail.relation === 'stranger' && taken !== undefined && says.has('surprise') && mail.text.length < 2500
    // Something of the reader's is in danger, a number saves it, and only in the next minutes.
    const alarmed =
      mail.relation === 'stranger' && mail.text.length < 1200 && mail.web.length < 2 && says.has('alarm') && says.has('atOnce')
        ? says.together([['call'], ['alarm', 'atOnce']], { within: 2, without: ['visit'] })
        : undefined
    const pressed =
      (ill ?? (official ? (says.together(['stateOffice']) ?? mail.message.from.name) : undefined)) !== undefined &&
      (says.has('call', 'remote') || madeSecret(mail) !== undefined)
    const urge = urgedToPhone(mail, phone)
    const urged: Clue | undefined =
      urge === undefined
        ? inTheFile(mail)
        : { facts: { call: fact(phone) }, evidence: [quoteWords(urge.says), quoteWords(phone)], points: urge.points }
    if (!billed && !talkedThrough && !startled && !pressed && alarmed === undefined) return urged
    const threat = mail.wants('court') !== undefined || mail.wants('threat') !== undefined
    const placed = mail.relation === 'stranger' && mail.verified && !mail.freeMail && !isUnplaced(mail)
    const brand = [...mail.leadBrands, ...mail.nameBrands].some((one) => !belongsTo(one, mail.message.from.domain))
    const hidden = !/\d{3}/.test(phone.replace(/[\s().-]/g, '')) || /[OolI|•*_~]/.test(phone)
    const points = sum(
      [talkedThrough, billed ? 35 : 45],
      [talkedThrough && says.count('remote') > 1, 20],
      [talkedThrough && (threat || says.has('oddMoney', 'aside', 'tellNobody')), 15],
      [startled && !billed, 35],
      [startled && toCall === undefined, 20],
      [pressed, 45],
      [alarmed !== undefined, 35],
      [alarmed !== undefined && !mail.verified, 10],
      [pressed && (says.has('oddMoney', 'tellNobody', 'negation') || threat), 15],
      [says.has('writeToo') && !talkedThrough, -40],
      [toCall !== undefined, 30],
      [notMine !== undefined, 20],
      [amount, 15],
      [mail.freeMail, 35],
      [isUnplaced(mail) && !mail.freeMail, 20],
      [brand, 25],
      [hidden, 40],
      [withoutDigitLetters(mail.words) !== mail.words, 25],
      [says.has('hurry'), 10],
      [mail.web.length === 0 && !fitsName(mail), 20],
      [mail.relation === 'brand' && notMine !== undefined && toCall !== undefined, 35],
      // A house that signs for itself and borrows no brand may say where it can be called.
      [placed && !brand, -35],
      [says.has('visit') && !talkedThrough, -35],
      [mail.hasOwnLink && mail.relation === 'stranger', -25],
      [fitsName(mail) && !brand, -15],
      // One's own purchase, by somebody who writes of themselves.
      [says.has('paysAnyWay') && !talkedThrough && notMine === undefined, -30],
      [says.has('ownOutlay') && !talkedThrough && !says.has('denial'), -30],
      [says.has('checkElsewhere'), -20],
      [mail.message.hasThread && !mail.freeMail && fitsName(mail), -30],
      [isBulk(mail) && !mail.freeMail, -20],
      // A lure of this kind is short; a catalogue has a number to call too.
      [mail.text.length > 4000, -30],
    )
    return points < 40 || points < (urged?.points ?? 0)
      ? urged
      : {
          facts: { call: fact(phone) },
          evidence: [quoteWords(remote ?? charge ?? alarmed ?? taken ?? ill ?? phone), quoteWords(toCall ?? phone)],
          points,
        }
  },
  examples: { fires: 'hostile/callback-norton', quiet: 'honest/receipt-phone' },
}
