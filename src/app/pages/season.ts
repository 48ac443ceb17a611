/** Election days, second yeses and goodbyes, for the pages. */
import { revokeToken } from '#api-tokens'
import { answerChange, change, changes, keepSeason, leavingOf, type SeasonDeps, seasonOf, seasons, stay } from '#season'
import type { Season } from '#web'
import { removeEndpoint } from '#webhooks'
import type { House } from '../house.ts'

export const seasonDepsOf = ({ members, settings }: Pick<House, 'members' | 'settings'>): SeasonDeps => ({
  ...members,
  freezeDays: async () => (await settings.read()).freezeDays,
  eraseAfterDays: async () => (await settings.read()).eraseAfterDays,
  endProgram: async (who, organisationId, { kind, id }) => {
    if (who.kind !== 'administrator' && who.kind !== 'analyst') return false
    return (kind === 'end-token' ? revokeToken : removeEndpoint)(members, who, id, organisationId)
  },
})

export function seasonPagesOf(house: Pick<House, 'members' | 'settings'>): Season {
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
