/** Applications for the pages: who may ask how often, and what is looked at at once. */
import {
  application,
  applicationStatus,
  askForPerson,
  beginApplication,
  checkApplication,
  comeBack,
  giveOpinion,
  listApplications,
  listRegisters,
  proveContact,
  removeRegister,
  saveStep,
  seeApplication,
  sendCodeAgain,
  sendComeBackCode,
  submitApplication,
  takeRegister,
  vouch,
  vouchAsked,
  vouchesOf,
  withdrawApplication,
  withdrawVouch,
} from '#applications'
import { openLimit, tooManyTries } from '#members'
import type { Applications } from '#web'
import { applicationsDepsOf } from '../enrolment-deps.ts'
import type { House } from '../house.ts'
import { notSooner } from './not-sooner.ts'

const answersAfterMs = 300

export function applicationsOf(house: House): Applications {
  const deps = applicationsDepsOf(house)
  const limit = openLimit(house, 'apply', { perMinute: 20, perHour: 120 })
  const codes = openLimit(house, 'apply-code', { perMinute: 6, perHour: 30 })
  const vouching = openLimit(house, 'vouch', { perMinute: 10, perHour: 60 })
  const counted = async (which: typeof limit, key: string): Promise<void> => {
    if ((await which.count(key)) > 0) throw tooManyTries()
  }
  return {
    keeps: async () => (await house.settings.read()).retention,
    begin: async (language, remote) => {
      await counted(limit, remote)
      return beginApplication(deps, language)
    },
    one: (token) => application(deps, token),
    save: (token, step, given) => saveStep(deps, token, step, given),
    sendCode: (token) => sendCodeAgain(deps, token),
    prove: (token, code) => proveContact(deps, token, code),
    submit: async (token) => {
      const sent = await submitApplication(deps, token)
      return sent && ((await checkApplication(deps, sent.id)) ?? sent)
    },
    status: (token) => applicationStatus(deps, token),
    check: async (token, remote) => {
      await counted(limit, remote)
      const found = await application(deps, token)
      if (found) await checkApplication(deps, found.id)
    },
    askForPerson: (token, says) => askForPerson(deps, token, says),
    withdraw: (token) => withdrawApplication(deps, token),
    sendComeBackCode: (asked) => notSooner(answersAfterMs, sendComeBackCode(deps, codes, asked)),
    comeBack: (asked) => notSooner(answersAfterMs, comeBack(deps, codes, asked)),
    list: (who, ask) => listApplications(deps, who, ask),
    see: (who, id) => seeApplication(deps, who, id),
    giveOpinion: async (who, id, opinion) => (await giveOpinion(deps, who, id, opinion))?.state,
    registers: (who) => listRegisters(deps, who),
    takeRegister: (who, given) => takeRegister(deps, who, given),
    removeRegister: (who, id) => removeRegister(deps, who, id),
    vouchAsked: async (who, code) => {
      await counted(vouching, who.organisationId)
      return vouchAsked(deps, code)
    },
    vouch: (who, code) => vouch(deps, who, code),
    vouches: (who) => vouchesOf(deps, who),
    withdrawVouch: (who, id) => withdrawVouch(deps, who, id),
  }
}
