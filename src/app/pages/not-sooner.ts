/** The same wait for every answer: what was done in between is not to be read off the clock. */
import { setTimeout as pause } from 'node:timers/promises'

/** What `work` gives or throws, but no sooner than after `waitMs`. */
export async function notSooner<Value>(waitMs: number, work: Promise<Value>): Promise<Value> {
  const [done] = await Promise.allSettled([work, pause(waitMs)])
  if (done.status === 'rejected') throw done.reason
  return done.value
}
