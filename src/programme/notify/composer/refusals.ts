/** What the composer refuses, each with the sentence for whoever writes. */
import { refusal, type Trouble } from '#kernel'

export const audienceNotFound = (): Trouble =>
  refusal(
    'audience-not-found',
    'Nobody is found by that. Write the mail address, the name of the organisation, or the number of the incident.',
  )

export const wordingNotReady = (): Trouble =>
  refusal('wording-not-ready', 'The words are not ready yet: what is still wrong stands beside them.')

export const nobodyToTell = (): Trouble => refusal('nobody-to-tell', 'Nobody would be told. Choose whom it is for once more.')

export const notADraft = (): Trouble =>
  refusal('not-a-draft', 'This notice is no draft any more. What others approve stays as they read it.')

export const notYoursToApprove = (): Trouble =>
  refusal('not-yours-to-approve', 'Whoever wrote a notice cannot approve it. Ask a colleague to read and send it.')
