/** What the room of contact methods is given. */
import { defect, type Who } from '#kernel'
import type { Limit, MembersDeps } from '#members'
import type { Channel } from '../channels/channel.ts'

export type ContactDeps = Pick<MembersDeps, 'storage' | 'vault' | 'clock'> & {
  /** Those of this programme, set up or not. */
  readonly channels: readonly Channel[]
  /** How often digits are sent: counted by person and by address, so that nobody's telephone rings all day. */
  readonly limit: Limit
}

/** What a person adds for themselves; rooms of an organisation are its own matter. */
export const ownChannels = ['sms', 'voice', 'signal', 'push'] as const
export type OwnChannel = (typeof ownChannels)[number]

/** Where six digits are sent to. */
export type PhoneChannel = Exclude<OwnChannel, 'push'>

export function meOf(who: Who): string {
  if (!('personId' in who)) throw defect('not-a-person', 'a way to be told: only a person has one')
  return who.personId
}

export const isOwnChannel = (name: string): name is OwnChannel => ownChannels.some((one) => one === name)
