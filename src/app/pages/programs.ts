/** Tokens for programs and the addresses that are told of enrolment, for the pages. */
import { makeToken, revokeToken, tokensOf } from '#api-tokens'
import { pageSize } from '#members'
import { change, refuseNewPrograms } from '#season'
import type { Programs } from '#web'
import { addEndpoint, deliveriesOf, endpoint, listEndpoints, removeEndpoint, resend, sendTest, startEndpoint } from '#webhooks'
import type { House } from '../house.ts'
import { settled } from '../settled-hook.ts'
import { seasonDepsOf } from './season.ts'

export function programsOf(house: Pick<House, 'members' | 'settings' | 'storage' | 'clock'>): Programs {
  const { members } = house
  const season = seasonDepsOf(house)
  const removeOfAll = settled(house, removeEndpoint)
  const doneOr = (isDone: boolean) => (isDone ? ('done' as const) : undefined)
  return {
    tokens: (who) => tokensOf(members, who),
    makeToken: async (who, wanted) => {
      await refuseNewPrograms(season, who)
      return makeToken(members, who, wanted)
    },
    revokeToken: async (who, id) =>
      who.kind === 'administrator'
        ? change(season, who, who.organisationId, { kind: 'end-token', id })
        : doneOr(await revokeToken(members, who, id)),
    hooks: async (who) => (await listEndpoints(members, who, { after: undefined, most: pageSize })).rows,
    hook: (who, id) => endpoint(members, who, id),
    addHook: async (who, given) => {
      await refuseNewPrograms(season, who)
      return addEndpoint(members, who, given)
    },
    startHook: settled(house, startEndpoint),
    removeHook: async (who, id) =>
      who.kind === 'administrator' ? change(season, who, who.organisationId, { kind: 'end-hook', id }) : doneOr(await removeOfAll(who, id)),
    deliveries: (who, id, after) => deliveriesOf(members, who, id, { after, most: pageSize }),
    resend: (who, endpointId, deliveryId) => resend(members, who, { endpointId, deliveryId }),
    testHook: (who, id) => sendTest(members, who, id),
  }
}
