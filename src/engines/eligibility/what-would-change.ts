/** What would make the answer another one: every change of one fact, else of two, tried out. */
import { organisationKinds } from '#kernel'
import { decide } from './decide.ts'
import { type Facts, offices, products } from './facts.ts'
import type { Outcome, Programme } from './programme.ts'

export type ChangedFact = { readonly fact: ChangeableFact; readonly to: readonly string[] }
/** If all of these were so (for each fact, one of its values), the outcome would be this. */
export type Change = { readonly facts: readonly ChangedFact[]; readonly outcome: Outcome }

export type ChangeableFact = 'kind' | 'office' | 'country' | 'region' | 'product'

/** The changes that lead away from today's outcome. Of two facts only when no single one does, and only towards joining. */
export function whatWouldChange(programme: Programme, facts: Facts): readonly Change[] {
  const now = decide(programme, facts).outcome
  const values = valuesOf(programme, facts)
  const names = Object.keys(values).filter((name): name is ChangeableFact => name in facts)
  const single = names.flatMap((fact) =>
    grouped(programme, values[fact], (to) => ({ ...facts, [fact]: to }), now).map(({ outcome, to }) => ({
      facts: [{ fact, to }],
      outcome,
    })),
  )
  if (now === 'eligible' || single.some(({ outcome }) => outcome === 'eligible')) return single
  const pairs = names.flatMap((one, at) =>
    names.slice(at + 1).flatMap((other) =>
      values[one].flatMap((to) =>
        grouped(programme, values[other], (second) => ({ ...facts, [one]: to, [other]: second }), now)
          .filter(({ outcome }) => outcome === 'eligible')
          .map((found) => ({
            facts: [
              { fact: one, to: [to] },
              { fact: other, to: found.to },
            ],
            outcome: found.outcome,
          })),
      ),
    ),
  )
  return [...single, ...merged(pairs)]
}

type Values = Readonly<Record<ChangeableFact, readonly string[]>>

function valuesOf({ countries }: Programme, { kind, office, country, region, product }: Facts): Values {
  const others = (all: readonly string[], now: string) => all.filter((one) => one !== now)
  const here = countries.find(({ code }) => code === country)
  return {
    kind: others(organisationKinds, kind),
    office: others(offices, office),
    country: others(
      countries.map(({ code }) => code),
      country,
    ),
    region: others(Object.keys(here?.regions ?? {}), region),
    product: others(products, product),
  }
}

function grouped(
  programme: Programme,
  values: readonly string[],
  changed: (to: string) => Facts,
  now: Outcome,
): readonly { readonly outcome: Outcome; readonly to: readonly string[] }[] {
  const byOutcome = Map.groupBy(values, (to) => decide(programme, changed(to)).outcome)
  return [...byOutcome].filter(([outcome]) => outcome !== now).map(([outcome, to]) => ({ outcome, to }))
}

/** `kind → a` with products, `kind → b` with the same products: one change. */
function merged(pairs: readonly Change[]): readonly Change[] {
  const bySecond = Map.groupBy(pairs, ({ facts: [one, other] }) => JSON.stringify([one?.fact, other?.fact, other?.to]))
  return [...bySecond.values()].flatMap((alike) => {
    const [first] = alike
    const [one, other] = first?.facts ?? []
    if (first === undefined || one === undefined || other === undefined) return []
    return [{ ...first, facts: [{ fact: one.fact, to: alike.flatMap(({ facts: [changed] }) => changed?.to ?? []) }, other] }]
  })
}
