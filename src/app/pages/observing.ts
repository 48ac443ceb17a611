/** Auditors, trainers and who has a role, for the pages. */
import type { MembersDeps } from '#members'
import {
  auditedApplications,
  auditedConsents,
  auditedLog,
  auditedRegisters,
  auditedValue,
  auditedVersions,
  trainedOrganisations,
  whoHasARole,
} from '#roles'
import type { Observing } from '#web'

export const observingOf = (members: MembersDeps): Observing => ({
  log: (who, asked) => auditedLog(members, who, asked),
  applications: (who, asked) => auditedApplications(members, who, asked),
  versions: (who) => auditedVersions(members, who),
  value: (who, asked) => auditedValue(members, who, asked),
  registers: (who) => auditedRegisters(members, who),
  consents: (who) => auditedConsents(members, who),
  organisations: (who, asked) => trainedOrganisations(members, who, asked),
  roles: (who, asked) => whoHasARole(members, who, asked),
})
