/** The published rules and the value ledger, as the pages need them. */
import type { Change, Decision, Facts, Problem, Programme, ProgrammeFiles } from '#eligibility'
import type { ValueEntry, ValueGiven, ValueLedger, VersionSeen } from '#enrolment'
import type { Staff, Who } from '#kernel'

export type { Change, ChangeableFact, Decision, Facts, Problem, Programme, ProgrammeFiles, Said } from '#eligibility'
export { offices, products } from '#eligibility'
export type { ValueEntry, ValueGiven, ValueLedger, VersionSeen } from '#enrolment'

export type Asked = { readonly decision: Decision; readonly changes: readonly Change[] }

/** A programme that an operator wants, beside the one in force. */
export type ProgrammeTried =
  | { readonly problems: readonly Problem[] }
  | {
      readonly programme: Programme
      /** Members whose own application would be decided otherwise: nobody is put out by it, but they should be asked. */
      readonly changed: readonly { readonly organisation: string; readonly before: string; readonly after: string }[]
    }

export type Enrolment = {
  readonly inForce: () => Promise<{ readonly programme: Programme; readonly since?: Date }>
  readonly versions: () => Promise<readonly VersionSeen[]>
  /** Undefined when these rules were never ours. */
  readonly files: (hash: string) => Promise<ProgrammeFiles | undefined>
  /** What the rules in force say; the day is today. */
  readonly ask: (facts: Omit<Facts, 'date'>) => Promise<Asked>
  /** The programmes that ship, by name. */
  readonly shipped: () => Promise<Readonly<Record<string, ProgrammeFiles>>>
  readonly tryProgramme: (who: Staff, files: ProgrammeFiles) => Promise<ProgrammeTried>
  /** Refusals `programme-not-right`, `programme-changed`. */
  readonly acceptProgramme: (who: Staff, given: { readonly files: ProgrammeFiles; readonly before: string }) => Promise<void>
  /** Undefined when the organisation does not exist for `who`. */
  readonly valueLedger: (who: Who, organisationId: string) => Promise<ValueLedger | undefined>
  /** Refusals `what-missing`, `day-not-right`, `amount-not-right`. */
  readonly enterValue: (who: Staff, organisationId: string, given: ValueGiven) => Promise<boolean>
  readonly strikeValue: (who: Staff, organisationId: string, entryId: string) => Promise<boolean>
  /** `1337.00` for 133700 of USD. */
  readonly amountOf: (entry: Pick<ValueEntry, 'currency' | 'minorUnits'>) => string
}
