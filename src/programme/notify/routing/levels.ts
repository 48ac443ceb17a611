/** What follows from a notice's level alone. */
import { daysMs, hoursMs, type NoticeLevel } from '#kernel'

/** Somebody may be in: this wakes people, and no budget counts it. */
export const isAccess = (level: NoticeLevel): boolean => level === 'possible-access' || level === 'confirmed-access'

/** Lower goes first. */
export const priorityOf: Readonly<Record<NoticeLevel, number>> = {
  'confirmed-access': 0,
  'possible-access': 1,
  'attempt-blocked': 2,
  targeted: 3,
}

const deadlineMs: Readonly<Record<NoticeLevel, number>> = {
  'confirmed-access': hoursMs(1),
  'possible-access': hoursMs(4),
  'attempt-blocked': daysMs(7),
  targeted: daysMs(7),
}

/** By then a notice is read, acknowledged or done, or the operator is told. */
export const deadlineOf = (level: NoticeLevel, decidedAt: Date): Date => new Date(decidedAt.getTime() + deadlineMs[level])
