import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consoleToLog } from './console-to-log.ts'

test('what a library says on the console is one line of the log, without its stack', (t) => {
  const { warn, error, trace } = console
  t.after(() => Object.assign(console, { warn, error, trace }))
  const told: unknown[] = []
  consoleToLog({ info: () => undefined, warn: (facts) => void told.push(facts), error: () => undefined })
  console.trace(new Error('Connection terminated unexpectedly'))
  console.error('Retried %d times:\n%s', 100, 'all in vain')
  assert.deepEqual(told, [{ says: 'Connection terminated unexpectedly' }, { says: 'Retried 100 times:' }])
})
