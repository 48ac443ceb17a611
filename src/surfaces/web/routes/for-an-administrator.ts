/** What an administrator asks for, in the name of their organisation. */
import { exportOwnCircle, importOwnCircle, keepOwnCircle, showOwnCircle } from '../pages/circle.ts'
import { exportHtml, exportJson } from '../pages/export-organisation.ts'
import { importColleagues, showOwnImport } from '../pages/import-people.ts'
import { inviteColleagues, showOwnInvitations } from '../pages/invitations.ts'
import { leave, showLeave, stay } from '../pages/leave.ts'
import { showLeft, takeBack } from '../pages/left.ts'
import {
  addColleague,
  askColleaguesTime,
  askRemoveColleague,
  inviteColleague,
  mailColleague,
  removeColleague,
  setColleagueRole,
  setColleaguesTime,
  showOrganisation,
  signColleagueOut,
  withdrawColleaguesLink,
} from '../pages/organisation.ts'
import {
  confirmColleague,
  refuseColleague,
  showColleagueRecoveries,
  showColleagueRecovery,
  vouchForColleague,
} from '../pages/recoveries.ts'
import { agreeToOwn, keepOwnSeason, refuseOwn, showOwnSeason } from '../pages/season.ts'
import { exportOwnValueCsv, exportOwnValueJson, showOwnValue } from '../pages/value.ts'
import { showVouch, vouch, withdrawVouch } from '../pages/vouch.ts'
import type { Route } from '../route.ts'

const recovery = { id: 'recovery' } as const
const colleague = { person: 'member' } as const

export const forAnAdministrator: readonly Route[] = [
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
    path: '/organisation/people/:person/withdraw',
    who: 'administrator',
    page: withdrawColleaguesLink,
    examples: colleague,
  },
  { method: 'GET', path: '/organisation/invitations', who: 'administrator', page: showOwnInvitations },
  { method: 'POST', path: '/organisation/invitations', who: 'administrator', page: inviteColleagues },
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
  { method: 'GET', path: '/organisation/people/:person/time', who: 'administrator', page: askColleaguesTime, examples: colleague },
  {
    method: 'POST',
    path: '/organisation/people/:person/time',
    who: 'administrator',
    fresh: 'carry',
    page: setColleaguesTime,
    examples: colleague,
  },
  { method: 'GET', path: '/organisation/left', who: 'administrator', page: showLeft },
  {
    method: 'POST',
    path: '/organisation/left/:person/back',
    who: 'administrator',
    fresh: 'carry',
    page: takeBack,
    examples: { person: 'member-left' },
  },
  { method: 'GET', path: '/organisation/export.json', who: 'administrator', fresh: 'page', page: exportJson },
  { method: 'GET', path: '/organisation/export.html', who: 'administrator', fresh: 'page', page: exportHtml },
  { method: 'GET', path: '/organisation/season', who: 'administrator', page: showOwnSeason },
  { method: 'POST', path: '/organisation/season', who: 'administrator', fresh: 'carry', page: keepOwnSeason },
  {
    method: 'POST',
    path: '/organisation/changes/:id/agree',
    who: 'administrator',
    fresh: 'carry',
    page: agreeToOwn,
    examples: { id: 'change' },
  },
  { method: 'POST', path: '/organisation/changes/:id/refuse', who: 'administrator', page: refuseOwn, examples: { id: 'change' } },
  { method: 'GET', path: '/organisation/leave', who: 'administrator', fresh: 'page', page: showLeave },
  { method: 'POST', path: '/organisation/leave', who: 'administrator', fresh: 'carry', page: leave },
  { method: 'POST', path: '/organisation/stay', who: 'administrator', page: stay },
  { method: 'GET', path: '/organisation/import', who: 'administrator', page: showOwnImport },
  { method: 'POST', path: '/organisation/import', who: 'administrator', page: importColleagues },
  { method: 'GET', path: '/organisation/value', who: 'administrator', page: showOwnValue },
  { method: 'GET', path: '/organisation/value.csv', who: 'administrator', page: exportOwnValueCsv },
  { method: 'GET', path: '/organisation/value.json', who: 'administrator', page: exportOwnValueJson },
  { method: 'GET', path: '/organisation/vouch', who: 'administrator', page: showVouch },
  { method: 'POST', path: '/organisation/vouch', who: 'administrator', fresh: 'carry', page: vouch },
  { method: 'POST', path: '/organisation/vouch/:id/withdraw', who: 'administrator', page: withdrawVouch, examples: { id: 'vouched' } },
]
