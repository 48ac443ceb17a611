/** Plugs the rooms into the API. */
import type { ApiDeps } from '#api'
import { callerOf } from '#api-tokens'
import { applicationsFollowing } from '#applications'
import { valueFollowing } from '#enrolment'
import { refusal } from '#kernel'
import { addPerson, invite, member, membersFollowing, openLimit, organisation, organisationsFollowing, workAccounts } from '#members'
import { refuseNewPrograms } from '#season'
import { addEndpoint, deliveriesOf, endpoint, listEndpoints, removeEndpoint, resend, sendTest, startEndpoint } from '#webhooks'
import type { House } from './house.ts'
import { needsRelay } from './needs-relay.ts'
import { seasonDepsOf } from './pages/season.ts'
import { settled } from './settled-hook.ts'

export function apiOf(house: House): Omit<ApiDeps, 'programme'> {
  const { members, log, settings } = house
  const season = seasonDepsOf(house)
  const removeHook = settled(house, removeEndpoint)
  const uses = openLimit(house, 'api-token', { perMinute: 300, perHour: 6000 })
  // A person is not written to again and again, whatever a program does.
  const letters = openLimit(house, 'api-letter', { perMinute: 2, perHour: 4 })
  const unknown = openLimit(house, 'api-unknown', { perMinute: 30, perHour: 300 })
  return {
    log,
    callerOf: (token) => callerOf(members, token),
    countUse: (tokenId) => uses.count(tokenId),
    countUnknown: (remote) => unknown.count(remote),
    organisations: {
      list: (who, following) => organisationsFollowing(members, who, following),
      one: (who, id) => organisation(members, who, id),
      people: (who, id, following) => membersFollowing(members, who, id, following),
      person: (who, id, personId) => member(members, who, id, personId),
      accounts: (who, id, following) => workAccounts(members, who, id, following),
      addPerson: (who, id, input) => addPerson(members, who, id, { ...input, role: 'member' }),
      invite: async (who, id, personId) => {
        if ((await member(members, who, id, personId)) === undefined) return undefined
        await needsRelay(settings)
        if ((await letters.count(personId)) > 0) throw tooManyLetters()
        return invite(members, who, { organisationId: id, personId, byMail: true })
      },
      value: (who, id, following) => valueFollowing(members, who, id, following),
    },
    applications: {
      list: (who, following) => applicationsFollowing(members, who, following),
      one: async (who, id) => (await applicationsFollowing(members, who, { after: undefined, most: 1, id })).rows[0],
    },
    webhooks: {
      list: (who, following) => listEndpoints(members, who, following),
      one: (who, id) => endpoint(members, who, id),
      add: async (who, given) => {
        await refuseNewPrograms(season, who)
        return addEndpoint(members, who, given)
      },
      start: settled(house, startEndpoint),
      remove: async (who, id) => {
        await refuseNewPrograms(season, who)
        return removeHook(who, id)
      },
      deliveries: (who, id, following) => deliveriesOf(members, who, id, following),
      resend: (who, endpointId, deliveryId) => resend(members, who, { endpointId, deliveryId }),
      test: (who, id) => sendTest(members, who, id),
    },
  }
}

const tooManyLetters = () =>
  refusal('too-many-letters', 'This person was mailed several links within the hour. Wait, and ask whether one of them arrived.')
