/** Coming back in with the help of two people, for the pages: every call goes to members. */
import {
  askForRecovery,
  confirmRecovery,
  finishRecovery,
  myRecoveries,
  openLimit,
  recoveries,
  refuseRecovery,
  stopMyRecoveries,
  stopRecoveryByCode,
  vouch,
} from '#members'
import type { Recovery } from '#web'
import type { House } from '../house.ts'
import { notSooner } from './not-sooner.ts'

const answersAfterMs = 300

export function recoveryOf(house: House): Recovery {
  const { members, settings } = house
  const limit = openLimit(house, 'recovery', { perMinute: 5, perHour: 20 })
  const waitHours = async () => (await settings.read()).recoveryWaitHours
  return {
    ask: (input) => notSooner(answersAfterMs, askForRecovery(members, limit, input)),
    finish: (input) => notSooner(answersAfterMs, finishRecovery(members, limit, input)),
    stopByCode: (input) => notSooner(answersAfterMs, stopRecoveryByCode(members, limit, input)),
    mine: (who) => myRecoveries(members, who),
    stopMine: (who) => stopMyRecoveries(members, who),
    list: (who) => recoveries(members, who),
    vouch: (who, id, how) => vouch(members, who, { id, how }),
    confirm: async (who, id) => confirmRecovery(members, who, { id, waitHours: await waitHours() }),
    refuse: (who, id) => refuseRecovery(members, who, id),
    waitHours,
  }
}
