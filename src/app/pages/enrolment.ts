/** The published rules and the value ledger, for the pages. */

import { applicantsOfMembers } from '#applications'
import { decide, type Facts, readProgramme, whatWouldChange } from '#eligibility'
import {
  acceptProgramme,
  decimalsOf,
  enterValue,
  programmeByHash,
  programmeInForce,
  programmeVersions,
  strikeValue,
  valueLedger,
} from '#enrolment'
import { dayOf } from '#kernel'
import type { Enrolment } from '#web'
import { enrolmentDepsOf, factsFrom } from '../enrolment-deps.ts'
import type { House } from '../house.ts'
import { shippedProgrammes } from '../shipped-programmes.ts'

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
