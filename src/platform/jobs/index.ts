/** Jobs: work asked for in the transaction that causes it, and done by whoever lives. */
export { enqueue, type Job, type Json } from './enqueue.ts'
