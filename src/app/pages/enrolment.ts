/** The published rules and the value ledger, for the pages. */
import { applicantsOfMembers } from '#applications'
import { decide, type Facts, readProgramme, whatWouldChange } from '#eligibility'
import {
  acceptProgramme,
  decimalsOf,
  type EnrolmentDeps,
  enterValue,
  programmeByHash,
  programmeInForce,
  programmeVersions,
  strikeValue,
  valueLedger,
} from '#enrolment'
import type { Enrolment } from '#web'
import type { House } from '../house.ts'
import { firstProgramme, shippedProgrammes } from '../shipped-programmes.ts'

export const enrolmentDepsOf = ({ storage, clock }: Pick<House, 'storage' | 'clock'>): EnrolmentDeps => ({
  storage,
  clock,
  shipped: async () => shippedProgrammes()[firstProgramme] ?? {},
})

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

export function enrolmentOf(house: Pick<House, 'storage' | 'clock'>): Enrolment {
  const deps = enrolmentDepsOf(house)
  return {
    inForce: () => programmeInForce(deps),
    versions: () => programmeVersions(deps),
    files: (hash) => programmeByHash(deps, hash),
    ask: async (typed) => {
      const { programme } = await programmeInForce(deps)
      const facts: Facts = { ...typed, date: dayOf(house.clock.now()) }
      return { decision: decide(programme, facts), changes: whatWouldChange(programme, facts) }
    },
    shipped: async () => shippedProgrammes(),
    tryProgramme: async (who, files) => {
      const read = readProgramme(files)
      if ('problems' in read) return read
      const { programme: now } = await programmeInForce(deps)
      const members = await applicantsOfMembers(house, who)
      const changed = members.flatMap(({ organisation, facts }) => {
        const whole = factsFrom(facts, house.clock.now())
        const [before, after] = [decide(now, whole).outcome, decide(read.programme, whole).outcome]
        return before === after ? [] : [{ organisation, before, after }]
      })
      return { programme: read.programme, changed }
    },
    acceptProgramme: async (who, given) => {
      await acceptProgramme(deps, who, given)
    },
    valueLedger: (who, organisationId) => valueLedger(deps, who, organisationId),
    enterValue: (who, organisationId, given) => enterValue(deps, who, organisationId, given),
    strikeValue: (who, organisationId, id) => strikeValue(deps, who, organisationId, id),
    amountOf: ({ currency, minorUnits }) => (minorUnits / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency)),
  }
}

/** What an applicant answered, as the rules take it: the vocabulary and nothing besides. */
export const factsFrom = (answered: Readonly<Record<string, string>>, now: Date): Facts => ({
  kind: answered.kind ?? 'other',
  office: answered.office ?? 'none',
  country: answered.country ?? '',
  region: answered.region ?? '',
  product: answered.product ?? 'other',
  people: 10,
  date: dayOf(now),
})
