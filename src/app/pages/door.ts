/** The sign-in door of the pages: every call goes to members. */
import { programmeInForce } from '#enrolment'
import {
  acceptInvitation,
  addPasskey,
  enrolAlone,
  firstLinkIsGood,
  householdLink,
  invitation,
  joinAsMe,
  newPasskeyChallenge,
  notOpenToIndividuals,
  openLimit,
  passkeys,
  removePasskey,
  renamePasskey,
  sendAloneCode,
  sendSignInCode,
  signInByCode,
  signInByPasskey,
  signInChallenge,
  signOut,
  takeFirstLink,
  takeSecondStep,
  visitorOf,
} from '#members'
import type { Door } from '#web'
import { enrolmentDepsOf } from '../enrolment-deps.ts'
import type { House } from '../house.ts'
import { notSooner } from './not-sooner.ts'

/** Writing a code down takes longer than finding nobody: both are answered after this, so that the wait tells of no address. */
const answersAfterMs = 300

export function doorOf(house: House): Door {
  const { members, site } = house
  const limit = openLimit(house, 'sign-in', { perMinute: 10, perHour: 60 })
  // Whoever is here has read somebody's mail: counted by itself, so that an office that signs in at nine is not kept out.
  const secondStep = openLimit(house, 'second-step', { perMinute: 10, perHour: 60 })
  // Nothing can be guessed by it: many enough for an office, and too few to fill a disk.
  const challenges = openLimit(house, 'passkey-challenge', { perMinute: 60, perHour: 600 })
  const openToIndividuals = async (via: string): Promise<void> => {
    if (via !== '' && (await householdLink(members, via)) !== undefined) return
    const { programme } = await programmeInForce(enrolmentDepsOf(house))
    if (programme.individuals !== 'open') throw notOpenToIndividuals()
  }
  return {
    visitorOf: (token, userAgent) => visitorOf(members, token, { userAgent, staffIssuer: house.settings.latest().staffSignIn?.issuer }),
    signOut: (token) => signOut(members, token),
    sendSignInCode: (input) => notSooner(answersAfterMs, sendSignInCode(members, limit, input)),
    signInByCode: (input) => notSooner(answersAfterMs, signInByCode(members, limit, input)),
    takeSecondStep: (input) => notSooner(answersAfterMs, takeSecondStep(members, secondStep, input)),
    signInChallenge: async (remote) => signInChallenge(members, await site(), { limit: challenges, remote }),
    signInByPasskey: async (answer) => signInByPasskey(members, await site(), answer),
    firstLinkIsGood: (token) => firstLinkIsGood(members, token),
    takeFirstLink: (input) => takeFirstLink(members, input),
    invitation: (token) => invitation(members, token),
    acceptInvitation: (input) => acceptInvitation(members, input),
    sendAloneCode: async (input) => {
      await openToIndividuals(input.via)
      return notSooner(answersAfterMs, sendAloneCode(members, limit, input))
    },
    enrolAlone: async (input) => {
      await openToIndividuals(input.via)
      return notSooner(answersAfterMs, enrolAlone(members, limit, input))
    },
    joinAsMe: (who, input) => joinAsMe(members, who, input),
    passkeys: (who) => passkeys(members, who),
    newPasskeyChallenge: async (who) => newPasskeyChallenge(members, await site(), who),
    addPasskey: async (who, answer) => addPasskey(members, await site(), who, answer),
    renamePasskey: (who, id, name) => renamePasskey(members, who, id, name),
    removePasskey: (who, id, session) => removePasskey(members, who, id, session),
  }
}
