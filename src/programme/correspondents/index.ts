/** Correspondents: who writes to whom, remembered as hashes; asked before a mail is judged, taught by what was judged fine. */
export { historyOf } from './history-of.ts'
export { type Memory, openTeaching, type Teach } from './learn.ts'
export type { Lesson } from './lesson.ts'
export { beginWarmUps, moveWarmUp, notFine, openWarmUp, type WarmUpFolder } from './warm-up.ts'
export type { Whose } from './whose.ts'
