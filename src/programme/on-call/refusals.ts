/** What this room refuses, each with the sentence for whoever keeps the rota. */
import { refusal, type Trouble } from '#kernel'

export const rotaNameNeeded = (): Trouble => refusal('rota-name-needed', 'Give it a name, so that it can be told from others.')

export const rotaNameTaken = (name: string): Trouble =>
  refusal('rota-name-taken', `There is a rota “${name}” already. Choose another name.`)

export const tooManyInRota = (what: string, most: number): Trouble =>
  refusal('too-many-in-rota', `${most} ${what} are the most. Remove one first.`)

export const zoneNotKnown = (typed: string): Trouble =>
  refusal('zone-not-known', `“${typed.slice(0, 40)}” is no time zone. Write it like Europe/Berlin or America/New_York.`)

export const layerDayNotRight = (typed: string): Trouble =>
  refusal('layer-day-not-right', `“${typed.slice(0, 40)}” is no day. Write the first day like 2026-11-23.`)

export const handoverNotRight = (typed: string): Trouble =>
  refusal('handover-not-right', `“${typed.slice(0, 40)}” is no time of the day. Write it like 09:00.`)

export const everyNotRight = (): Trouble => refusal('every-not-right', 'A turn is 1 to 400 hours, days or weeks long.')

export const hoursNotRight = (line: string): Trouble =>
  refusal('hours-not-right', `“${line.slice(0, 60)}” is not understood. Write one a line, like Mon-Fri 09:00-17:00.`)

export const nobodyInLayer = (): Trouble => refusal('nobody-in-layer', 'Choose at least one person who takes turns.')

export const notOnStaff = (): Trouble => refusal('not-on-staff', 'Only who works at the desk can be on call. Choose somebody of the list.')

export const timesNotRight = (): Trouble =>
  refusal(
    'times-not-right',
    'The end has to be after the beginning and still ahead, and at most 90 days after the beginning. Write both like 2026-11-23 09:00.',
  )

export const takenOverAlready = (name: string): Trouble =>
  refusal('taken-over-already', `${name} takes over in a part of that time already. Remove that first, or choose another time.`)

export const stepNotRight = (): Trouble =>
  refusal('step-not-right', 'Choose a rota or somebody at the desk for each step, and 0 to 1440 minutes to wait for an answer.')

export const repeatsNotRight = (): Trouble => refusal('repeats-not-right', 'All steps can be gone through again 0 to 9 times.')
