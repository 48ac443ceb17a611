/** Enrolment: the published rules of who may join, and the ledger of what members were given. */
export type { EnrolmentDeps } from './deps.ts'
export type { ValueEntry, ValueGiven, ValueLedger } from './value-ledger.ts'
export { decimalsOf, enterValue, strikeValue, valueFollowing, valueLedger } from './value-ledger.ts'
export type { InForce, VersionSeen } from './versions.ts'
export { acceptProgramme, programmeByHash, programmeInForce, programmeVersions } from './versions.ts'
