/** How much a notice's level asks of its reader; a blocked attempt asks least. */
import type { NoticeLevel } from '#kernel'

const gravity: Readonly<Record<NoticeLevel, number>> = {
  'attempt-blocked': 0,
  targeted: 1,
  'possible-access': 2,
  'confirmed-access': 3,
}

export const gravityOf = (level: NoticeLevel): number => gravity[level]
