/** Helpers: people whom an organisation lets in for a purpose and a time. */
export type { Helped, HelpedConnection, HelpedLanguage, HelpedOverview, HelpedPerson } from './helped.ts'
export { helped, helpedConnections, helpedLanguages, helpedOverview, helpedPeople } from './helped.ts'
export type { Help, HelpAsked, HelperAmong, Helping, OfferKey } from './helping.ts'
export { acceptHelp, helpAsked, helpersAmong, helpingOf, leaveHelp } from './helping.ts'
export type { HelperSeen, HelpOffered, HelpWanted } from './let-in.ts'
export { endHelp, helpersOf, letIn, renewHelp } from './let-in.ts'
export { type HelperLook, helperLooks } from './looks.ts'
export { type HelpPage, type HelpPurpose, helpDays, helpPurposes, pagesOfPurpose } from './purposes.ts'
