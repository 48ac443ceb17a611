/** Whose endpoints somebody looks after: those of their organisation, or of the programme. */
import { defect, type Owner, type Who } from '#kernel'
import type { KeyOwner } from '#secrets'

/** Null for the programme. Nobody else looks after endpoints. */
export function ownerOf(who: Who): string | null {
  if (who.kind === 'administrator' || who.kind === 'token') return who.organisationId
  if (who.kind === 'analyst' || who.kind === 'programme' || who.kind === 'programme-token') return null
  throw defect('no-owner', `asking for the endpoints of a ${who.kind}: they have none`)
}

export const keyOwnerOf = (organisationId: string | null): KeyOwner =>
  organisationId === null ? { kind: 'programme' } : { kind: 'organisation', id: organisationId }

/** Whose matter an entry of the log is. */
export const auditOwner = (organisationId: string | null): { readonly owner?: Owner } =>
  organisationId === null ? {} : { owner: { kind: 'organisation', id: organisationId } }

export const sealContext = (endpointId: string): string => `webhook/${endpointId}`
