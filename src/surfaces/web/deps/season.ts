/** Election days, second yeses and goodbyes, as the pages need them. */
import type { Staff, Who } from '#kernel'
import type { Paged } from '#members'
import type { Change, ChangeSeen, Leaving, SeasonRow, SeasonSeen } from '#season'

export type { ChangeSeen, SeasonSeen } from '#season'

export type Season = {
  /** Undefined when the organisation does not exist for `who`. */
  readonly calendar: (who: Who, organisationId: string) => Promise<SeasonSeen | undefined>
  /** Refusals `day-not-right`, `too-many-days`. */
  readonly keep: (
    who: Who,
    organisationId: string,
    days: { readonly electionDays: readonly string[]; readonly endsOn: string },
  ) => Promise<boolean>
  /** Does it, or lets it wait for a second yes. Refusals `day-not-right`, `leaves-already`. Undefined: nothing such for `who`. */
  readonly change: (who: Who, organisationId: string, wanted: Change) => Promise<'done' | 'waits' | undefined>
  readonly changes: (who: Who, organisationId: string) => Promise<readonly ChangeSeen[] | undefined>
  /** Refusals `ask-another`, `about-you`. */
  readonly answer: (
    who: Who,
    answer: { readonly organisationId: string; readonly changeId: string; readonly agrees: boolean },
  ) => Promise<boolean>
  /** Those that named days, the nearest election first. */
  readonly all: (who: Staff, page: number) => Promise<Paged<SeasonRow>>
  readonly leaving: (who: Who, organisationId: string) => Promise<Leaving | undefined>
  readonly stay: (who: Who, organisationId: string) => Promise<boolean>
}
