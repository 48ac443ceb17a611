/** What this room refuses, each with the sentence for the person at the screen. */
import type { Problem } from '#eligibility'
import { refusal, type Trouble } from '#kernel'

/** At most five of what is wrong, each with its place. */
export const programmeNotRight = (problems: readonly Problem[]): Trouble =>
  refusal(
    'programme-not-right',
    problems
      .slice(0, 5)
      .map(({ file, line, says }) => `${file}, line ${line}: ${says}`)
      .join(' '),
  )

export const programmeChanged = (): Trouble =>
  refusal('programme-changed', 'Somebody else accepted other rules a moment ago. Look at what changes once more.')

export const amountNotRight = (): Trouble =>
  refusal('amount-not-right', 'Write the amount in figures, such as 1,337.00, with its currency, such as USD.')
export const dayNotRight = (): Trouble => refusal('day-not-right', 'Write the day like 2026-11-03; it cannot be after today.')
export const whatMissing = (): Trouble => refusal('what-missing', 'Say what was given, in at most 200 letters.')
