/** The questions whose answers the rules read: what an organisation is, where it is, what its mail runs on. */
import { organisationKinds } from '#kernel'
import { type ChangeableFact, type Facts, offices, type Programme, products } from '../deps/enrolment.ts'
import type { Words } from '../wording/words.ts'
import { type Choice, field, select } from './field.ts'
import type { Markup } from './markup.ts'

export type AskedFact = ChangeableFact | 'people'
export type FactsTyped = Readonly<Record<AskedFact, string>>

/** As the rules take them. */
export const factsAsked = ({ people, ...facts }: FactsTyped): Omit<Facts, 'date'> => ({ ...facts, people: Number(people) })

/** As a reader says it: `Think tank`, `Germany`, `Ohio`. */
export function factValue(words: Words, programme: Programme, fact: ChangeableFact, value: string): string {
  const { language } = words
  switch (fact) {
    case 'kind':
      return words.say(`kind.${organisationKinds.find((one) => one === value) ?? 'other'}`)
    case 'office':
      return words.say(`office.${offices.find((one) => one === value) ?? 'none'}`)
    case 'product':
      return words.say(`product.${products.find((one) => one === value) ?? 'other'}`)
    case 'country':
      return value === '' ? '' : (new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(value) ?? value)
    case 'region':
      return programme.countries.map(({ regions }) => regions[value]).find((name) => name !== undefined) ?? value
  }
}

/** The states of a country that the rules name, in its own order; none for most. */
export const regionsOf = (programme: Programme, country: string): readonly Choice[] =>
  Object.entries(programme.countries.find(({ code }) => code === country)?.regions ?? {}).map(([value, name]) => ({ value, name }))

/** One question: a list to choose from, or a number. */
export function factField(words: Words, programme: Programme, fact: AskedFact, typed: FactsTyped): Markup | false {
  const label = words.say(`fact.${fact}`)
  if (fact === 'people')
    return field({ name: fact, label, value: typed.people, inputmode: 'numeric', kind: 'short', autocomplete: 'off', most: 6 })
  const named = (values: readonly string[]): readonly Choice[] =>
    values.map((value) => ({ value, name: factValue(words, programme, fact, value) }))
  const of = (choices: readonly Choice[]) => select({ name: fact, label, value: typed[fact], choices })
  if (fact === 'kind') return of(named(organisationKinds))
  if (fact === 'office') return of(named(offices))
  if (fact === 'product') return of(named(products))
  if (fact === 'country') return of(named(countryCodes()).toSorted((left, right) => left.name.localeCompare(right.name, words.language)))
  const regions = regionsOf(programme, typed.country)
  return regions.length > 0 && of([...regions, { value: '', name: words.say('ask.no-region') }])
}

/** ISO 3166-1 alpha-2, as the unit's own data knows them: what has a name and is no group of countries. */
const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA'])
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
let known: readonly string[] | undefined
export function countryCodes(): readonly string[] {
  known ??= readCountries()
  return known
}

/** Asks for 676 names, which takes a while: not before a page needs them. */
function readCountries(): readonly string[] {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter(
      (code) =>
        !notCountries.has(code) && english.of(code) !== undefined && new Intl.Locale('und', { region: code }).maximize().region === code,
    )
    .filter((code, _, all) => all.find((other) => english.of(other) === english.of(code)) === code)
}

/** What was typed or asked for, each from its list. */
export function readFacts(text: (name: string) => string): FactsTyped {
  const one = (values: readonly string[], name: string, otherwise: string) => values.find((value) => value === text(name)) ?? otherwise
  return {
    kind: one(organisationKinds, 'kind', 'campaign'),
    office: one(offices, 'office', 'none'),
    country: one(countryCodes(), 'country', 'US'),
    region: /^[A-Z0-9]{1,3}$/.test(text('region')) ? text('region') : '',
    product: one(products, 'product', 'other'),
    people: /^[1-9]\d{0,5}$/.test(text('people')) ? text('people') : '10',
  }
}
