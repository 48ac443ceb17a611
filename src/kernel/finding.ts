/**
 * What a detector says. Shaped after OCSF Detection Finding (class 2004), in
 * the few words that every engine, page and notice shares.
 */

/** One scale for everything (OCSF `severity_id` 1 to 5). */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

/** How far up the scale a severity stands: 0 for info, 4 for critical. */
export const rankOf = (severity: Severity): number => severities.indexOf(severity)

/** A quotation that shows why; text of an attacker, so pages defang it. */
export type Evidence = {
  /** Where it was read, in words: `From`, `link`, `attachment`. */
  readonly where: string
  /** What stood there, as it stood, cut to 300 characters. */
  readonly quote: string
  /** The telling part of the quotation, when there is one. */
  readonly mark?: string
}

export type Finding = {
  /** The rule that speaks: `mail.borrowed-name`. */
  readonly id: string
  readonly severity: Severity
  /** 0 to 1. */
  readonly confidence: number
  /** ATT&CK technique ids: `T1566.002`. */
  readonly technique: readonly string[]
  /** The plain sentence in English. Other languages are made from `id` and `facts`. */
  readonly says: string
  /** What fills the blanks of the sentence. */
  readonly facts: Readonly<Record<string, string>>
  readonly evidence: readonly Evidence[]
}
