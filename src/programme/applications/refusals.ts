/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const applicationClosed = (): Trouble => refusal('application-closed', 'This application is closed, so it can no longer be changed.')

export const applicationNotReady = (): Trouble =>
  refusal('application-not-ready', 'Something is still missing. Go through the list and answer what is open.')

export const sameContactTwice = (): Trouble =>
  refusal('same-contact-twice', 'The second administrator must be another person, with an address of their own.')

export const domainOfMany = (domain: string): Trouble =>
  refusal(
    'domain-of-many',
    `Many share ${domain}, so it proves nothing of you. If you have no domain of your own, leave the field empty.`,
    {
      facts: { domain },
    },
  )

export const contactCodeWrong = (): Trouble =>
  refusal(
    'wrong-code',
    'These six digits are not right, or they are older than ten minutes. Check the newest mail, or ask for another code.',
  )

export const codesUsedUp = (): Trouble =>
  refusal('codes-used-up', 'As many codes as we send in a day have been sent. Look in the newest mail, or ask for another one tomorrow.')

export const vouchCodeUnknown = (): Trouble =>
  refusal('vouch-code-unknown', 'No open application has this code. Ask your friends to read it to you once more.')

export const registerNotReadable = (says: string): Trouble =>
  refusal('register-not-readable', `The file cannot be taken in: ${says}`, { facts: { says } })

export const rulesChanged = (): Trouble =>
  refusal(
    'rules-changed',
    'The published rules changed since this was looked at. It was held against the new ones: read it again, then decide.',
  )

export const reasonMissing = (): Trouble => refusal('reason-missing', 'Say in a sentence why; the applicant may ask.')
