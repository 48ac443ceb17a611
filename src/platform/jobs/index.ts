/** Jobs: work asked for in the transaction that causes it, and done by whoever lives. */

export { enqueue, type Job, type Json } from './enqueue.ts'
export type { Handler, Timed } from './generation.ts'
export { type JobFigures, jobFigures } from './job-figures.ts'
export type { FailedJob } from './outcome.ts'
export { type JobsOptions, runJobs } from './run-jobs.ts'
