/** web: the pages. What they need of the rooms below is `WebDeps`; app/ plugs it in. */

export { createWeb, type Web } from './create-web.ts'
export type { AnalystTools, Evaluation, Hunted, HuntHit, ReachSeen, WhySeen } from './deps/analyst.ts'
export type { Desk, IncidentRow, IncidentSeen } from './deps/desk.ts'
export type { Door, Visitor } from './deps/door.ts'
export type { Health, Letter, Operations, Outbox, SettingChecked, SettingsPart, SettingsSaved, SettingsValues } from './deps/operations.ts'
export { settingsParts } from './deps/operations.ts'
export type { Member, Organisations } from './deps/organisations.ts'
export type { OwnRulesDesk, OwnRuleWhole } from './deps/own-rules.ts'
export type { AccountSeen, Home, MailboxGuess, NoticeSeen, PersonDesk } from './deps/person.ts'
export type { Squares, WaysIn } from './deps/ways-in.ts'
export type { ProgrammeFacts, WebDeps } from './deps.ts'
export { type Route, routes } from './routes.ts'
