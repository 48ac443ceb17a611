/** Every hour: what is over by its day ends by itself, so that a last day lasts until midnight in UTC and little longer. */
import type { Handler } from '#jobs'
import { keepEndDates } from '#members'
import type { House } from '../house.ts'

export const keepSeasonTask = 'keep-season'

export function openSeasonKeeping({ members, log }: Pick<House, 'members' | 'log'>): Handler {
  return async () => {
    log.info(await keepEndDates(members), 'end dates were kept')
  }
}
