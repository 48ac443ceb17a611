/**
 * Who is told of a notice on which channel and when; or that it waits for the
 * digest. The person's own page always tells it and is not planned here.
 * Nothing is ever sent to the mailbox that the notice is about.
 */
import { minutesMs, type NoticeLevel } from '#kernel'
import type { ChannelName } from '../channels/channel.ts'
import { deadlineOf, isAccess, priorityOf } from './levels.ts'
import { orderOf, outOfQuiet, type Preference } from './preference.ts'

/** Where a person could be told: a mailbox (`mail`, its account) or a contact method. */
export type Way = {
  readonly channel: ChannelName
  readonly id: string
  /** The mailbox the notice is about, however its address is spelled. */
  readonly isSubject: boolean
  readonly isProven: boolean
  /** Its far end said that nobody is there. */
  readonly isBouncing: boolean
}

export type ToTell = {
  readonly level: NoticeLevel
  /** Somebody else may hold the subject's mailbox, and it is not contained yet. */
  readonly suspectedTakeOver: boolean
  readonly now: Date
  readonly ways: readonly Way[]
  readonly preference: Preference
  /** Notices below Possible access that this person was told of at once since their calendar month began. */
  readonly interruptionsThisMonth: number
}

export type PlannedDelivery = {
  readonly channel: ChannelName
  readonly accountId: string | null
  readonly contactMethodId: string | null
  /** `queued` is sent when it is due, unless the notice is acknowledged by then; `held` waits until the take-over is contained. */
  readonly state: 'queued' | 'held'
  readonly dueAt: Date
  readonly priority: number
  /** In the first telling; else for whoever did not read that. */
  readonly isFirst: boolean
  readonly why: string
}

export type NoticePlan = {
  /** It interrupts nobody and waits for the digest; the incident is there all the same. */
  readonly digest: boolean
  /** False when nothing can be sent as things stand: the page waits for them, and the operator has to hear of it. */
  readonly reaches: boolean
  readonly deliveries: readonly PlannedDelivery[]
  readonly deadlineAt: Date
  /** For the log: no name, no address. */
  readonly why: string
}

/** The hard budget of a calendar month. */
const mostInterruptions = 2
const nextChannelAfterMs = minutesMs(10)

/** Chats that are signed in to with the work mailbox: whoever holds it may read along. */
const readWithMailbox: readonly ChannelName[] = ['slack', 'teams']

export function planNotice(told: ToTell): NoticePlan {
  const { level, now, ways, preference, interruptionsThisMonth } = told
  const deadlineAt = deadlineOf(level, now)
  const usable = ways.filter(({ isSubject, isProven, isBouncing }) => isProven && !isBouncing && !isSubject)
  if (usable.length === 0)
    return { digest: false, reaches: false, deliveries: [], deadlineAt, why: `nowhere to tell it: ${whyUnusable(told)}` }
  if (!isAccess(level) && interruptionsThisMonth >= mostInterruptions) {
    const why = `digest: ${interruptionsThisMonth} interruptions this month, and ${level} has a budget of ${mostInterruptions}`
    return { digest: true, reaches: true, deliveries: [], deadlineAt, why }
  }
  const at = outOfQuiet(preference, level, now)
  const deliveries = turnsOf(told, usable).flatMap(({ channel, afterMs, why }) =>
    usable
      .filter((way) => way.channel === channel)
      .map((way) => planned(told, way, { dueAt: new Date(at.getTime() + afterMs), isFirst: afterMs === 0, why })),
  )
  const reaches = deliveries.some(({ state }) => state === 'queued')
  const why = `${level}: ${whyThen(told, at)}; ${whyThere(deliveries)}${whyNotThere(told)}`
  return { digest: false, reaches, deliveries, deadlineAt, why }
}

type Turn = { readonly channel: ChannelName; readonly afterMs: number; readonly why: string }

/** Channels in their order, each with its time after the first. Mail is in the first telling: it carries the whole text. */
function turnsOf({ level, preference, suspectedTakeOver }: ToTell, usable: readonly Way[]): readonly Turn[] {
  const order = orderOf(preference).filter((channel) => usable.some((way) => way.channel === channel))
  const mail: readonly Turn[] = order.includes('mail') ? [{ channel: 'mail', afterMs: 0, why: 'the whole text' }] : []
  // What is held reaches nobody now, so another has to be the first.
  const isHeld = (channel: ChannelName) => suspectedTakeOver && readWithMailbox.includes(channel)
  const interrupting = order.filter((channel) => channel !== 'mail' && !isHeld(channel))
  const held = order.filter(isHeld).map((channel) => ({ channel, afterMs: 0, why: 'held until the take-over is contained' }))
  if (isAccess(level)) {
    const turns = interrupting.map((channel, turn) => ({ channel, afterMs: turn * nextChannelAfterMs, why: whyTurn(turn) }))
    return [...turns.slice(0, 1), ...mail, ...turns.slice(1), ...held]
  }
  const first = interrupting.find((channel) => channel !== 'voice') ?? (mail.length === 0 ? interrupting[0] : undefined)
  const isWanted = first !== undefined && (mail.length === 0 || order.indexOf(first) < order.indexOf('mail'))
  return [...(isWanted ? [{ channel: first, afterMs: 0, why: whyTurn(0) }] : []), ...mail, ...(isWanted ? [] : held.slice(0, 1))]
}

const whyTurn = (turn: number): string =>
  turn === 0 ? 'the first of the person’s channels' : `when it was not read after ${(turn * nextChannelAfterMs) / minutesMs(1)} minutes`

function planned({ level, suspectedTakeOver }: ToTell, { channel, id }: Way, timed: Pick<PlannedDelivery, 'dueAt' | 'isFirst' | 'why'>) {
  const isMail = channel === 'mail'
  const state = suspectedTakeOver && readWithMailbox.includes(channel) ? ('held' as const) : ('queued' as const)
  return { channel, accountId: isMail ? id : null, contactMethodId: isMail ? null : id, state, priority: priorityOf[level], ...timed }
}

function whyThen({ level, now, preference }: ToTell, at: Date): string {
  if (at > now) return `quiet hours in ${preference.zone} until ${at.toISOString()}`
  const isQuiet = isAccess(level) && outOfQuiet(preference, 'targeted', now) > now
  return isQuiet ? 'at once, in quiet hours: they hold back no access' : 'at once'
}

const whyThere = (deliveries: readonly PlannedDelivery[]): string => deliveries.map(({ channel, why }) => `${channel} (${why})`).join(', ')

function whyNotThere({ ways, suspectedTakeOver }: ToTell): string {
  if (!ways.some(({ isSubject }) => isSubject)) return ''
  return suspectedTakeOver ? '; nothing to the mailbox that somebody else may hold' : '; nothing to the mailbox it is about'
}

function whyUnusable({ ways }: ToTell): string {
  if (ways.length === 0) return 'no way is known'
  const count = (is: (way: Way) => boolean, what: string) => (ways.some(is) ? [`${ways.filter(is).length} ${what}`] : [])
  return [
    ...count(({ isSubject }) => isSubject, 'is the mailbox it is about'),
    ...count((way) => !way.isSubject && !way.isProven, 'not proven'),
    ...count((way) => !way.isSubject && way.isProven && way.isBouncing, 'bouncing'),
  ].join(', ')
}
