/** What enrolment and applications need of the house and of the world. */

import type { ApplicationsDeps } from '#applications'
import { openPerspectives } from '#domain-proof'
import { decide, type Facts } from '#eligibility'
import { type EnrolmentDeps, programmeInForce } from '#enrolment'
import { createFetcher } from '#fetch'
import { dayOf } from '#kernel'
import type { House } from './house.ts'
import { firstProgramme, shippedProgrammes } from './shipped-programmes.ts'

export const enrolmentDepsOf = ({ storage, clock }: Pick<House, 'storage' | 'clock'>): EnrolmentDeps => ({
  storage,
  clock,
  shipped: async () => shippedProgrammes()[firstProgramme] ?? {},
})

/** The addresses of a name, as the first of the resolvers has them. */
export const lookUpOf =
  ([first]: ReturnType<typeof openPerspectives>) =>
  async (host: string): Promise<readonly string[]> => {
    const answers = await Promise.all((['A', 'AAAA'] as const).map((type) => first?.ask({ name: host, type })))
    return answers.flatMap((answer) => answer?.values ?? [])
  }

/** What applications need of the house and of the world; without DNS nothing is asked outside. */
export function applicationsDepsOf({ members, settings, config, clock, storage }: House): ApplicationsDeps {
  const perspectives = openPerspectives(config.resolvers)
  const isOff = config.dns === 'off'
  const fetcher = createFetcher({ lookUp: lookUpOf(perspectives) })
  return {
    ...members,
    outside: {
      askNames: async (question) =>
        isOff ? [{ from: 'DNS is off', values: [], failed: 'not asked' }] : Promise.all(perspectives.map(({ ask }) => ask(question))),
      readPage: async (url) => (isOff ? { kind: 'failed', why: 'not asked' } : fetcher(url)),
    },
    rules: async (answered) => {
      const { programme } = await programmeInForce(enrolmentDepsOf({ storage, clock }))
      const facts = factsFrom(answered, clock.now())
      const { outcome, rules, programme: named } = decide(programme, facts)
      return {
        outcome,
        rules,
        programme: named,
        restsOnProduct: outcome === 'eligible' && decide(programme, { ...facts, product: 'other' }).outcome !== 'eligible',
        ...(programme.limits.organisations !== undefined && { mostOrganisations: programme.limits.organisations }),
      }
    },
    policy: async () => (await settings.read()).admission,
  }
}

/** What an applicant answered, as the rules take it: the vocabulary and nothing besides. */
export const factsFrom = (answered: Readonly<Record<string, string>>, now: Date): Facts => ({
  kind: answered.kind ?? 'other',
  office: answered.office ?? 'none',
  country: answered.country ?? '',
  region: answered.region ?? '',
  product: answered.product ?? 'other',
  people: Number.parseInt(answered.people ?? '', 10) || 1,
  date: dayOf(now),
})
