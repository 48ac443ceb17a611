/** What this room refuses, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const addressNotValid = (): Trouble =>
  refusal('address-not-valid', 'That does not look like a mail address. It needs a name, an @ and a domain.')

export const addressAlreadyYours = (): Trouble =>
  refusal('address-already-yours', 'This address is already in your list, or ends in a mailbox that is. Another mailbox is needed.')

export const lastWayIn = (): Trouble =>
  refusal('last-way-in', 'This address is the only way you sign in. Add a passkey or another address first.')

export const addressTaken = (): Trouble =>
  refusal('address-taken', 'Somebody in this organisation already has this address. Look for them in the list.')

export const wrongCode = (): Trouble =>
  refusal(
    'wrong-code',
    'These six digits are not right, or they are older than ten minutes. Check the newest mail, or ask for another code.',
  )

export const tooManyTries = (): Trouble =>
  refusal('too-many-tries', 'There were too many tries. Wait an hour, or ask the person who invited you.')

export const linkNotGood = (): Trouble =>
  refusal('link-not-good', 'This link was used before, or it is older than three days. Ask the person who invited you for another one.')

export const passkeyNotKnown = (cause?: unknown): Trouble =>
  refusal('passkey-not-known', 'This passkey is not known here, or its answer came too late. Try again, or sign in with a mailed code.', {
    cause,
  })

export const passkeyNotMade = (cause?: unknown): Trouble =>
  refusal('passkey-not-made', 'The passkey could not be checked, so it was not kept. Try again with the same device.', { cause })

export const nameMissing = (): Trouble => refusal('name-missing', 'A name is needed, of at most 200 letters.')

export const notAPerson = (): Trouble => refusal('not-a-person', 'Sign in as yourself to do this.')

export const alreadyJoined = (): Trouble =>
  refusal('already-joined', 'This person has joined and can sign in by themselves. A new link could let somebody else in under their name.')

export const alreadyMember = (): Trouble => refusal('already-member', 'You take part in this organisation already.')

export const addressIsYourOwn = (address: string): Trouble =>
  refusal(
    'address-is-your-own',
    `You enrolled ${address} as your own. Remove it there first, then open this link again: from then on it is the organisation’s matter.`,
    { facts: { address } },
  )

export const notOpenToIndividuals = (): Trouble =>
  refusal(
    'not-open-to-individuals',
    'This programme takes in people with an invitation. Ask your organisation, or somebody of your household who takes part.',
  )

export const shareIsYours = (): Trouble =>
  refusal('share-is-yours', 'This mailbox is your own, so you are told already. Give the link to the other.')

export const tooManySharers = (): Trouble => refusal('too-many-sharers', 'Five others are told already. End one of them first.')

export const notInOrganisation = (): Trouble => refusal('not-in-organisation', 'You are not in this organisation, so it cannot be told.')

export const endDateMissing = (): Trouble =>
  refusal('end-date-missing', 'Volunteers and vendors are here for a time: a last day is needed.')

export const endDateNotValid = (): Trouble =>
  refusal('end-date-not-valid', 'The last day is a date from today on, within four years, written as 2026-11-03.')

export const domainNotValid = (domain: string): Trouble =>
  refusal('domain-not-valid', `"${domain.slice(0, 80)}" is not a mail domain. It is the part after the @ of your addresses.`, {
    facts: { domain },
  })

export const wrongAppCode = (): Trouble =>
  refusal('wrong-app-code', 'This is not the code that the app shows now, or it was used a moment ago. Wait for the next one and enter it.')

export const tooManyApps = (): Trouble => refusal('too-many-apps', 'Five apps are the most. Remove one that you no longer use.')

export const wrongSecondCode = (): Trouble =>
  refusal(
    'wrong-second-code',
    'This code is not right, or it was used before. Enter the newest code of your app, or another recovery code.',
  )

export const signInAgain = (): Trouble =>
  refusal('sign-in-again', 'That took too long, or there were too many tries. Start signing in again.')

export const recoveryNotOpen = (): Trouble =>
  refusal('recovery-not-open', 'These two halves open nothing. Ask both people to read theirs out once more, and whether the wait is over.')

export const stopCodeUnknown = (): Trouble =>
  refusal('stop-code-unknown', 'This code stops nothing: it is not of a letter of ours, or what it stops is over already.')

export const recoveryNeedsAnother = (): Trouble =>
  refusal('recovery-needs-another', 'This part needs somebody else, or was done already. Look at the page again.')

export const staffUnknown = (): Trouble =>
  refusal('staff-unknown', 'Nobody has proven this work address. Invite them into an organisation first, your own for example.')

export const staffNeedsPasskey = (): Trouble =>
  refusal('staff-needs-passkey', 'This person has no passkey yet. Whoever works at the desk signs in with one; ask them to add it first.')

export const lastOperator = (): Trouble =>
  refusal('last-operator', 'The programme would be left without an operator. Make somebody else one first.')

export const lastAdministrator = (): Trouble =>
  refusal('last-administrator', 'Nobody else runs this organisation. Make somebody else an administrator first.')

export const providerNotSetUp = (): Trouble =>
  refusal('provider-not-set-up', 'Signing in there is not set up for this address. Enter the code we mailed.')

export const staffProviderNotSetUp = (): Trouble =>
  refusal('provider-not-set-up', 'Staff have no provider of their own to sign in at. Use your passkey.')

export const provesNothingAnew = (): Trouble =>
  refusal('sign-in-too-weak', 'A sign-in there is no fresh proof: nobody named what is strong. Use your passkey.')

export const answerNotAwaited = (): Trouble =>
  refusal('answer-not-awaited', 'This answer was used already, or it came after ten minutes. Nothing was changed. Begin again.')

export const anotherBrowser = (): Trouble =>
  refusal('another-browser', 'This sign-in was begun in another browser, or by somebody else. Nothing was changed here. Begin again.')
