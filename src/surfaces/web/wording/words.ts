/**
 * Sentences of the pages by key. A catalogue is checked by the compiler: each
 * language has each key, and a call gives each blank. Person-facing pages
 * exist in every language, staff pages in English through the same door.
 */
import type { Language } from '#kernel'
import { admissionEnglish } from './admission-en.ts'
import { circleGerman } from './circle-de.ts'
import { circleEnglish } from './circle-en.ts'
import { circleSpanish } from './circle-es.ts'
import { circleFrench } from './circle-fr.ts'
import { doorGerman } from './door-de.ts'
import { doorEnglish } from './door-en.ts'
import { doorSpanish } from './door-es.ts'
import { doorFrench } from './door-fr.ts'
import { elsewhereGerman } from './elsewhere-de.ts'
import { elsewhereEnglish } from './elsewhere-en.ts'
import { elsewhereSpanish } from './elsewhere-es.ts'
import { elsewhereFrench } from './elsewhere-fr.ts'
import { helpingGerman } from './helping-de.ts'
import { helpingEnglish } from './helping-en.ts'
import { helpingSpanish } from './helping-es.ts'
import { helpingFrench } from './helping-fr.ts'
import { joiningGerman } from './joining-de.ts'
import { joiningEnglish } from './joining-en.ts'
import { joiningSpanish } from './joining-es.ts'
import { joiningFrench } from './joining-fr.ts'
import { noticesGerman } from './notices-de.ts'
import { noticesEnglish } from './notices-en.ts'
import { noticesSpanish } from './notices-es.ts'
import { noticesFrench } from './notices-fr.ts'
import { organisationGerman } from './organisation-de.ts'
import { organisationEnglish } from './organisation-en.ts'
import { organisationSpanish } from './organisation-es.ts'
import { organisationFrench } from './organisation-fr.ts'
import { personGerman } from './person-de.ts'
import { personEnglish } from './person-en.ts'
import { personSpanish } from './person-es.ts'
import { personFrench } from './person-fr.ts'
import { programsGerman } from './programs-de.ts'
import { programsEnglish } from './programs-en.ts'
import { programsSpanish } from './programs-es.ts'
import { programsFrench } from './programs-fr.ts'
import { providersGerman } from './providers-de.ts'
import { providersEnglish } from './providers-en.ts'
import { providersSpanish } from './providers-es.ts'
import { providersFrench } from './providers-fr.ts'
import { recoveryGerman } from './recovery-de.ts'
import { recoveryEnglish } from './recovery-en.ts'
import { recoverySpanish } from './recovery-es.ts'
import { recoveryFrench } from './recovery-fr.ts'
import { seasonGerman } from './season-de.ts'
import { seasonEnglish } from './season-en.ts'
import { seasonSpanish } from './season-es.ts'
import { seasonFrench } from './season-fr.ts'
import { staffEnglish } from './staff-en.ts'
import { toldGerman } from './told-de.ts'
import { toldEnglish } from './told-en.ts'
import { toldSpanish } from './told-es.ts'
import { toldFrench } from './told-fr.ts'
import { waysInGerman } from './ways-in-de.ts'
import { waysInEnglish } from './ways-in-en.ts'
import { waysInSpanish } from './ways-in-es.ts'
import { waysInFrench } from './ways-in-fr.ts'

type Catalogue = typeof doorEnglish &
  typeof personEnglish &
  typeof organisationEnglish &
  typeof circleEnglish &
  typeof staffEnglish &
  typeof waysInEnglish &
  typeof recoveryEnglish &
  typeof elsewhereEnglish &
  typeof joiningEnglish &
  typeof helpingEnglish &
  typeof providersEnglish &
  typeof programsEnglish &
  typeof seasonEnglish &
  typeof toldEnglish &
  typeof admissionEnglish &
  typeof noticesEnglish
export type Key = keyof Catalogue

type BlanksOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | BlanksOf<Rest> : never
type Facts<K extends Key> = Readonly<Record<BlanksOf<Catalogue[K]>, string | number>>
type Rest<K extends Key> = [BlanksOf<Catalogue[K]>] extends [never] ? [] : [Facts<K>]

export type Words = {
  readonly language: Language
  readonly say: <K extends Key>(key: K, ...facts: Rest<K>) => string
  /** The sentence of a refusal by its code; `otherwise` when the wording does not know the code or a blank stays empty. */
  readonly refusal: (code: string, otherwise: string, facts: Readonly<Record<string, string>>) => string
  /** What the form before this page did, by the name in `?done=`; anybody may write one there, so only a known one is said. */
  readonly done: (name: string) => string | undefined
}

// Spread into a literal, so many catalogues take a hundred times as long.
const together = <A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P>(
  a: A,
  b: B,
  c: C,
  d: D,
  e: E,
  f: F,
  g: G,
  h: H,
  i: I,
  j: J,
  k: K,
  l: L,
  m: M,
  n: N,
  o: O,
  p: P,
): A & B & C & D & E & F & G & H & I & J & K & L & M & N & O & P => {
  const empty: object = Object.create(null)
  return Object.assign(Object.assign(Object.assign(Object.assign(empty, a, b, c, d), e, f, g, h), i, j, k, l), m, n, o, p)
}

/** Every sentence by language; pages ask `wordsIn` for one. */
export const catalogues: Readonly<Record<Language, Readonly<Record<Key, string>>>> = {
  en: together(
    staffEnglish,
    doorEnglish,
    personEnglish,
    organisationEnglish,
    circleEnglish,
    waysInEnglish,
    recoveryEnglish,
    elsewhereEnglish,
    joiningEnglish,
    helpingEnglish,
    providersEnglish,
    programsEnglish,
    seasonEnglish,
    toldEnglish,
    admissionEnglish,
    noticesEnglish,
  ),
  es: together(
    staffEnglish,
    doorSpanish,
    personSpanish,
    organisationSpanish,
    circleSpanish,
    waysInSpanish,
    recoverySpanish,
    elsewhereSpanish,
    joiningSpanish,
    helpingSpanish,
    providersSpanish,
    programsSpanish,
    seasonSpanish,
    toldSpanish,
    admissionEnglish,
    noticesSpanish,
  ),
  fr: together(
    staffEnglish,
    doorFrench,
    personFrench,
    organisationFrench,
    circleFrench,
    waysInFrench,
    recoveryFrench,
    elsewhereFrench,
    joiningFrench,
    helpingFrench,
    providersFrench,
    programsFrench,
    seasonFrench,
    toldFrench,
    admissionEnglish,
    noticesFrench,
  ),
  de: together(
    staffEnglish,
    doorGerman,
    personGerman,
    organisationGerman,
    circleGerman,
    waysInGerman,
    recoveryGerman,
    elsewhereGerman,
    joiningGerman,
    helpingGerman,
    providersGerman,
    programsGerman,
    seasonGerman,
    toldGerman,
    admissionEnglish,
    noticesGerman,
  ),
}

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en-GB'),
  es: new Intl.NumberFormat('es'),
  fr: new Intl.NumberFormat('fr'),
  de: new Intl.NumberFormat('de'),
}

/** A number as the language writes it: 10,000, 10.000, 10 000. */
const written = (language: Language, fact: string | number | undefined): string =>
  typeof fact === 'number' ? numbers[language].format(fact) : (fact ?? '')

const fill = (language: Language, text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => written(language, facts[name]))

/** The wording of one language. */
export function wordsIn(language: Language): Words {
  const catalogue = catalogues[language]
  const known = new Map<string, string>(Object.entries(catalogue))
  return {
    language,
    say: (key, ...facts) => fill(language, catalogue[key], facts[0] ?? {}),
    refusal: (code, otherwise, facts) => {
      const text = known.get(`refusal.${code}`)
      const lacksFact = [...(text ?? '').matchAll(/\{(\w+)\}/g)].some(([, name]) => facts[name ?? ''] === undefined)
      return text === undefined || lacksFact ? otherwise : fill(language, text, facts)
    },
    done: (name) => known.get(`done.${name}`),
  }
}
