/** What a rule of retention is, and the numbers it counts by. */

/** What is kept for how many days, each from the programme's settings. */
export const retentionNumbers = [
  'verdictDays',
  'flaggedDays',
  'incidentDays',
  'auditDays',
  'spoolDays',
  'historyDays',
  'traceDays',
  'evaluationDays',
  'providerMailDays',
  // Applications that were begun and never sent in.
  'draftDays',
  // Who applied and was refused; what was decided and why stays as long as incidents.
  'refusedContactDays',
  // Who applied and was accepted; what was decided and why stays with the organisation.
  'acceptedContactDays',
] as const
export type RetentionNumbers = Readonly<Record<(typeof retentionNumbers)[number], number>>

/** In `statement`, $1 is the moment before which things go. With `atOnce` it is run again and again, $2 rows at a time, each time by itself. */
export type RetentionRule = {
  readonly what: string
  readonly days: (numbers: RetentionNumbers) => number
  readonly statement: string
  readonly atOnce?: number
}
