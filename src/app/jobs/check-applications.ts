/** Every quarter of an hour the open applications are looked at again: an entry in DNS takes its time. */
import { checkOpenApplications } from '#applications'
import type { Handler } from '#jobs'
import { applicationsDepsOf } from '../enrolment-deps.ts'
import type { House } from '../house.ts'

export const checkApplicationsTask = 'check-applications'

export function openApplicationChecks(house: House): Handler {
  const deps = applicationsDepsOf(house)
  return () => checkOpenApplications(deps)
}
