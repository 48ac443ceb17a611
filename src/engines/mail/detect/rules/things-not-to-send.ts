/** Passwords, codes, lists of people, papers of the house, what is private to a person: somebody who cannot be placed wants them sent, and away from where one could ask. */
import type { Message } from '../../message.ts'
import { plainWords } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { ledAside, madeSecret, type Wanted, wantedThings } from '../evasion.ts'
import { openness } from '../open-dealing.ts'
import { fact, quoteFrom, quoteWords, type Rule, sum } from '../rule.ts'
import { answersElsewhere, fitsName, isBulk, isUnplaced, teaches } from '../sender.ts'

/** An office of state that writes from where anybody may. */
const officeWords =
  /\b(?:sen|senator|gov|governor|gobernador\w?|gouverneur\w*|mayor|alcaldes?a?|maire|\w*burgermeister\w*|congress\w*|minister\w*|ministry|embassy|ambassador|attache|consul\w*|fbi|agent|police|detective|sheriff|auditor|rapporteur|united nations|mdb|mep|mp|depute\w*|diputad\w+|polizei|policia|gendarmerie|botschaft\w*|embajad\w+|ambassad\w+)\b/

/** What stands on a card, as one pays with it. */
const cardCode =
  /\b(?:cvv|cvc|card number|numero de (?:la |votre |su |tu )?(?:carte|tarjeta)|kartennummer|three digit code|code a trois chiffres|codigo de tres|prufziffer|prufnummer)\b/

/** How grave it is to hand over a thing; plain nouns weigh less than a known phrase. */
const heaviness: Readonly<Record<Wanted, number>> = {
  secrets: 60,
  houseLists: 50,
  privateMatters: 40,
  inquiries: 52,
  keyNouns: 45,
  bankNouns: 38,
  personNouns: 34,
}

const takesNoAnswer = ({ from, replyTo }: Message): boolean =>
  /^(?:no-?_?reply|do-?not-?reply|ne-?pas-?repondre|no-?responder|keine-?antwort)\b/.test(from.address) && replyTo === undefined

export const thingsNotToSend: Rule = {
  id: 'mail.things-not-to-send',
  severity: 'high',
  attack: ['T1598', 'T1656'],
  title: {
    en: 'A mail wants things that nobody should send by mail',
    es: 'Un correo pide cosas que nadie debería enviar por correo',
    fr: 'Un courriel demande des choses que personne ne devrait envoyer par courriel',
    de: 'Eine E-Mail verlangt Dinge, die niemand per E-Mail schicken sollte',
  },
  tells: {
    en: 'It wants something that can do harm in the wrong hands (“{ask}”), to be sent to {address}.',
    es: 'Quiere algo que en malas manos hace daño («{ask}»), enviado a {address}.',
    fr: 'Il veut quelque chose qui nuit en de mauvaises mains (« {ask} »), envoyé à {address}.',
    de: 'Die E-Mail will etwas, das in falschen Händen schadet („{ask}“), geschickt an {address}.',
  },
  advises: advice.callThem,
  clearable: true,
  look: (mail) => {
    const { says, message } = mail
    if (mail.relation !== 'stranger' || isBulk(mail) || teaches(mail) || mail.text.length > 5000) return undefined
    const wanted = wantedThings(mail)
    const [[kind, ask] = []] = wanted
    if (kind === undefined || ask === undefined) return undefined
    const unplaced = isUnplaced(mail)
    const aside = ledAside(mail, !unplaced) !== undefined
    const secret = madeSecret(mail, !unplaced) !== undefined
    const outright = wanted.has('secrets') || wanted.has('houseLists') || wanted.has('privateMatters')
    const official = says.has('stateOffice') || officeWords.test(plainWords(message.from.name))
    // No house wants the keys of a bank together with a person's papers, or with who may release what.
    const bundle = wanted.has('secrets') && (wanted.has('privateMatters') || wanted.has('inquiries'))
    const card = wanted.has('secrets') && cardCode.test(mail.words)
    const own = !unplaced && !bundle && !card && !aside && !secret
    const heaviest = Math.max(...[...wanted.keys()].map((one) => heaviness[one]))
    const points = sum(
      [true, heaviest],
      [wanted.has('secrets') && mail.freeMail, 10],
      [wanted.size > 1, 15],
      [wanted.size > 2, 15],
      [says.has('wavedThrough'), 25],
      [aside, 32],
      [secret, 28],
      [unplaced, 25],
      [unplaced && official, 20],
      [official || says.has('boss'), 8],
      [says.has('hurry'), 8],
      [answersElsewhere(mail), 10],
      [own && fitsName(mail), -30],
      [own && mail.hasOwnLink, -25],
      [bundle, 20],
      // The number and the code of a card, for the asking.
      [card, 25],
      [secret && outright && !unplaced, 12],
      [openness(mail) > 0 && !outright && !secret, -40],
      [says.together(['checkElsewhere'], { without: ['tellNobody', 'aside'] }) !== undefined, -35],
      [says.has('faceToFace'), -30],
      [message.hasThread && !aside && !secret, -15],
      // What nobody can answer asks for nothing in the answer.
      [takesNoAnswer(message) && mail.web.every((link) => link.domain === message.from.domain), -75],
    )
    return points < 45
      ? undefined
      : {
          facts: { ask: fact(ask), address: fact(answersElsewhere(mail) ? (message.replyTo?.address ?? '') : message.from.address) },
          evidence: [quoteWords(ask), quoteFrom(mail)],
          points,
        }
  },
  examples: { fires: 'hostile/sixth-daughters-tablet', quiet: 'honest/sixth-zoom-link' },
}
