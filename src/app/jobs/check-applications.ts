/** Every quarter of an hour the open applications are looked at again: an entry in DNS takes its time. */
import { checkApplication, openApplications } from '#applications'
import type { Handler } from '#jobs'
import type { House } from '../house.ts'
import { applicationsDepsOf } from '../pages/applications.ts'

export const checkApplicationsTask = 'check-applications'

export function openApplicationChecks(house: House): Handler {
  const deps = applicationsDepsOf(house)
  return async () => {
    for (const id of await openApplications(deps)) await checkApplication(deps, id)
  }
}
