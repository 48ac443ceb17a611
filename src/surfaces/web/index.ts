/** web: the pages. What they need of the rooms below is `WebDeps`; app/ plugs it in. */

export { createWeb, type Web } from './create-web.ts'
export type { AnalystTools, Evaluation, Hunted, HuntHit, ReachSeen, WhySeen } from './deps/analyst.ts'
export type { Applications } from './deps/applications.ts'
export type { ChannelsDesk } from './deps/channels.ts'
export type { Composer } from './deps/composer.ts'
export type { Desk, IncidentRow, IncidentSeen } from './deps/desk.ts'
export type { Door, Visitor } from './deps/door.ts'
export type { ElsewhereDoor } from './deps/elsewhere.ts'
export type { Enrolment } from './deps/enrolment.ts'
export type { Erasure } from './deps/erasure.ts'
export type { Helping } from './deps/helping.ts'
export type { Household } from './deps/household.ts'
export type { HowTold } from './deps/how-told.ts'
export type { NoticesSeen } from './deps/notices.ts'
export type { Observing } from './deps/observing.ts'
export type {
  Health,
  Letter,
  Operations,
  Outbox,
  SettingChecked,
  SettingsPart,
  SettingsSaved,
  SettingsSecrets,
  SettingsValues,
} from './deps/operations.ts'
export { settingsParts } from './deps/operations.ts'
export type { Member, Organisations } from './deps/organisations.ts'
export type { OwnRulesDesk, OwnRuleWhole } from './deps/own-rules.ts'
export type { AccountSeen, CardLines, Home, MailboxGuess, NoticeSeen, PersonDesk } from './deps/person.ts'
export type { Programs } from './deps/programs.ts'
export type { ProvidersDesk } from './deps/providers.ts'
export type { Recovery } from './deps/recovery.ts'
export type { RotaDesk } from './deps/rota.ts'
export type { Season } from './deps/season.ts'
export type { StaffDesk } from './deps/staff.ts'
export type { Squares, WaysIn } from './deps/ways-in.ts'
export type { ProgrammeFacts, WebDeps } from './deps.ts'
export type { Route } from './route.ts'
export { routes } from './routes.ts'
