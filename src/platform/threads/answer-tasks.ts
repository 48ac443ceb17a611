/** The inside of a thread: answers one task after another. A thread's file calls this once. */
import { parentPort, workerData } from 'node:worker_threads'

/** Answers every task with `work`; `data` is what the pool was created with. A throw becomes the task's rejection. */
export function answerTasks(prepare: (data: unknown) => (value: unknown) => unknown): void {
  const port = parentPort
  if (port === null) throw new Error('answering tasks: this file runs only as a thread')
  const work = prepare(workerData)
  port.on('message', async (value: unknown) => {
    try {
      port.postMessage({ kind: 'done', value: await work(value) })
    } catch (thrown) {
      port.postMessage({ kind: 'failed', message: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  })
  port.postMessage({ kind: 'ready' })
}
