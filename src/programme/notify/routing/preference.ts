/** How a person wants to be told, and how their hours are kept. */
import { type DaySpan, endOfSpan, type NoticeLevel } from '#kernel'
import type { ChannelName } from '../channels/channel.ts'
import { isAccess } from './levels.ts'

export type Preference = {
  /** The first to be tried first; channels not named come after, in the usual order. */
  readonly channelOrder: readonly ChannelName[]
  readonly zone: string
  /** Minutes of the day there; equal ends: never quiet. */
  readonly quiet: DaySpan
}

/** Web Push costs nothing and is at hand; a call wakes the house. Rooms of an organisation are nobody's first. */
const usualOrder: readonly ChannelName[] = ['push', 'signal', 'sms', 'mail', 'matrix', 'voice', 'slack', 'teams', 'webhook']

export const orderOf = ({ channelOrder }: Preference): readonly ChannelName[] => [...new Set([...channelOrder, ...usualOrder])]

/** When something may be told: not in quiet hours, unless somebody may be in. */
export const outOfQuiet = ({ zone, quiet }: Preference, level: NoticeLevel, at: Date): Date =>
  isAccess(level) ? at : endOfSpan(zone, quiet, at)
