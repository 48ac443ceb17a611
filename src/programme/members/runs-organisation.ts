/**
 * Who runs an organisation's list of people: staff, and its own
 * administrators. Somebody who administers one and is a member of another sees
 * the other's row through their membership, and must not run it.
 */
import type { Who } from '#kernel'

export function runsOrganisation(who: Who, organisationId: string): boolean {
  if (who.kind === 'administrator') return who.organisationId === organisationId
  return who.kind === 'analyst' || who.kind === 'programme'
}
