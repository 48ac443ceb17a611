/** Ways in beside passkeys, sessions and fresh proofs, for the pages: every call goes to members. */
import {
  apps,
  appToConfirm,
  beginApp,
  confirmApp,
  confirmByCode,
  confirmByMail,
  confirmByPasskey,
  confirmChallenge,
  endMyOtherSessions,
  endSession,
  makeRecoveryCodes,
  openLimit,
  recoveryCodes,
  removeApp,
  renameApp,
  sendConfirmCode,
  sessions,
} from '#members'
import type { WaysIn } from '#web'
import type { House } from '../house.ts'
import { squareCode } from './square-code.ts'

export function waysInOf(house: House): WaysIn {
  const { members, site } = house
  // By person: whoever sits at their screen guesses no faster from another one.
  const limit = openLimit(house, 'confirm', { perMinute: 5, perHour: 20 })
  return {
    apps: (who) => apps(members, who),
    beginApp: (who, name) => beginApp(members, who, name),
    appToConfirm: async (who, id) => {
      const waiting = await appToConfirm(members, await site(), who, id)
      return waiting && { ...waiting, squares: await squareCode(waiting.address) }
    },
    confirmApp: (who, input) => confirmApp(members, limit, who, input),
    renameApp: (who, id, name) => renameApp(members, who, id, name),
    removeApp: (who, id, session) => removeApp(members, who, id, session),
    recoveryCodes: (who) => recoveryCodes(members, who),
    makeRecoveryCodes: (who) => makeRecoveryCodes(members, who),
    sessions: (who) => sessions(members, who),
    endSession: (who, id) => endSession(members, who, id),
    endOtherSessions: (who, session) => endMyOtherSessions(members, who, session),
    confirmChallenge: async (who) => confirmChallenge(members, await site(), who),
    confirmByPasskey: async (who, answer) => confirmByPasskey(members, await site(), who, answer),
    confirmByCode: (who, code) => confirmByCode(members, limit, who, code),
    confirmByMail: (who, input) => confirmByMail(members, limit, who, input),
    sendConfirmCode: (input) => sendConfirmCode(members, input),
  }
}
