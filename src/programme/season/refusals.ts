/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const dayNotRight = (typed: string): Trouble =>
  refusal('day-not-right', `“${typed.slice(0, 40)}” is no day of the coming five years. Write it like 2026-11-03.`, {
    facts: { typed: typed.slice(0, 40) },
  })

export const tooManyDays = (): Trouble => refusal('too-many-days', 'Ten election days are the most. Leave out those that are over.')

export const askAnother = (): Trouble =>
  refusal('ask-another', 'You asked for this yourself. Another administrator, or the desk, has to say yes.')

export const aboutYou = (): Trouble => refusal('about-you', 'This is about you. Another administrator, or the desk, has to say yes.')

export const programsFrozen = (): Trouble =>
  refusal('programs-frozen', 'An election is near: no program is let in. To end one, an administrator asks and a second person says yes.')

export const leavesAlready = (): Trouble => refusal('leaves-already', 'This organisation has said goodbye already. Take that back first.')

export const administratorsFrozen = (): Trouble =>
  refusal(
    'administrators-frozen',
    'An election is near: add them as a member first. Making them an administrator then needs a second person’s yes.',
  )

export const earlierEndFrozen = (): Trouble =>
  refusal('earlier-end-frozen', 'An election is near: a last day can only be moved later. Removing somebody needs a second person’s yes.')
