/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const notProven = (): Trouble =>
  refusal('account-not-proven', 'Prove first that this address is yours: enter the six digits we mailed to it.')

export const testMailJustSent = (): Trouble =>
  refusal('test-mail-just-sent', 'A test mail is on its way. Wait ten minutes before you send another.')
