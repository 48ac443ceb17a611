/** What anybody can ask for, signed in or not. */
import { enrolAlone, sendAloneCode, showAlone } from '../pages/alone.ts'
import { askWithdraw, beginApply, comeBack, sendComeBackCode, showApply, showComeBack, withdrawApply } from '../pages/apply.ts'
import { askForPerson, checkAgain, showStatus } from '../pages/apply-status.ts'
import { saveStep, showAnswer, showStep } from '../pages/apply-steps.ts'
import { check, showCheck } from '../pages/check.ts'
import { comeBack as comeBackFromProvider } from '../pages/elsewhere.ts'
import { giveCertificate, showCertificate } from '../pages/erasure.ts'
import { giveAsset, giveHealth, giveServiceWorker } from '../pages/files.ts'
import { showFirst, takeFirst } from '../pages/first.ts'
import { chooseLanguage, showFront } from '../pages/front.ts'
import { showShared } from '../pages/household.ts'
import { join, showJoin } from '../pages/join.ts'
import { showPublished } from '../pages/notices.ts'
import { giveProgramme, showProgramme } from '../pages/programme.ts'
import { showProgrammeAsk } from '../pages/programme-ask.ts'
import { askToRecover, finish, showFinish, showRecover, showStop, stop } from '../pages/recover.ts'
import { takeSecondStep } from '../pages/second-step.ts'
import { giveSignInChallenge, sendCode, showSignIn, signInByCode, signInByPasskey, signOut } from '../pages/sign-in.ts'
import { beginStaffSignIn, signOutThere } from '../pages/staff-elsewhere.ts'
import type { Route } from '../route.ts'

export const forEverybody: readonly Route[] = [
  { method: 'GET', path: '/', who: 'anyone', page: showFront },
  { method: 'GET', path: '/check', who: 'anyone', page: showCheck },
  { method: 'POST', path: '/check', who: 'anyone', page: check },
  { method: 'POST', path: '/language', who: 'anyone', page: chooseLanguage },
  { method: 'GET', path: '/first/:token', who: 'anyone', page: showFirst, examples: { token: 'first-link' } },
  { method: 'POST', path: '/first/:token', who: 'anyone', page: takeFirst, examples: { token: 'first-link' } },
  { method: 'GET', path: '/join/:token', who: 'anyone', page: showJoin, examples: { token: 'invitation' } },
  { method: 'POST', path: '/join/:token', who: 'anyone', page: join, examples: { token: 'invitation' } },
  { method: 'GET', path: '/shared/:token', who: 'anyone', page: showShared, examples: { token: 'household-link' } },
  { method: 'GET', path: '/erasures/:id', who: 'anyone', page: showCertificate, examples: { id: 'certificate' } },
  { method: 'GET', path: '/erasures/:id/certificate.json', who: 'anyone', page: giveCertificate, examples: { id: 'certificate' } },
  { method: 'GET', path: '/alone', who: 'anyone', page: showAlone },
  { method: 'POST', path: '/alone', who: 'anyone', page: sendAloneCode },
  { method: 'POST', path: '/alone/code', who: 'anyone', page: enrolAlone },
  { method: 'GET', path: '/sign-in', who: 'anyone', page: showSignIn },
  { method: 'POST', path: '/sign-in', who: 'anyone', page: sendCode },
  { method: 'POST', path: '/sign-in/code', who: 'anyone', page: signInByCode },
  { method: 'POST', path: '/sign-in/second', who: 'anyone', page: takeSecondStep },
  { method: 'POST', path: '/sign-in/passkey/challenge', who: 'anyone', page: giveSignInChallenge },
  { method: 'POST', path: '/sign-in/passkey', who: 'anyone', page: signInByPasskey },
  { method: 'POST', path: '/sign-in/staff', who: 'anyone', page: beginStaffSignIn },
  {
    method: 'GET',
    path: '/sign-in/from/:provider',
    who: 'anyone',
    page: comeBackFromProvider,
    examples: { provider: 'identity-provider' },
  },
  { method: 'GET', path: '/recover', who: 'anyone', page: showRecover },
  { method: 'POST', path: '/recover', who: 'anyone', page: askToRecover },
  { method: 'GET', path: '/recover/finish', who: 'anyone', page: showFinish },
  { method: 'POST', path: '/recover/finish', who: 'anyone', page: finish },
  { method: 'GET', path: '/recover/stop', who: 'anyone', page: showStop },
  { method: 'POST', path: '/recover/stop', who: 'anyone', page: stop },
  { method: 'POST', path: '/sign-out', who: 'anyone', page: signOut },
  { method: 'POST', path: '/sign-out/there', who: 'anyone', page: signOutThere },
  { method: 'GET', path: '/programme', who: 'anyone', page: showProgramme },
  { method: 'GET', path: '/programme/notices', who: 'anyone', page: showPublished },
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
  { method: 'GET', path: '/sw.js', who: 'anyone', page: giveServiceWorker },
  { method: 'GET', path: '/assets/:name', who: 'anyone', page: giveAsset, examples: { name: 'asset' } },
  { method: 'GET', path: '/healthz', who: 'anyone', page: giveHealth },
]
