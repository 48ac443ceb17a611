/** A receiver of HTTP requests in a process of its own (hook-sink-process.ts): it takes everything, at once, and counts. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'

const receivedSchema = z.object({
  total: z.number(),
  /** How often each key came: `Idempotency-Key`, or `Topic` of a push. */
  keys: z.record(z.string(), z.number()),
  /** Milliseconds since the epoch; 0 before the first. */
  firstAt: z.number(),
  lastAt: z.number(),
})
const messageSchema = z.union([z.object({ ready: z.number() }), receivedSchema])

export type HookSink = {
  readonly url: string
  /** How many came, without their keys. */
  readonly counted: () => Promise<number>
  readonly received: () => Promise<z.infer<typeof receivedSchema>>
  /** Begins to count anew. */
  readonly forget: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function startHookSink(): Promise<HookSink> {
  const child = fork(join(import.meta.dirname, 'hook-sink-process.ts'), [], { execArgv: ['--disable-warning=ExperimentalWarning'] })
  const next = async () => messageSchema.parse((await once(child, 'message'))[0])
  const first = await next()
  if (!('ready' in first)) throw new Error('the receiver of hooks did not start')
  const ask = async (what: 'received' | 'counted' | 'forget') => {
    child.send(what)
    const answer = await next()
    if ('ready' in answer) throw new Error('the receiver of hooks started twice')
    return answer
  }
  return {
    url: `http://127.0.0.1:${first.ready}/hook`,
    counted: async () => (await ask('counted')).total,
    received: () => ask('received'),
    forget: async () => void (await ask('forget')),
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
