/** One decision: facts in, outcome and the rules that made it out. The same facts under the same hash give the same answer for ever. */
import { type BuiltIn, builtIn } from './built-in.ts'
import type { Facts } from './facts.ts'
import type { Country, Effect, Outcome, Programme, Rule, Said } from './programme.ts'

export type Decision = {
  readonly outcome: Outcome
  /** Those that made it: all that refuse, else all that ask, else all that admit. Never none. */
  readonly rules: readonly { readonly id: string; readonly says: Said; readonly effect: Effect }[]
  readonly programme: { readonly id: string; readonly version: string; readonly hash: string }
}

/** Decides. What refuses goes before what asks, and what asks before what admits; what nothing admits is not eligible. */
export function decide(programme: Programme, facts: Facts): Decision {
  const { id, version, hash } = programme
  const made = (outcome: Outcome, rules: readonly (Rule | BuiltIn)[]): Decision => ({
    outcome,
    rules: rules.map((rule) => ({ id: rule.id, says: rule.says, effect: rule.effect })),
    programme: { id, version, hash },
  })
  const country = programme.countries.find(({ code }) => code === facts.country)
  const holds = [
    ...ofTheHouse(programme, country, facts),
    ...[...programme.rules, ...(country?.rules ?? [])].filter(({ condition }) => condition(facts)),
  ]
  const that = (effect: Effect) => holds.filter((rule) => rule.effect === effect)
  const [refusing, asking, admitting] = [that('refuses'), that('asks'), that('admits')]
  if (refusing.length > 0) return made('not-eligible', refusing)
  // A question that nobody would be admitted after is not worth a person's time.
  if (admitting.length === 0 && asking.every(({ id: one }) => one === builtIn.countryUnknown.id))
    return made('not-eligible', [builtIn.nothingAdmits])
  return asking.length > 0 ? made('unsure', asking) : made('eligible', admitting)
}

function ofTheHouse(
  { from, until, otherCountries, limits }: Programme,
  country: Country | undefined,
  { date, people }: Facts,
): readonly BuiltIn[] {
  const status = country?.status ?? otherCountries
  return [
    ...(from !== undefined && date < from ? [builtIn.notYet] : []),
    ...(until !== undefined && date > until ? [builtIn.over] : []),
    ...(limits.people !== undefined && people > limits.people ? [builtIn.tooMany] : []),
    ...(status === 'closed' ? [builtIn.countryClosed] : status === 'unknown' ? [builtIn.countryUnknown] : []),
  ]
}
