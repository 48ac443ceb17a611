/**
 * The one table of what can be asked for and by whom. The server is built from
 * it, and so are the tests that walk every page as every kind of visitor.
 */

import { askDisconnect, askRemoveAccount, disconnect, removeAccount, showAccount } from './pages/account.ts'
import { giveOpinion, showApplication, showApplications } from './pages/applications.ts'
import { askWithdraw, beginApply, comeBack, sendComeBackCode, showApply, showComeBack, withdrawApply } from './pages/apply.ts'
import { askForPerson, checkAgain, showStatus } from './pages/apply-status.ts'
import { saveStep, showAnswer, showStep } from './pages/apply-steps.ts'
import { askRemoveApp, beginApp, confirmApp, removeApp, renameApp, showApps, showNewApp } from './pages/apps.ts'
import { showAudit, showLooks } from './pages/audit.ts'
import { showCard } from './pages/card.ts'
import { check, showCheck } from './pages/check.ts'
import {
  exportOrganisationCircle,
  exportOwnCircle,
  importOrganisationCircle,
  importOwnCircle,
  keepOrganisationCircle,
  keepOwnCircle,
  showOrganisationCircle,
  showOwnCircle,
} from './pages/circle.ts'
import { confirm, giveConfirmChallenge, sendConfirmCode, showConfirm } from './pages/confirm.ts'
import { chooseMailbox, connect, showConnect } from './pages/connect.ts'
import { askRemoveKept, exportEvaluation, removeKept, showEvaluation, testAgain } from './pages/evaluation.ts'
import { giveAsset, giveHealth } from './pages/files.ts'
import { showFirst, takeFirst } from './pages/first.ts'
import { chooseLanguage, showFront } from './pages/front.ts'
import { closeAlert, showHealth } from './pages/health.ts'
import { showHome } from './pages/home.ts'
import { exportHunt, labelHit, reachHunted, showHunt, stopHunted } from './pages/hunt.ts'
import { importColleagues, importForStaff, showOwnImport, showStaffImport } from './pages/import-people.ts'
import { decide, showIncident } from './pages/incident.ts'
import { label, reachIncident, stopReach } from './pages/incident-asks.ts'
import { askRemoveFeed, exportFeed, removeFeed, showIndicators, takeFeed } from './pages/indicators.ts'
import { join, showJoin } from './pages/join.ts'
import { markRead, showNotice } from './pages/notice.ts'
import {
  addColleague,
  askRemoveColleague,
  inviteColleague,
  mailColleague,
  removeColleague,
  setColleagueRole,
  showOrganisation,
  signColleagueOut,
} from './pages/organisation.ts'
import {
  addPerson,
  askRemovePerson,
  invitePerson,
  mailPerson,
  removePerson,
  setPersonRole,
  showOneOrganisation,
  signPersonOut,
} from './pages/organisation-for-staff.ts'
import { addOrganisation, showNewOrganisation, showOrganisations } from './pages/organisations.ts'
import { showLetter, showOutbox } from './pages/outbox.ts'
import { exportLists, removeListEntry, showLists, takeList } from './pages/own-lists.ts'
import {
  addRule,
  askRemoveRule,
  exportRule,
  keepRule,
  removeRule,
  showNewRule,
  showRule,
  showRules,
  switchRule,
} from './pages/own-rules.ts'
import { addPasskey, askRemovePasskey, giveNewChallenge, removePasskey, renamePasskey, showPasskeys } from './pages/passkeys.ts'
import { addPersonal, prove, sendProof, showAddPersonal, showProve } from './pages/personal-address.ts'
import { exportMine, giveConsent, showPrivacy, withdrawConsent } from './pages/privacy.ts'
import { giveProgramme, showProgramme } from './pages/programme.ts'
import { showProgrammeAsk } from './pages/programme-ask.ts'
import { editProgramme, showProgrammeEdit } from './pages/programme-edit.ts'
import { exportQueue, listenToQueue, showQueue } from './pages/queue.ts'
import { giveReceipt, showReceipt } from './pages/receipt.ts'
import { askToRecover, finish, showFinish, showRecover, showStop, stop } from './pages/recover.ts'
import {
  confirmAtDesk,
  confirmColleague,
  refuseAtDesk,
  refuseColleague,
  showColleagueRecoveries,
  showColleagueRecovery,
  showRecoveries,
  showRecovery,
  vouchAtDesk,
  vouchForColleague,
} from './pages/recoveries.ts'
import { makeRecoveryCodes, showRecoveryCodes } from './pages/recovery-codes.ts'
import { askRemoveRegister, removeRegister, showRegisters, takeRegister } from './pages/registers.ts'
import { takeSecondStep } from './pages/second-step.ts'
import { showSecurity, stopMyRecoveries } from './pages/security.ts'
import { endOtherSessions, endSession, showSessions } from './pages/sessions.ts'
import { saveSettings, showSettings } from './pages/settings.ts'
import { giveSignInChallenge, sendCode, showSignIn, signInByCode, signInByPasskey, signOut } from './pages/sign-in.ts'
import { appointStaff, askEndStaff, endStaff, showStaff } from './pages/staff.ts'
import {
  enterValue,
  exportOwnValueCsv,
  exportOwnValueJson,
  exportValueCsv,
  exportValueJson,
  showOwnValue,
  showValue,
  strikeValue,
} from './pages/value.ts'
import { showVouch, vouch, withdrawVouch } from './pages/vouch.ts'
import { showWhy } from './pages/why.ts'
import type { AdministratorAsk, Ask, PersonAsk } from './request/ask.ts'

type Answer = Response | Promise<Response>

/** What a blank of a path stands for; a test puts a real one there, its own or somebody else's. */
export type Example =
  | 'account'
  | 'notice'
  | 'passkey'
  | 'app'
  | 'waiting-app'
  | 'session'
  | 'recovery'
  | 'consent'
  | 'organisation'
  | 'member'
  | 'incident'
  | 'evaluation-mail'
  | 'alert'
  | 'letter'
  | 'first-link'
  | 'invitation'
  | 'asset'
  | 'settings-part'
  | 'own-rule'
  | 'application'
  | 'vouched'
  | 'apply-step'
  | 'programme-hash'
  | 'register'
  | 'value-entry'
  | 'staff-member'
  | 'list-entry'
  | 'feed'

type Common = {
  readonly method: 'GET' | 'POST'
  readonly path: `/${string}`
  /**
   * What asks for a proof of the last ten minutes that it is still them. A
   * form is carried along, or, where it cannot be sent twice, its page is next.
   */
  readonly fresh?: 'carry' | 'page'
  readonly examples?: Readonly<Record<string, Example>>
}

export type Route = Common &
  (
    | { readonly who: 'anyone'; readonly page: (ask: Ask) => Answer }
    | { readonly who: 'person' | 'staff' | 'operator'; readonly page: (ask: PersonAsk) => Answer }
    | { readonly who: 'administrator'; readonly page: (ask: AdministratorAsk) => Answer }
  )

const account = { id: 'account' } as const
const passkey = { id: 'passkey' } as const
const app = { id: 'app' } as const
const waitingApp = { id: 'waiting-app' } as const
const recovery = { id: 'recovery' } as const
const ownRule = { id: 'own-rule' } as const
const organisation = { id: 'organisation' } as const
const member = { id: 'organisation', person: 'member' } as const
const colleague = { person: 'member' } as const

export const routes: readonly Route[] = [
  { method: 'GET', path: '/', who: 'anyone', page: showFront },
  { method: 'GET', path: '/check', who: 'anyone', page: showCheck },
  { method: 'POST', path: '/check', who: 'anyone', page: check },
  { method: 'POST', path: '/language', who: 'anyone', page: chooseLanguage },
  { method: 'GET', path: '/first/:token', who: 'anyone', page: showFirst, examples: { token: 'first-link' } },
  { method: 'POST', path: '/first/:token', who: 'anyone', page: takeFirst, examples: { token: 'first-link' } },
  { method: 'GET', path: '/join/:token', who: 'anyone', page: showJoin, examples: { token: 'invitation' } },
  { method: 'POST', path: '/join/:token', who: 'anyone', page: join, examples: { token: 'invitation' } },
  { method: 'GET', path: '/sign-in', who: 'anyone', page: showSignIn },
  { method: 'POST', path: '/sign-in', who: 'anyone', page: sendCode },
  { method: 'POST', path: '/sign-in/code', who: 'anyone', page: signInByCode },
  { method: 'POST', path: '/sign-in/second', who: 'anyone', page: takeSecondStep },
  { method: 'POST', path: '/sign-in/passkey/challenge', who: 'anyone', page: giveSignInChallenge },
  { method: 'POST', path: '/sign-in/passkey', who: 'anyone', page: signInByPasskey },
  { method: 'GET', path: '/recover', who: 'anyone', page: showRecover },
  { method: 'POST', path: '/recover', who: 'anyone', page: askToRecover },
  { method: 'GET', path: '/recover/finish', who: 'anyone', page: showFinish },
  { method: 'POST', path: '/recover/finish', who: 'anyone', page: finish },
  { method: 'GET', path: '/recover/stop', who: 'anyone', page: showStop },
  { method: 'POST', path: '/recover/stop', who: 'anyone', page: stop },
  { method: 'POST', path: '/sign-out', who: 'anyone', page: signOut },
  { method: 'GET', path: '/programme', who: 'anyone', page: showProgramme },
  { method: 'GET', path: '/programme/ask', who: 'anyone', page: showProgrammeAsk },
  {
    method: 'GET',
    path: '/programme/files/:hash/programme.json',
    who: 'anyone',
    page: giveProgramme,
    examples: { hash: 'programme-hash' },
  },
  { method: 'GET', path: '/apply', who: 'anyone', page: showApply },
  { method: 'POST', path: '/apply', who: 'anyone', page: beginApply },
  { method: 'GET', path: '/apply/answer', who: 'anyone', page: showAnswer },
  { method: 'GET', path: '/apply/status', who: 'anyone', page: showStatus },
  { method: 'POST', path: '/apply/check', who: 'anyone', page: checkAgain },
  { method: 'POST', path: '/apply/person', who: 'anyone', page: askForPerson },
  { method: 'GET', path: '/apply/withdraw', who: 'anyone', page: askWithdraw },
  { method: 'POST', path: '/apply/withdraw', who: 'anyone', page: withdrawApply },
  { method: 'GET', path: '/apply/come-back', who: 'anyone', page: showComeBack },
  { method: 'POST', path: '/apply/come-back', who: 'anyone', page: sendComeBackCode },
  { method: 'POST', path: '/apply/come-back/code', who: 'anyone', page: comeBack },
  { method: 'GET', path: '/apply/:step', who: 'anyone', page: showStep, examples: { step: 'apply-step' } },
  { method: 'POST', path: '/apply/:step', who: 'anyone', page: saveStep, examples: { step: 'apply-step' } },
  { method: 'GET', path: '/assets/:name', who: 'anyone', page: giveAsset, examples: { name: 'asset' } },
  { method: 'GET', path: '/healthz', who: 'anyone', page: giveHealth },

  { method: 'GET', path: '/home', who: 'person', page: showHome },
  { method: 'GET', path: '/card', who: 'person', page: showCard },
  { method: 'GET', path: '/accounts/connect', who: 'person', page: chooseMailbox },
  { method: 'GET', path: '/accounts/personal', who: 'person', fresh: 'page', page: showAddPersonal },
  { method: 'POST', path: '/accounts/personal', who: 'person', fresh: 'carry', page: addPersonal },
  { method: 'GET', path: '/accounts/:id', who: 'person', page: showAccount, examples: account },
  { method: 'GET', path: '/accounts/:id/connect', who: 'person', page: showConnect, examples: account },
  { method: 'POST', path: '/accounts/:id/connect', who: 'person', page: connect, examples: account },
  { method: 'GET', path: '/accounts/:id/disconnect', who: 'person', page: askDisconnect, examples: account },
  { method: 'POST', path: '/accounts/:id/disconnect', who: 'person', page: disconnect, examples: account },
  { method: 'GET', path: '/accounts/:id/prove', who: 'person', page: showProve, examples: account },
  { method: 'POST', path: '/accounts/:id/prove', who: 'person', page: prove, examples: account },
  { method: 'POST', path: '/accounts/:id/prove/send', who: 'person', page: sendProof, examples: account },
  { method: 'GET', path: '/accounts/:id/remove', who: 'person', fresh: 'page', page: askRemoveAccount, examples: account },
  { method: 'POST', path: '/accounts/:id/remove', who: 'person', fresh: 'carry', page: removeAccount, examples: account },
  { method: 'GET', path: '/notices/:id', who: 'person', page: showNotice, examples: { id: 'notice' } },
  { method: 'POST', path: '/notices/:id/read', who: 'person', page: markRead, examples: { id: 'notice' } },
  { method: 'GET', path: '/passkeys', who: 'person', fresh: 'page', page: showPasskeys },
  { method: 'POST', path: '/passkeys', who: 'person', fresh: 'page', page: addPasskey },
  { method: 'POST', path: '/passkeys/challenge', who: 'person', fresh: 'page', page: giveNewChallenge },
  { method: 'POST', path: '/passkeys/:id/name', who: 'person', fresh: 'carry', page: renamePasskey, examples: passkey },
  { method: 'GET', path: '/passkeys/:id/remove', who: 'person', fresh: 'page', page: askRemovePasskey, examples: passkey },
  { method: 'POST', path: '/passkeys/:id/remove', who: 'person', fresh: 'carry', page: removePasskey, examples: passkey },
  { method: 'GET', path: '/security', who: 'person', page: showSecurity },
  { method: 'POST', path: '/security/recovery/stop', who: 'person', page: stopMyRecoveries },
  { method: 'GET', path: '/apps', who: 'person', fresh: 'page', page: showApps },
  { method: 'POST', path: '/apps', who: 'person', fresh: 'carry', page: beginApp },
  { method: 'GET', path: '/apps/:id', who: 'person', fresh: 'page', page: showNewApp, examples: waitingApp },
  { method: 'POST', path: '/apps/:id', who: 'person', fresh: 'carry', page: confirmApp, examples: waitingApp },
  { method: 'POST', path: '/apps/:id/name', who: 'person', fresh: 'carry', page: renameApp, examples: app },
  { method: 'GET', path: '/apps/:id/remove', who: 'person', fresh: 'page', page: askRemoveApp, examples: app },
  { method: 'POST', path: '/apps/:id/remove', who: 'person', fresh: 'carry', page: removeApp, examples: app },
  { method: 'GET', path: '/recovery-codes', who: 'person', fresh: 'page', page: showRecoveryCodes },
  { method: 'POST', path: '/recovery-codes', who: 'person', fresh: 'page', page: makeRecoveryCodes },
  { method: 'GET', path: '/sessions', who: 'person', page: showSessions },
  { method: 'POST', path: '/sessions/end-others', who: 'person', fresh: 'carry', page: endOtherSessions },
  { method: 'POST', path: '/sessions/:id/end', who: 'person', fresh: 'carry', page: endSession, examples: { id: 'session' } },
  { method: 'GET', path: '/confirm', who: 'person', page: showConfirm },
  { method: 'POST', path: '/confirm', who: 'person', page: confirm },
  { method: 'POST', path: '/confirm/challenge', who: 'person', page: giveConfirmChallenge },
  { method: 'POST', path: '/confirm/send', who: 'person', page: sendConfirmCode },
  { method: 'GET', path: '/privacy', who: 'person', page: showPrivacy },
  { method: 'GET', path: '/privacy/mine.json', who: 'person', fresh: 'page', page: exportMine },
  { method: 'POST', path: '/privacy/give', who: 'person', fresh: 'carry', page: giveConsent },
  { method: 'GET', path: '/privacy/consents/:id/receipt', who: 'person', page: showReceipt, examples: { id: 'consent' } },
  { method: 'GET', path: '/privacy/consents/:id/receipt.json', who: 'person', page: giveReceipt, examples: { id: 'consent' } },
  { method: 'POST', path: '/privacy/consents/:id/withdraw', who: 'person', page: withdrawConsent, examples: { id: 'consent' } },

  { method: 'GET', path: '/organisation', who: 'administrator', page: showOrganisation },
  { method: 'GET', path: '/organisation/recoveries', who: 'administrator', page: showColleagueRecoveries },
  {
    method: 'GET',
    path: '/organisation/recoveries/:id',
    who: 'administrator',
    fresh: 'page',
    page: showColleagueRecovery,
    examples: recovery,
  },
  {
    method: 'POST',
    path: '/organisation/recoveries/:id/vouch',
    who: 'administrator',
    fresh: 'carry',
    page: vouchForColleague,
    examples: recovery,
  },
  {
    method: 'POST',
    path: '/organisation/recoveries/:id/confirm',
    who: 'administrator',
    fresh: 'carry',
    page: confirmColleague,
    examples: recovery,
  },
  {
    method: 'POST',
    path: '/organisation/recoveries/:id/refuse',
    who: 'administrator',
    fresh: 'carry',
    page: refuseColleague,
    examples: recovery,
  },
  { method: 'GET', path: '/organisation/circle', who: 'administrator', page: showOwnCircle },
  { method: 'POST', path: '/organisation/circle', who: 'administrator', page: keepOwnCircle },
  { method: 'GET', path: '/organisation/circle/org.json', who: 'administrator', fresh: 'page', page: exportOwnCircle },
  { method: 'POST', path: '/organisation/circle/import', who: 'administrator', page: importOwnCircle },
  { method: 'POST', path: '/organisation/people', who: 'administrator', page: addColleague },
  { method: 'POST', path: '/organisation/people/:person/invite', who: 'administrator', page: inviteColleague, examples: colleague },
  { method: 'POST', path: '/organisation/people/:person/mail', who: 'administrator', page: mailColleague, examples: colleague },
  {
    method: 'POST',
    path: '/organisation/people/:person/role',
    who: 'administrator',
    fresh: 'carry',
    page: setColleagueRole,
    examples: colleague,
  },
  { method: 'POST', path: '/organisation/people/:person/sign-out', who: 'administrator', page: signColleagueOut, examples: colleague },
  {
    method: 'GET',
    path: '/organisation/people/:person/remove',
    who: 'administrator',
    fresh: 'page',
    page: askRemoveColleague,
    examples: colleague,
  },
  {
    method: 'POST',
    path: '/organisation/people/:person/remove',
    who: 'administrator',
    fresh: 'carry',
    page: removeColleague,
    examples: colleague,
  },

  { method: 'GET', path: '/organisation/import', who: 'administrator', page: showOwnImport },
  { method: 'POST', path: '/organisation/import', who: 'administrator', page: importColleagues },
  { method: 'GET', path: '/organisation/value', who: 'administrator', page: showOwnValue },
  { method: 'GET', path: '/organisation/value.csv', who: 'administrator', page: exportOwnValueCsv },
  { method: 'GET', path: '/organisation/value.json', who: 'administrator', page: exportOwnValueJson },
  { method: 'GET', path: '/organisation/vouch', who: 'administrator', page: showVouch },
  { method: 'POST', path: '/organisation/vouch', who: 'administrator', fresh: 'carry', page: vouch },
  { method: 'POST', path: '/organisation/vouch/:id/withdraw', who: 'administrator', page: withdrawVouch, examples: { id: 'vouched' } },

  { method: 'GET', path: '/applications', who: 'staff', page: showApplications },
  { method: 'GET', path: '/applications/:id', who: 'staff', page: showApplication, examples: { id: 'application' } },
  { method: 'POST', path: '/applications/:id/opinion', who: 'staff', fresh: 'carry', page: giveOpinion, examples: { id: 'application' } },
  { method: 'GET', path: '/registers', who: 'staff', page: showRegisters },
  { method: 'POST', path: '/registers', who: 'operator', page: takeRegister },
  { method: 'GET', path: '/registers/:id/remove', who: 'operator', page: askRemoveRegister, examples: { id: 'register' } },
  { method: 'POST', path: '/registers/:id/remove', who: 'operator', page: removeRegister, examples: { id: 'register' } },
  { method: 'GET', path: '/organisations/:id/import', who: 'staff', page: showStaffImport, examples: organisation },
  { method: 'POST', path: '/organisations/:id/import', who: 'staff', page: importForStaff, examples: organisation },
  { method: 'GET', path: '/organisations/:id/value', who: 'staff', page: showValue, examples: organisation },
  { method: 'POST', path: '/organisations/:id/value', who: 'staff', page: enterValue, examples: organisation },
  { method: 'GET', path: '/organisations/:id/value.csv', who: 'staff', page: exportValueCsv, examples: organisation },
  { method: 'GET', path: '/organisations/:id/value.json', who: 'staff', page: exportValueJson, examples: organisation },
  {
    method: 'POST',
    path: '/organisations/:id/value/:entry/strike',
    who: 'staff',
    page: strikeValue,
    examples: { id: 'organisation', entry: 'value-entry' },
  },
  { method: 'GET', path: '/programme/edit', who: 'operator', page: showProgrammeEdit },
  { method: 'POST', path: '/programme/edit', who: 'operator', fresh: 'page', page: editProgramme },
  { method: 'GET', path: '/queue', who: 'staff', page: showQueue },
  { method: 'GET', path: '/queue/export.csv', who: 'staff', fresh: 'page', page: exportQueue },
  { method: 'GET', path: '/queue/live', who: 'staff', page: listenToQueue },
  { method: 'GET', path: '/incidents/:id', who: 'staff', page: showIncident, examples: { id: 'incident' } },
  { method: 'POST', path: '/incidents/:id/decide', who: 'staff', page: decide, examples: { id: 'incident' } },
  { method: 'GET', path: '/incidents/:id/why', who: 'staff', page: showWhy, examples: { id: 'incident' } },
  { method: 'POST', path: '/incidents/:id/label', who: 'staff', page: label, examples: { id: 'incident' } },
  { method: 'POST', path: '/incidents/:id/reach', who: 'staff', page: reachIncident, examples: { id: 'incident' } },
  { method: 'POST', path: '/incidents/:id/reach/stop', who: 'staff', page: stopReach, examples: { id: 'incident' } },
  { method: 'GET', path: '/hunt', who: 'staff', page: showHunt },
  { method: 'GET', path: '/hunt/export.csv', who: 'staff', fresh: 'page', page: exportHunt },
  { method: 'POST', path: '/hunt/reach', who: 'staff', page: reachHunted },
  { method: 'POST', path: '/hunt/reach/stop', who: 'staff', page: stopHunted },
  { method: 'POST', path: '/hunt/label', who: 'staff', page: labelHit },
  { method: 'GET', path: '/evaluation', who: 'staff', page: showEvaluation },
  { method: 'GET', path: '/evaluation/export.json', who: 'staff', fresh: 'page', page: exportEvaluation },
  { method: 'POST', path: '/evaluation/test', who: 'staff', page: testAgain },
  { method: 'GET', path: '/evaluation/:id/remove', who: 'staff', page: askRemoveKept, examples: { id: 'evaluation-mail' } },
  { method: 'POST', path: '/evaluation/:id/remove', who: 'staff', page: removeKept, examples: { id: 'evaluation-mail' } },
  { method: 'GET', path: '/recoveries', who: 'staff', page: showRecoveries },
  { method: 'GET', path: '/recoveries/:id', who: 'staff', fresh: 'page', page: showRecovery, examples: recovery },
  { method: 'POST', path: '/recoveries/:id/vouch', who: 'staff', fresh: 'carry', page: vouchAtDesk, examples: recovery },
  { method: 'POST', path: '/recoveries/:id/confirm', who: 'staff', fresh: 'carry', page: confirmAtDesk, examples: recovery },
  { method: 'POST', path: '/recoveries/:id/refuse', who: 'staff', fresh: 'carry', page: refuseAtDesk, examples: recovery },
  { method: 'GET', path: '/organisations', who: 'staff', page: showOrganisations },
  { method: 'GET', path: '/organisations/new', who: 'staff', page: showNewOrganisation },
  { method: 'POST', path: '/organisations', who: 'staff', page: addOrganisation },
  { method: 'GET', path: '/organisations/:id', who: 'staff', page: showOneOrganisation, examples: organisation },
  { method: 'GET', path: '/organisations/:id/circle', who: 'staff', page: showOrganisationCircle, examples: organisation },
  { method: 'POST', path: '/organisations/:id/circle', who: 'staff', page: keepOrganisationCircle, examples: organisation },
  {
    method: 'GET',
    path: '/organisations/:id/circle/org.json',
    who: 'staff',
    fresh: 'page',
    page: exportOrganisationCircle,
    examples: organisation,
  },
  { method: 'POST', path: '/organisations/:id/circle/import', who: 'staff', page: importOrganisationCircle, examples: organisation },
  { method: 'POST', path: '/organisations/:id/people', who: 'staff', page: addPerson, examples: organisation },
  { method: 'POST', path: '/organisations/:id/people/:person/invite', who: 'staff', page: invitePerson, examples: member },
  { method: 'POST', path: '/organisations/:id/people/:person/mail', who: 'staff', page: mailPerson, examples: member },
  { method: 'POST', path: '/organisations/:id/people/:person/role', who: 'staff', fresh: 'carry', page: setPersonRole, examples: member },
  { method: 'POST', path: '/organisations/:id/people/:person/sign-out', who: 'staff', page: signPersonOut, examples: member },
  { method: 'GET', path: '/organisations/:id/people/:person/remove', who: 'staff', fresh: 'page', page: askRemovePerson, examples: member },
  { method: 'POST', path: '/organisations/:id/people/:person/remove', who: 'staff', fresh: 'carry', page: removePerson, examples: member },
  { method: 'GET', path: '/health', who: 'staff', page: showHealth },
  { method: 'POST', path: '/health/alerts/:id/close', who: 'staff', page: closeAlert, examples: { id: 'alert' } },
  { method: 'GET', path: '/audit', who: 'staff', page: showAudit },
  { method: 'GET', path: '/audit/looks', who: 'staff', page: showLooks },
  { method: 'GET', path: '/outbox', who: 'staff', page: showOutbox },
  { method: 'GET', path: '/outbox/:id', who: 'staff', page: showLetter, examples: { id: 'letter' } },
  { method: 'GET', path: '/rules', who: 'operator', page: showRules },
  { method: 'GET', path: '/rules/new', who: 'operator', page: showNewRule },
  { method: 'POST', path: '/rules/new', who: 'operator', page: addRule },
  { method: 'GET', path: '/rules/:id', who: 'operator', page: showRule, examples: ownRule },
  { method: 'POST', path: '/rules/:id', who: 'operator', page: keepRule, examples: ownRule },
  { method: 'POST', path: '/rules/:id/switch', who: 'operator', page: switchRule, examples: ownRule },
  { method: 'GET', path: '/rules/:id/rule.yaml', who: 'operator', page: exportRule, examples: ownRule },
  { method: 'GET', path: '/rules/:id/remove', who: 'operator', page: askRemoveRule, examples: ownRule },
  { method: 'POST', path: '/rules/:id/remove', who: 'operator', page: removeRule, examples: ownRule },
  { method: 'GET', path: '/lists', who: 'operator', page: showLists },
  { method: 'POST', path: '/lists', who: 'operator', page: takeList },
  { method: 'GET', path: '/lists/export.csv', who: 'operator', page: exportLists },
  { method: 'POST', path: '/lists/:id/remove', who: 'operator', page: removeListEntry, examples: { id: 'list-entry' } },
  { method: 'GET', path: '/indicators', who: 'operator', page: showIndicators },
  { method: 'POST', path: '/indicators', who: 'operator', page: takeFeed },
  { method: 'GET', path: '/indicators/:id/export.json', who: 'operator', page: exportFeed, examples: { id: 'feed' } },
  { method: 'GET', path: '/indicators/:id/remove', who: 'operator', page: askRemoveFeed, examples: { id: 'feed' } },
  { method: 'POST', path: '/indicators/:id/remove', who: 'operator', page: removeFeed, examples: { id: 'feed' } },
  { method: 'GET', path: '/staff', who: 'operator', page: showStaff },
  { method: 'POST', path: '/staff', who: 'operator', fresh: 'carry', page: appointStaff },
  { method: 'GET', path: '/staff/:person/end', who: 'operator', fresh: 'page', page: askEndStaff, examples: { person: 'staff-member' } },
  { method: 'POST', path: '/staff/:person/end', who: 'operator', fresh: 'carry', page: endStaff, examples: { person: 'staff-member' } },
  { method: 'GET', path: '/settings', who: 'operator', fresh: 'page', page: showSettings },
  { method: 'POST', path: '/settings/:part', who: 'operator', fresh: 'carry', page: saveSettings, examples: { part: 'settings-part' } },
]
