/**
 * A pool of threads (node:worker_threads). The clock of a task starts when a ready thread takes it, not while it waits; a thread over its time or memory
 * is ended with its task, and another takes its place. Own code because piscina counts waiting and start-up into a task's time and tells a death by
 * memory from other deaths only by text. What the tasks do is the thread file's matter (`answerTasks`).
 */
import { Worker } from 'node:worker_threads'
import { defect, setback, type Trouble } from '#kernel'

export type ThreadsOptions = {
  /** The module that calls `answerTasks`. */
  readonly file: URL
  readonly size: number
  readonly timeMs: number
  /** Old-generation heap of one thread. */
  readonly memoryMb: number
  readonly data?: unknown
}

export type RunOptions = {
  /** Told once how long the thread had the task; waiting for a thread does not count. Not called for a task that no thread began. */
  readonly took?: (ms: number) => void
  /** Buffers inside the value that the thread may have for good: they are moved, not copied, and are empty here afterwards. */
  readonly give?: readonly ArrayBuffer[]
}

export type Threads<Value, Result> = {
  /** Rejects with a Trouble coded `took-too-long`, `out-of-memory`, `thread-failed` or `closed`. May be called at any time; tasks wait their turn. */
  readonly run: (value: Value, options?: RunOptions) => Promise<Result>
  /** Ends all threads; waiting tasks are rejected. May be called twice. */
  readonly close: () => Promise<void>
}

type Task<Value, Result> = {
  readonly value: Value
  readonly options: RunOptions
  readonly resolve: (result: Result) => void
  readonly reject: (trouble: Trouble) => void
}
type Answer<Result> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly value: Result }
  | { readonly kind: 'failed'; readonly message: string }

export function createThreads<Value, Result>(options: ThreadsOptions): Threads<Value, Result> {
  const waiting: Task<Value, Result>[] = []
  const threads = new Set<Thread<Value, Result>>()
  let closed = false

  const give = (): void => {
    for (const thread of threads) {
      if (!thread.isFree()) continue
      const task = waiting.shift()
      if (task === undefined) return
      thread.take(task)
    }
    const starting = [...threads].filter((thread) => thread.isStarting()).length
    if (!closed && threads.size < options.size && waiting.length > starting) {
      const thread = new Thread<Value, Result>(options, {
        onFree: give,
        onGone: (gone, trouble) => {
          threads.delete(gone)
          // One that never became ready costs a task its turn, or dying and starting would go on for ever.
          if (trouble !== undefined) waiting.shift()?.reject(trouble)
          give()
        },
      })
      threads.add(thread)
      give()
    }
  }

  return {
    run: (value, options = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(defect('closed', 'running a task: the threads were closed'))
        waiting.push({ value, options, resolve, reject })
        give()
      }),
    close: async () => {
      closed = true
      for (const task of waiting.splice(0)) task.reject(defect('closed', 'running a task: the threads were closed'))
      await Promise.all([...threads].map((thread) => thread.end()))
    },
  }
}

type Callbacks<Value, Result> = {
  readonly onFree: () => void
  /** `trouble` is why it never became ready. */
  readonly onGone: (thread: Thread<Value, Result>, trouble: Trouble | undefined) => void
}

class Thread<Value, Result> {
  readonly #worker: Worker
  readonly #timeMs: number
  #state: 'starting' | 'free' | 'busy' | 'gone' = 'starting'
  #task: Task<Value, Result> | undefined
  #began = 0
  #timer: NodeJS.Timeout | undefined
  #stillborn: Trouble | undefined

  constructor(options: ThreadsOptions, callbacks: Callbacks<Value, Result>) {
    this.#timeMs = options.timeMs
    this.#worker = new Worker(options.file, {
      workerData: options.data,
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb, maxYoungGenerationSizeMb: 16 },
    })
    this.#worker.unref()
    this.#worker.on('message', (answer: Answer<Result>) => {
      if (this.#state === 'gone') return
      const task = this.#finish('free')
      if (answer.kind === 'done') task?.resolve(answer.value)
      if (answer.kind === 'failed') task?.reject(defect('thread-failed', `running a task: ${answer.message}`))
      callbacks.onFree()
    })
    this.#worker.on('error', (error: Error & { readonly code?: string }) => {
      const hungry = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const trouble = hungry
        ? setback('out-of-memory', `running a task: the thread needed more than ${options.memoryMb} MB`)
        : defect('thread-failed', `running a task: ${error.message}`, { cause: error })
      if (this.#state === 'starting') this.#stillborn = trouble
      this.#finish('gone')?.reject(trouble)
    })
    this.#worker.on('exit', () => {
      const ended = defect('thread-failed', 'running a task: the thread ended')
      if (this.#state === 'starting') this.#stillborn = ended
      this.#finish('gone')?.reject(ended)
      callbacks.onGone(this, this.#stillborn)
    })
  }

  isFree(): boolean {
    return this.#state === 'free'
  }

  isStarting(): boolean {
    return this.#state === 'starting'
  }

  take(task: Task<Value, Result>): void {
    this.#state = 'busy'
    this.#task = task
    this.#began = performance.now()
    this.#worker.ref()
    this.#timer = setTimeout(() => {
      this.#finish('gone')?.reject(setback('took-too-long', `running a task: stopped after ${this.#timeMs / 1000} s`))
      void this.#worker.terminate()
    }, this.#timeMs)
    this.#worker.postMessage(task.value, [...(task.options.give ?? [])])
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #finish(state: 'free' | 'gone'): Task<Value, Result> | undefined {
    const task = this.#task
    clearTimeout(this.#timer)
    this.#task = undefined
    task?.options.took?.(performance.now() - this.#began)
    this.#state = this.#state === 'gone' ? 'gone' : state
    if (state === 'free') this.#worker.unref()
    return task
  }
}
