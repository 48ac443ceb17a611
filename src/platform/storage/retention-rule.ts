/** What a rule of retention is, and the numbers it counts by. */

/** Days, each from the programme's settings. */
export type RetentionNumbers = {
  readonly verdictDays: number
  readonly flaggedDays: number
  readonly incidentDays: number
  readonly auditDays: number
  readonly spoolDays: number
  readonly historyDays: number
  readonly traceDays: number
  readonly evaluationDays: number
  readonly providerMailDays: number
  /** Of applications that were begun and never sent in. */
  readonly draftDays: number
  /** Of who applied, after they were refused; what was decided and why stays as long as incidents. */
  readonly refusedContactDays: number
  /** Of who applied, after they were accepted; what was decided and why stays with the organisation. */
  readonly acceptedContactDays: number
}

/** In `statement`, $1 is the moment before which things go. With `atOnce` it is run again and again, $2 rows at a time, each time by itself. */
export type RetentionRule = {
  readonly what: string
  readonly days: (numbers: RetentionNumbers) => number
  readonly statement: string
  readonly atOnce?: number
}
