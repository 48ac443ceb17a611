/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const alreadyDecided = (): Trouble =>
  refusal('already-decided', 'Somebody else decided this a moment ago. Look at it again; you can reopen it.')

export const cannotMerge = (): Trouble =>
  refusal('cannot-merge', 'These two cannot be one: both must be of the same organisation or person, and neither merged before.')

export const reasonMissing = (): Trouble => refusal('reason-missing', 'Say in a few words why. The person whom it concerns can ask.')
