/** What is refused of ways to be told, each with the sentence for the person at the screen. */
import { refusal, type Trouble } from '#kernel'

export const numberNotValid = (): Trouble =>
  refusal('number-not-valid', 'That is no telephone number we know of. Begin with + and the country, as in +1 555 010 0200.')

export const browserNotValid = (): Trouble =>
  refusal('browser-not-valid', 'This browser gave no address for messages. Allow notifications for this page and try again.')

export const tooManyWays = (): Trouble => refusal('too-many-ways', 'Ten are the most. Remove one that you no longer use.')

export const wayNotSetUp = (): Trouble =>
  refusal('way-not-set-up', 'Your programme cannot send this way yet. Choose another, or ask the person who runs it.')

export const wayAlreadyThere = (): Trouble => refusal('way-already-there', 'This one is in your list already, and it works.')

export const wrongDigits = (): Trouble =>
  refusal(
    'wrong-digits',
    'These six digits are not right, or they are older than ten minutes. Check the newest message, or ask for new digits.',
  )

export const tooManyDigits = (): Trouble =>
  refusal('too-many-digits', 'Digits were sent several times already. Wait an hour before you ask for more.')

export const hoursNotValid = (): Trouble => refusal('hours-not-valid', 'The two times are written as 22:00 and 07:00.')

export const zoneNotValid = (): Trouble => refusal('zone-not-valid', 'Choose a time zone from the list.')
