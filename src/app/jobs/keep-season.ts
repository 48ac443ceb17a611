/** Every hour: what is over by its day ends by itself, so that a last day lasts until midnight in UTC and little longer; a person's, and an organisation's. */
import { eraseDue } from '#erasure'
import type { Handler } from '#jobs'
import { keepEndDates } from '#members'
import { askWhatNext, leaveDue } from '#season'
import type { House } from '../house.ts'
import { seasonDepsOf } from '../pages/season.ts'

export const keepSeasonTask = 'keep-season'

export function openSeasonKeeping({ members, settings, log }: Pick<House, 'members' | 'settings' | 'log'>): Handler {
  const season = seasonDepsOf({ members, settings })
  return async () => {
    const ended = await keepEndDates(members)
    const left = await leaveDue(season)
    const askedWhatNext = await askWhatNext(members)
    const organisationsErased = await eraseDue(members)
    log.info({ ...ended, organisationsLeft: left.length, askedWhatNext, organisationsErased }, 'end dates were kept')
  }
}
