/**
 * What a person did that a notice may have asked for: written down as a job in
 * the transaction in which it happens, with ids and nothing else. Which
 * actions it closes is the work of notify, which handles the task.
 */
import { enqueue } from '#jobs'
import type { Clock } from '#kernel'
import type { Tx } from '#storage'

export const somethingDoneTask = 'something-done'

export const doneSignals = ['passkey-added', 'self-check-finished', 'password-renewed'] as const
export type DoneSignal = (typeof doneSignals)[number]

export type SomethingDone = {
  readonly personId: string
  readonly signal: DoneSignal
  /** The mailbox it was done for; unsaid when it is about the person's own way in. */
  readonly accountId?: string
}

/** In the person's transaction, or the programme's. */
export const tellOfDone = (tx: Tx, clock: Clock, done: SomethingDone): Promise<void> =>
  enqueue(tx, { task: somethingDoneTask, payload: { ...done, at: clock.now().toISOString() } })
