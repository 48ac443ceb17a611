/** The days a programme keeps things for, as they are before an operator changes them. */
import type { RetentionNumbers } from '#storage'

export const keptDays: RetentionNumbers = {
  verdictDays: 90,
  flaggedDays: 180,
  incidentDays: 730,
  auditDays: 3650,
  spoolDays: 3,
  historyDays: 365,
  traceDays: 30,
  evaluationDays: 365,
  providerMailDays: 90,
  draftDays: 30,
  refusedContactDays: 180,
  acceptedContactDays: 30,
}
