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
import { houseOf, openLimit, readAddress, tooManyTries } from '#members'
import type { Applications } from '#web'
import { applicationsDepsOf } from '../enrolment-deps.ts'
import type { House } from '../house.ts'
import { notSooner } from './not-sooner.ts'

const answersAfterMs = 300

export function applicationsOf(house: House): Applications {
  const deps = applicationsDepsOf(house)
  const limit = openLimit(house, 'apply', { perMinute: 20, perHour: 120 })
  const codes = openLimit(house, 'apply-code', { perMinute: 6, perHour: 30 })
  const letters = openLimit(house, 'apply-letter', { perMinute: 6, perHour: 30 })
  const toOneFromOne = openLimit(house, 'apply-letter-from', { perMinute: 3, perHour: 6 })
  const toOne = openLimit(house, 'apply-letter-to', { perMinute: 6, perHour: 30 })
  const vouching = openLimit(house, 'vouch', { perMinute: 10, perHour: 60 })
  const counted = async (which: typeof limit, key: string): Promise<void> => {
    if ((await which.count(key)) > 0) throw tooManyTries()
  }
  /** Whoever is written to may be a stranger to the applicant: digits are mailed a few times an hour, whatever number of applications asks for them. */
  const mayWrite = async (address: string, remote: string): Promise<void> => {
    const { folded } = readAddress(address)
    await counted(letters, remote)
    await counted(toOneFromOne, `${folded} from ${houseOf(remote)}`)
    await counted(toOne, folded)
  }
  return {
    keeps: async () => (await house.settings.read()).retention,
    begin: async (language, remote) => {
      await counted(limit, remote)
      return beginApplication(deps, language)
    },
    one: (token) => application(deps, token),
    save: async (token, step, given, remote) => {
      if (step === 'contact' && (await application(deps, token))?.answers.contact.address !== given.address)
        await mayWrite(given.address ?? '', remote)
      return saveStep(deps, token, step, given)
    },
    sendCode: async (token, remote) => {
      const found = await application(deps, token)
      if (found !== undefined && !found.isContactProven && found.answers.contact.address !== '')
        await mayWrite(found.answers.contact.address, remote)
      return sendCodeAgain(deps, token)
    },
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
