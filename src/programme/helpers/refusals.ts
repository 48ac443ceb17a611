/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const helpPurposeMissing = (): Trouble => refusal('help-purpose-missing', 'Choose what they help with.')

export const helpEndNotRight = (): Trouble => refusal('help-end-not-right', 'A helper is let in for 1 to 90 days at once.')

export const tooManyHelpers = (): Trouble =>
  refusal('too-many-helpers', 'Twenty helpers at once are the most. End one that is no longer needed.')

export const helpNotOpen = (): Trouble =>
  refusal('help-not-open', 'This offer was taken back or used, or it is too old. Ask the organisation for another one.')

export const helperNeedsPasskey = (): Trouble =>
  refusal('helper-needs-passkey', 'Whoever helps an organisation signs in with a passkey. Add one first; the offer stays.')

export const helperIsMember = (): Trouble =>
  refusal('helper-is-member', 'You are part of this organisation. Its administrators can give you a part there.')
