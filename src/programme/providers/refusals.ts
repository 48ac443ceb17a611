/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const notProven = (): Trouble =>
  refusal('account-not-proven', 'Prove first that this address is yours: enter the six digits we mailed to it.')
