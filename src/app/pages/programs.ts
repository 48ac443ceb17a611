/** Tokens for programs and the addresses that are told of enrolment, for the pages. */
import { makeToken, revokeToken, tokensOf } from '#api-tokens'
import { pageSize } from '#members'
import type { Programs } from '#web'
import { addEndpoint, deliveriesOf, endpoint, listEndpoints, removeEndpoint, resend, sendTest, startEndpoint } from '#webhooks'
import type { House } from '../house.ts'
import { settled } from '../settled-hook.ts'

export function programsOf(house: House): Programs {
  const { members } = house
  return {
    tokens: (who) => tokensOf(members, who),
    makeToken: (who, wanted) => makeToken(members, who, wanted),
    revokeToken: (who, id) => revokeToken(members, who, id),
    hooks: async (who) => (await listEndpoints(members, who, { after: undefined, most: pageSize })).rows,
    hook: (who, id) => endpoint(members, who, id),
    addHook: (who, given) => addEndpoint(members, who, given),
    startHook: settled(house, startEndpoint),
    removeHook: settled(house, removeEndpoint),
    deliveries: (who, id, after) => deliveriesOf(members, who, id, { after, most: pageSize }),
    resend: (who, endpointId, deliveryId) => resend(members, who, { endpointId, deliveryId }),
    testHook: (who, id) => sendTest(members, who, id),
  }
}
