/** Threads for work that may stall: each task has a time and a memory limit, and the main process survives both. */

export { answerTasks } from './answer-tasks.ts'
export { createThreads } from './threads.ts'
