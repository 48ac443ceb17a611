/** Election days, second yeses and goodbyes, for the pages. */
import { answerChange, change, changes, keepSeason, leavingOf, type SeasonDeps, seasonOf, seasons, stay } from '#season'
import type { Season } from '#web'
import type { House } from '../house.ts'

export const seasonDepsOf = ({ members, settings }: Pick<House, 'members' | 'settings'>): SeasonDeps => ({
  ...members,
  freezeDays: async () => (await settings.read()).freezeDays,
})

export function seasonPagesOf(house: House): Season {
  const deps = seasonDepsOf(house)
  return {
    calendar: (who, organisationId) => seasonOf(deps, who, organisationId),
    keep: (who, organisationId, days) => keepSeason(deps, who, organisationId, days),
    change: (who, organisationId, wanted) => change(deps, who, organisationId, wanted),
    changes: (who, organisationId) => changes(deps, who, organisationId),
    answer: (who, answer) => answerChange(deps, who, answer),
    all: (who, page) => seasons(deps, who, page),
    leaving: (who, organisationId) => leavingOf(deps, who, organisationId),
    stay: (who, organisationId) => stay(deps, who, organisationId),
  }
}
