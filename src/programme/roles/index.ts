/** Roles: what those see who look on, and who has which part. */
export type { AuditedApplication, AuditedConsent, AuditedLog, AuditedRegister, AuditedValue, AuditedVersion } from './audited.ts'
export { auditedApplications, auditedConsents, auditedLog, auditedRegisters, auditedValue, auditedVersions } from './audited.ts'
export { type TrainedOrganisation, trainedOrganisations } from './trained.ts'
export { type RoleHeld, whoHasARole } from './who-has-a-role.ts'
