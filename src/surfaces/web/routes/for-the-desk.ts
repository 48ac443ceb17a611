/** What the desk asks for: staff, and of them operators. */

import { giveOpinion, showApplication, showApplications } from '../pages/applications.ts'
import { showAudit, showLooks } from '../pages/audit.ts'
import { keepChannel, removeChannel, showChannels } from '../pages/channels.ts'
import { exportOrganisationCircle, importOrganisationCircle, keepOrganisationCircle, showOrganisationCircle } from '../pages/circle.ts'
import {
  approveComposed,
  keepComposing,
  sendComposed,
  showComposition,
  showCompositions,
  showNewComposition,
  startComposing,
  withdrawComposed,
} from '../pages/compose.ts'
import { askRemoveKept, exportEvaluation, removeKept, showEvaluation, testAgain } from '../pages/evaluation.ts'
import { showHealth } from '../pages/health.ts'
import { closeAlert, takeAlert } from '../pages/health-alerts.ts'
import { exportHunt, labelHit, reachHunted, showHunt, stopHunted } from '../pages/hunt.ts'
import { importForStaff, showStaffImport } from '../pages/import-people.ts'
import { decide, showIncident } from '../pages/incident.ts'
import { label, reachIncident, stopReach } from '../pages/incident-asks.ts'
import { askRemoveFeed, exportFeed, removeFeed, showIndicators, takeFeed } from '../pages/indicators.ts'
import { invitePeople, showInvitations } from '../pages/invitations.ts'
import { giveProof, showFunnels } from '../pages/notices.ts'
import {
  addPerson,
  askPersonsTime,
  askRemovePerson,
  invitePerson,
  mailPerson,
  removePerson,
  setPersonRole,
  setPersonsTime,
  showOneOrganisation,
  signPersonOut,
  withdrawPersonsLink,
} from '../pages/organisation-for-staff.ts'
import { addOrganisation, showNewOrganisation, showOrganisations } from '../pages/organisations.ts'
import { showLetter, showOutbox } from '../pages/outbox.ts'
import { exportLists, removeListEntry, showLists, takeList } from '../pages/own-lists.ts'
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
} from '../pages/own-rules.ts'
import { editProgramme, showProgrammeEdit } from '../pages/programme-edit.ts'
import { exportQueue, listenToQueue, showQueue } from '../pages/queue.ts'
import { confirmAtDesk, refuseAtDesk, showRecoveries, showRecovery, vouchAtDesk } from '../pages/recoveries.ts'
import { askRemoveRegister, removeRegister, showRegisters, takeRegister } from '../pages/registers.ts'
import { addRota, askRemoveRota, removeRota, removeRotaTakeOver, showOneRota, showRota, takeOverRota } from '../pages/rota.ts'
import { keepEscalation, showEscalation } from '../pages/rota-escalation.ts'
import { addLayer, askRemoveLayer, keepLayer, removeLayer, showLayer, showNewLayer } from '../pages/rota-layer.ts'
import { agreeToChange, keepSeason, refuseChange, showSeason } from '../pages/season.ts'
import { showSeasons } from '../pages/seasons.ts'
import { showSenderRecords } from '../pages/sender-records.ts'
import { saveSettings, showSettings } from '../pages/settings.ts'
import { appointStaff, askEndStaff, endStaff, showStaff } from '../pages/staff.ts'
import { enterValue, exportValueCsv, exportValueJson, showValue, strikeValue } from '../pages/value.ts'
import { showWhy } from '../pages/why.ts'
import type { Route } from '../route.ts'

const recovery = { id: 'recovery' } as const
const ownRule = { id: 'own-rule' } as const
const rota = { id: 'rota' } as const
const rotaLayer = { ...rota, layer: 'rota-layer' } as const
const organisation = { id: 'organisation' } as const
const member = { id: 'organisation', person: 'member' } as const

export const forTheDesk: readonly Route[] = [
  { method: 'GET', path: '/applications', who: 'staff', page: showApplications },
  { method: 'GET', path: '/applications/:id', who: 'staff', page: showApplication, examples: { id: 'application' } },
  { method: 'POST', path: '/applications/:id/opinion', who: 'staff', fresh: 'carry', page: giveOpinion, examples: { id: 'application' } },
  { method: 'GET', path: '/registers', who: 'staff', page: showRegisters },
  { method: 'POST', path: '/registers', who: 'operator', page: takeRegister },
  { method: 'GET', path: '/registers/:id/remove', who: 'operator', page: askRemoveRegister, examples: { id: 'register' } },
  { method: 'POST', path: '/registers/:id/remove', who: 'operator', page: removeRegister, examples: { id: 'register' } },
  { method: 'GET', path: '/organisations/:id/import', who: 'staff', page: showStaffImport, examples: organisation },
  { method: 'POST', path: '/organisations/:id/import', who: 'staff', page: importForStaff, examples: organisation },
  { method: 'GET', path: '/organisations/:id/season', who: 'staff', page: showSeason, examples: organisation },
  { method: 'POST', path: '/organisations/:id/season', who: 'staff', page: keepSeason, examples: organisation },
  {
    method: 'POST',
    path: '/organisations/:id/changes/:change/agree',
    who: 'staff',
    fresh: 'carry',
    page: agreeToChange,
    examples: { ...organisation, change: 'change' },
  },
  {
    method: 'POST',
    path: '/organisations/:id/changes/:change/refuse',
    who: 'staff',
    page: refuseChange,
    examples: { ...organisation, change: 'change' },
  },
  { method: 'GET', path: '/organisations/:id/invitations', who: 'staff', page: showInvitations, examples: organisation },
  { method: 'POST', path: '/organisations/:id/invitations', who: 'staff', page: invitePeople, examples: organisation },
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
  { method: 'GET', path: '/seasons', who: 'staff', page: showSeasons },
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
  { method: 'POST', path: '/organisations/:id/people/:person/withdraw', who: 'staff', page: withdrawPersonsLink, examples: member },
  { method: 'POST', path: '/organisations/:id/people/:person/role', who: 'staff', fresh: 'carry', page: setPersonRole, examples: member },
  { method: 'POST', path: '/organisations/:id/people/:person/sign-out', who: 'staff', page: signPersonOut, examples: member },
  { method: 'GET', path: '/organisations/:id/people/:person/time', who: 'staff', page: askPersonsTime, examples: member },
  { method: 'POST', path: '/organisations/:id/people/:person/time', who: 'staff', fresh: 'carry', page: setPersonsTime, examples: member },
  { method: 'GET', path: '/organisations/:id/people/:person/remove', who: 'staff', fresh: 'page', page: askRemovePerson, examples: member },
  { method: 'POST', path: '/organisations/:id/people/:person/remove', who: 'staff', fresh: 'carry', page: removePerson, examples: member },
  { method: 'GET', path: '/desk/compositions', who: 'staff', page: showCompositions },
  { method: 'GET', path: '/desk/compositions/new', who: 'staff', page: showNewComposition },
  { method: 'POST', path: '/desk/compositions', who: 'staff', page: startComposing },
  { method: 'GET', path: '/desk/compositions/:id', who: 'staff', page: showComposition, examples: { id: 'composition' } },
  { method: 'POST', path: '/desk/compositions/:id', who: 'staff', page: keepComposing, examples: { id: 'composition' } },
  {
    method: 'POST',
    path: '/desk/compositions/:id/send',
    who: 'staff',
    fresh: 'carry',
    page: sendComposed,
    examples: { id: 'composition' },
  },
  {
    method: 'POST',
    path: '/desk/compositions/:id/approve',
    who: 'staff',
    fresh: 'carry',
    page: approveComposed,
    examples: { id: 'composition' },
  },
  { method: 'POST', path: '/desk/compositions/:id/withdraw', who: 'staff', page: withdrawComposed, examples: { id: 'composition' } },
  { method: 'GET', path: '/desk/rota', who: 'staff', page: showRota },
  { method: 'POST', path: '/desk/rota', who: 'staff', page: addRota },
  { method: 'GET', path: '/desk/rota/:id', who: 'staff', page: showOneRota, examples: rota },
  { method: 'GET', path: '/desk/rota/:id/remove', who: 'staff', page: askRemoveRota, examples: rota },
  { method: 'POST', path: '/desk/rota/:id/remove', who: 'staff', page: removeRota, examples: rota },
  { method: 'POST', path: '/desk/rota/:id/take-overs', who: 'staff', page: takeOverRota, examples: rota },
  {
    method: 'POST',
    path: '/desk/rota/:id/take-overs/:takeOver/remove',
    who: 'staff',
    page: removeRotaTakeOver,
    examples: { ...rota, takeOver: 'take-over' },
  },
  { method: 'GET', path: '/desk/rota/:id/layers', who: 'staff', page: showNewLayer, examples: rota },
  { method: 'POST', path: '/desk/rota/:id/layers', who: 'staff', page: addLayer, examples: rota },
  { method: 'GET', path: '/desk/rota/:id/layers/:layer', who: 'staff', page: showLayer, examples: rotaLayer },
  { method: 'POST', path: '/desk/rota/:id/layers/:layer', who: 'staff', page: keepLayer, examples: rotaLayer },
  { method: 'GET', path: '/desk/rota/:id/layers/:layer/remove', who: 'staff', page: askRemoveLayer, examples: rotaLayer },
  { method: 'POST', path: '/desk/rota/:id/layers/:layer/remove', who: 'staff', page: removeLayer, examples: rotaLayer },
  { method: 'GET', path: '/desk/escalation', who: 'staff', page: showEscalation },
  { method: 'POST', path: '/desk/escalation', who: 'staff', page: keepEscalation },
  { method: 'GET', path: '/health', who: 'staff', page: showHealth },
  { method: 'POST', path: '/health/alerts/:id/take', who: 'staff', page: takeAlert, examples: { id: 'alert' } },
  { method: 'POST', path: '/health/alerts/:id/close', who: 'staff', page: closeAlert, examples: { id: 'alert' } },
  { method: 'GET', path: '/desk/notices', who: 'staff', page: showFunnels },
  { method: 'GET', path: '/desk/notices/:id/proof.json', who: 'staff', page: giveProof, examples: { id: 'notice' } },
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
  { method: 'GET', path: '/settings/records', who: 'operator', fresh: 'page', page: showSenderRecords },
  { method: 'GET', path: '/settings/channels', who: 'operator', fresh: 'page', page: showChannels },
  {
    method: 'POST',
    path: '/settings/channels/:form',
    who: 'operator',
    fresh: 'carry',
    page: keepChannel,
    examples: { form: 'channel-form' },
  },
  {
    method: 'POST',
    path: '/settings/channels/:form/remove',
    who: 'operator',
    fresh: 'carry',
    page: removeChannel,
    examples: { form: 'channel-form' },
  },
  { method: 'POST', path: '/settings/:part', who: 'operator', fresh: 'carry', page: saveSettings, examples: { part: 'settings-part' } },
]
