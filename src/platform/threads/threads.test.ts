import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { z } from 'zod'
import { isTrouble } from '#kernel'
import { createThreads } from '#threads'

const open: { readonly close: () => Promise<void> }[] = []
after(() => Promise.all(open.map((threads) => threads.close())))

const pool = (size: number, timeMs = 1500) => {
  const threads = createThreads<{ readonly do: string }, unknown>({
    file: new URL('./threads.test-thread.ts', import.meta.url),
    size,
    timeMs,
    memoryMb: 64,
    data: { greeting: 'hello' },
  })
  open.push(threads)
  return threads
}
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'none'
  } catch (thrown) {
    return isTrouble(thrown) ? thrown.code : 'not a trouble'
  }
}

test('a task is answered by a thread that knows what it was started with', async () => {
  assert.equal(await pool(1).run({ do: 'greet' }), 'hello')
})

test('a task that never ends is stopped, and the next one is answered', async () => {
  const threads = pool(1)
  assert.equal(await codeOf(threads.run({ do: 'forever' })), 'took-too-long')
  assert.equal(await threads.run({ do: 'greet' }), 'hello')
})

test('a task that eats all memory ends its thread only', async () => {
  const threads = pool(1, 20_000)
  assert.equal(await codeOf(threads.run({ do: 'eat' })), 'out-of-memory')
  assert.equal(await threads.run({ do: 'greet' }), 'hello')
})

test('a task that throws is told, and its thread goes on', async () => {
  const threads = pool(1)
  assert.equal(await codeOf(threads.run({ do: 'throw' })), 'thread-failed')
  assert.equal(await threads.run({ do: 'greet' }), 'hello')
})

test('time spent waiting for a thread does not count', async () => {
  const threads = pool(2, 1500)
  const answers = await Promise.all(Array.from({ length: 40 }, () => threads.run({ do: 'short' })))
  assert.equal(z.array(z.literal('done')).parse(answers).length, 40)
})

test('a closed pool refuses what still waits', async () => {
  const threads = pool(1)
  const waiting = [codeOf(threads.run({ do: 'forever' })), codeOf(threads.run({ do: 'greet' }))]
  await threads.close()
  assert.equal(await codeOf(threads.run({ do: 'greet' })), 'closed')
  for (const code of await Promise.all(waiting)) assert.match(code, /closed|thread-failed/)
})

test('a thread that cannot start fails its tasks instead of starting for ever', { timeout: 10_000 }, async () => {
  const broken = createThreads<object, unknown>({
    file: new URL('./threads.test-thread.ts', import.meta.url),
    size: 2,
    timeMs: 1000,
    memoryMb: 64,
    // The thread's file asks for a greeting before anything else.
    data: { nothing: true },
  })
  const answers = await Promise.allSettled([broken.run({ do: 'greet' }), broken.run({ do: 'greet' }), broken.run({ do: 'greet' })])
  for (const answer of answers) assert.ok(answer.status === 'rejected' && isTrouble(answer.reason, 'defect'))
  await broken.close()
})
