/**
 * What the fitted model sees of a mail besides its words, each with a name and a small whole number: which concepts it speaks of (the same in every
 * language), what it wants, who writes, where the links lead and what it is made of. Nothing here looks at Received lines, X-headers, list headers, the
 * checks of the sender or the language: those tell where a mail was collected, not what it is. Nor does anything that a sender can write for nothing speak for
 * a mail: a warning, small print, a way out, kind words on hurry and on whom else to ask.
 */
import { intentNames } from '../../words/intents.ts'
import { ledAside, madeSecret, wantedThings } from '../evasion.ts'
import type { Mail } from '../mail.ts'
import { answersElsewhere, isUnplaced, talksShop } from '../sender.ts'
import { cheap } from './cheap.ts'
import { type Marks, marksOf } from './marks.ts'

/** Values from 1 to 63; what is not there is 0. */
export type Sense = readonly [name: string, value: number]

const mostSentences = 3

const askedFor = intentNames.filter((intent) => !cheap.has(intent))

/** Marks that tell of checks, which some mailboxes do not state. */
const checks: ReadonlySet<string> = new Set<keyof Marks>(['aligned', 'authFails', 'spfFails', 'signedByOther'])

/** The senses that are there, by name. */
export function sensesOf(mail: Mail): readonly Sense[] {
  // Whether the sender's check failed is for the rules to weigh.
  const unchecked = { ...mail, forged: false }
  return [...said(mail), ...sender(unchecked), ...tone(unchecked), ...made(mail)].filter(([, value]) => value > 0)
}

const said = (mail: Mail): readonly Sense[] => [
  ...mail.says
    .counts()
    .flatMap(([concept, sentences]): readonly Sense[] =>
      cheap.has(concept) ? [] : [[`says-${concept}`, Math.min(mostSentences, sentences)]],
    ),
  ...askedFor.map((intent): Sense => [`wants-${intent}`, Number(mail.wants(intent) !== undefined)]),
]

const sender = (mail: Mail): readonly Sense[] => [
  ['from-brand', Number(mail.relation === 'brand')],
  ['unplaced', Number(isUnplaced(mail))],
  ['answers-elsewhere', Number(answersElsewhere(mail))],
  ['shady-domain', Number(mail.shadyDomain)],
  ['dressed-domain', Number(mail.dressedDomain)],
  ['borrowed-office', Number(mail.borrowedOffice)],
  ['meant-people', Math.min(3, mail.meantPeople.length)],
]

const tone = (mail: Mail): readonly Sense[] => [
  ['shop-talk', Number(talksShop(mail))],
  ['aside', Number(ledAside(mail) !== undefined)],
  ['secret', Number(madeSecret(mail) !== undefined)],
  ['questions', Math.min(5, mail.text.slice(0, 4000).split('?').length - 1)],
  ...[...wantedThings(mail).keys()].map((thing): Sense => [`after-${thing}`, 1]),
]

function made(mail: Mail): readonly Sense[] {
  const marks = marksOf(mail)
  return [
    ...Object.entries(marks).flatMap(([name, value]): readonly Sense[] =>
      value === true && !checks.has(name) && !cheap.has(name) ? [[`mark-${name}`, 1]] : [],
    ),
    ['letters', Math.min(20, Math.ceil(mail.text.length / 150))],
    ['links', Math.min(9, marks.links)],
    ['foreign-links', Math.min(9, mail.foreign.length)],
    ['files', Math.min(4, mail.files.length)],
    ['codes', Math.min(3, mail.message.codes.length)],
    ['invitation', Number(mail.entry !== undefined)],
    ['paper', Number(mail.papers !== '')],
    ['lead-brands', Math.min(3, mail.leadBrands.length)],
  ]
}
