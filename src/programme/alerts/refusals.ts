/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const alreadyDecided = (): Trouble =>
  refusal('already-decided', 'Somebody else decided this a moment ago. Look at it again; you can reopen it.')

export const cannotMerge = (): Trouble =>
  refusal('cannot-merge', 'These two cannot be one: both must be of the same organisation or person, and neither merged before.')

export const reasonMissing = (): Trouble => refusal('reason-missing', 'Say in a few words why. The person whom it concerns can ask.')

export const confirmFirst = (): Trouble => refusal('confirm-first', 'Confirm first that it is hostile: then everybody who got it is told.')

export const mayNotWarn = (): Trouble =>
  refusal('may-not-warn', 'It is a personal matter, and its person does not let what hit them be looked for in other mailboxes. Ask them.')

export const traceNotRead = (problem: string): Trouble => refusal('trace-not-read', problem)

export const sharedByAll = (): Trouble =>
  refusal('shared-by-all', 'Honest mails share this too, so nobody is told because of it. Look for something that only these mails have.')

export const nothingKept = (): Trouble => refusal('nothing-kept', 'The mail itself is no longer kept, so the rules cannot be tested on it.')

export const wasRight = (): Trouble =>
  refusal('was-right', 'It was judged fine. Honest mail is not kept; say so only where a verdict was wrong.')

export const needsTheirLeave = (): Trouble =>
  refusal('needs-their-leave', 'It is a personal mail, and its person does not let the desk see it.')
