/** When somebody is reminded of a notice whose actions are not done. */
import { daysMs, hoursMs, type NoticeLevel } from '#kernel'
import { outOfQuiet, type Preference } from './preference.ts'

export type Reminder = {
  /** From 1; `delivery.step`, with the deliveries of the first telling at 0. */
  readonly step: number
  readonly dueAt: Date
}

/** After a notice was written. */
export const remindsAfterMs: readonly number[] = [hoursMs(24), hoursMs(72), daysMs(7)]

/** A programme that stood still for a week catches up. */
export const remindsUntilMs = daysMs(14)

/** After a day, three days and a week. What went to the digest interrupts nobody later either. */
export const remindersOf = (
  { level, decidedAt, digest }: { readonly level: NoticeLevel; readonly decidedAt: Date; readonly digest: boolean },
  preference: Preference,
): readonly Reminder[] =>
  digest
    ? []
    : remindsAfterMs.map((after, at) => ({
        step: at + 1,
        dueAt: outOfQuiet(preference, level, new Date(decidedAt.getTime() + after)),
      }))
