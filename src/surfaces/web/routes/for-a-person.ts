/** What a person asks for as themselves. */
import { askDisconnect, askRemoveAccount, disconnect, removeAccount, showAccount } from '../pages/account.ts'
import { askRemoveApp, beginApp, confirmApp, removeApp, renameApp, showApps, showNewApp } from '../pages/apps.ts'
import { giveCard, showCard } from '../pages/card.ts'
import { confirm, giveConfirmChallenge, sendConfirmCode, showConfirm } from '../pages/confirm.ts'
import { chooseMailbox, connect, showConnect } from '../pages/connect.ts'
import { proveElsewhere } from '../pages/elsewhere.ts'
import { eraseMe, showErase } from '../pages/erasure.ts'
import { showHome } from '../pages/home.ts'
import { acceptShared, endShare, makeLink, showHousehold } from '../pages/household.ts'
import { addBrowser, addPhone, keepQuiet, moveWay, renewBrowser, showHowTold } from '../pages/how-told.ts'
import { joinAsMe } from '../pages/join.ts'
import { markDone, markRead, markUndone, showNotice } from '../pages/notice.ts'
import { giveProof } from '../pages/notices.ts'
import { addPasskey, askRemovePasskey, giveNewChallenge, removePasskey, renamePasskey, showPasskeys } from '../pages/passkeys.ts'
import { addPersonal, prove, sendProof, showAddPersonal, showProve } from '../pages/personal-address.ts'
import { exportMine, exportMineAsPage, giveConsent, showPrivacy, withdrawConsent } from '../pages/privacy.ts'
import { giveReceipt, showReceipt } from '../pages/receipt.ts'
import { makeRecoveryCodes, showRecoveryCodes } from '../pages/recovery-codes.ts'
import { showSecondWay } from '../pages/second-way.ts'
import { showSecurity, stopMyRecoveries } from '../pages/security.ts'
import { answerSelfCheck, showFound, showSelfCheck, tellDesk } from '../pages/self-check.ts'
import { endOtherSessions, endSession, showSessions } from '../pages/sessions.ts'
import { showSight } from '../pages/sight.ts'
import { bind, confirmThere, showBinding, unbind } from '../pages/staff-elsewhere.ts'
import { askReplaceWatching, makeWatching, replaceWatching, sendTest, showWatching } from '../pages/watching.ts'
import { askRemoveWay, proveWay, removeWay, sendWayDigits, showWay } from '../pages/way-told.ts'
import { showWhoSees } from '../pages/who-sees.ts'
import { showWithPasskey } from '../pages/with-passkey.ts'
import type { Route } from '../route.ts'

const account = { id: 'account' } as const
const personal = { id: 'personal-account' } as const
const passkey = { id: 'passkey' } as const
const app = { id: 'app' } as const
const way = { id: 'contact-method' } as const
const waitingApp = { id: 'waiting-app' } as const

export const forAPerson: readonly Route[] = [
  { method: 'GET', path: '/home', who: 'person', page: showHome },
  { method: 'POST', path: '/join/:token/as-me', who: 'person', fresh: 'carry', page: joinAsMe, examples: { token: 'invitation' } },
  { method: 'GET', path: '/household', who: 'person', page: showHousehold },
  { method: 'POST', path: '/household/:id/link', who: 'person', fresh: 'carry', page: makeLink, examples: { id: 'personal-account' } },
  {
    method: 'POST',
    path: '/household/:id/end/:person',
    who: 'person',
    page: endShare,
    examples: { id: 'personal-account', person: 'sharer' },
  },
  {
    method: 'POST',
    path: '/shared/:token/accept',
    who: 'person',
    fresh: 'carry',
    page: acceptShared,
    examples: { token: 'household-link' },
  },
  { method: 'GET', path: '/card', who: 'person', page: showCard },
  { method: 'GET', path: '/card.pdf', who: 'person', page: giveCard },
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
  { method: 'POST', path: '/accounts/:id/prove/elsewhere', who: 'person', page: proveElsewhere, examples: account },
  { method: 'GET', path: '/accounts/:id/remove', who: 'person', fresh: 'page', page: askRemoveAccount, examples: account },
  { method: 'POST', path: '/accounts/:id/remove', who: 'person', fresh: 'carry', page: removeAccount, examples: account },
  { method: 'GET', path: '/accounts/:id/sight', who: 'person', page: showSight, examples: personal },
  { method: 'GET', path: '/accounts/:id/watching', who: 'person', fresh: 'page', page: showWatching, examples: personal },
  { method: 'POST', path: '/accounts/:id/watching', who: 'person', fresh: 'carry', page: makeWatching, examples: personal },
  { method: 'POST', path: '/accounts/:id/watching/test', who: 'person', page: sendTest, examples: personal },
  { method: 'GET', path: '/accounts/:id/watching/replace', who: 'person', fresh: 'page', page: askReplaceWatching, examples: personal },
  { method: 'POST', path: '/accounts/:id/watching/replace', who: 'person', fresh: 'carry', page: replaceWatching, examples: personal },
  { method: 'GET', path: '/accounts/:id/self-check', who: 'person', page: showSelfCheck, examples: personal },
  { method: 'POST', path: '/accounts/:id/self-check', who: 'person', page: answerSelfCheck, examples: personal },
  { method: 'GET', path: '/accounts/:id/self-check/found', who: 'person', page: showFound, examples: personal },
  { method: 'POST', path: '/accounts/:id/self-check/tell', who: 'person', fresh: 'carry', page: tellDesk, examples: personal },
  { method: 'GET', path: '/notices/:id', who: 'person', page: showNotice, examples: { id: 'notice' } },
  { method: 'GET', path: '/notices/:id/proof.json', who: 'person', page: giveProof, examples: { id: 'notice' } },
  { method: 'POST', path: '/notices/:id/read', who: 'person', page: markRead, examples: { id: 'notice' } },
  { method: 'POST', path: '/notices/:id/done', who: 'person', page: markDone, examples: { id: 'notice' } },
  { method: 'POST', path: '/notices/:id/undone', who: 'person', page: markUndone, examples: { id: 'notice' } },
  { method: 'GET', path: '/how-told', who: 'person', page: showHowTold },
  { method: 'POST', path: '/how-told/order', who: 'person', page: moveWay },
  { method: 'POST', path: '/how-told/quiet', who: 'person', page: keepQuiet },
  { method: 'POST', path: '/how-told/phone', who: 'person', fresh: 'carry', page: addPhone },
  { method: 'POST', path: '/how-told/browser', who: 'person', fresh: 'carry', page: addBrowser },
  { method: 'POST', path: '/how-told/browser/renew', who: 'person', page: renewBrowser },
  { method: 'GET', path: '/how-told/:id', who: 'person', page: showWay, examples: way },
  { method: 'POST', path: '/how-told/:id', who: 'person', page: proveWay, examples: way },
  { method: 'POST', path: '/how-told/:id/send', who: 'person', page: sendWayDigits, examples: way },
  { method: 'GET', path: '/how-told/:id/remove', who: 'person', fresh: 'page', page: askRemoveWay, examples: way },
  { method: 'POST', path: '/how-told/:id/remove', who: 'person', fresh: 'carry', page: removeWay, examples: way },
  { method: 'GET', path: '/passkeys', who: 'person', fresh: 'page', page: showPasskeys },
  { method: 'POST', path: '/passkeys', who: 'person', fresh: 'page', page: addPasskey },
  { method: 'POST', path: '/passkeys/challenge', who: 'person', fresh: 'page', page: giveNewChallenge },
  { method: 'POST', path: '/passkeys/:id/name', who: 'person', fresh: 'carry', page: renamePasskey, examples: passkey },
  { method: 'GET', path: '/passkeys/:id/remove', who: 'person', fresh: 'page', page: askRemovePasskey, examples: passkey },
  { method: 'POST', path: '/passkeys/:id/remove', who: 'person', fresh: 'carry', page: removePasskey, examples: passkey },
  { method: 'GET', path: '/security', who: 'person', page: showSecurity },
  { method: 'POST', path: '/security/recovery/stop', who: 'person', page: stopMyRecoveries },
  { method: 'GET', path: '/security/provider', who: 'person', fresh: 'page', page: showBinding },
  { method: 'POST', path: '/security/provider', who: 'person', fresh: 'page', page: bind },
  { method: 'POST', path: '/security/provider/unbind', who: 'person', fresh: 'page', page: unbind },
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
  { method: 'POST', path: '/confirm/there', who: 'person', page: confirmThere },
  { method: 'POST', path: '/confirm/send', who: 'person', page: sendConfirmCode },
  { method: 'GET', path: '/second-way', who: 'person', page: showSecondWay },
  { method: 'GET', path: '/with-passkey', who: 'person', page: showWithPasskey },
  { method: 'GET', path: '/privacy', who: 'person', page: showPrivacy },
  { method: 'GET', path: '/privacy/leave', who: 'person', fresh: 'page', page: showErase },
  { method: 'POST', path: '/privacy/leave', who: 'person', fresh: 'carry', page: eraseMe },
  { method: 'GET', path: '/privacy/mine.html', who: 'person', fresh: 'page', page: exportMineAsPage },
  { method: 'GET', path: '/privacy/who-sees', who: 'person', page: showWhoSees },
  { method: 'GET', path: '/privacy/mine.json', who: 'person', fresh: 'page', page: exportMine },
  { method: 'POST', path: '/privacy/give', who: 'person', fresh: 'carry', page: giveConsent },
  { method: 'GET', path: '/privacy/consents/:id/receipt', who: 'person', page: showReceipt, examples: { id: 'consent' } },
  { method: 'GET', path: '/privacy/consents/:id/receipt.json', who: 'person', page: giveReceipt, examples: { id: 'consent' } },
  { method: 'POST', path: '/privacy/consents/:id/withdraw', who: 'person', page: withdrawConsent, examples: { id: 'consent' } },
]
