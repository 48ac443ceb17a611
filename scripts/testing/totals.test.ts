import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { findTests } from './find-tests.ts'
import { runBatch } from './run-batch.ts'
import { addTotals, isGreen, linesOf, noTotals, totalsFrom } from './totals.ts'

function writeTest(t: TestContext, source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-batch-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'one.test.mjs')
  writeFileSync(file, `import { test } from 'node:test'\n${source}`)
  return file
}

test('a batch is counted: what passed, what failed, what was left out', async (t) => {
  const file = writeTest(t, `test('a', () => {}); test('b', { skip: 'needs x' }, () => {}); test('c', () => { throw new Error('no') })`)
  const totals = await runBatch({ name: 'units', files: [file] }, [], 'silent')
  assert.deepEqual([totals.tests, totals.pass, totals.fail, totals.skipped], [3, 1, 1, 1])
  assert.equal(isGreen(totals), false)
})

test('a run that died before its summary is not green', async (t) => {
  const file = writeTest(t, `process.kill(process.ppid, 'SIGKILL')`)
  const totals = await runBatch({ name: 'units', files: [file] }, [], 'silent')
  assert.equal(isGreen(totals), false)
})

test('totals of several runs are one total, in the words of node', () => {
  const one = totalsFrom('{"tests":3,"suites":1,"passed":2,"failed":1,"cancelled":0,"skipped":0,"todo":0}\n', 10)
  const lines = linesOf(addTotals(one, { ...noTotals, tests: 1, pass: 1, ms: 5 })).split('\n')
  assert.deepEqual(lines.slice(0, 4), ['ℹ tests 4', 'ℹ suites 1', 'ℹ pass 3', 'ℹ fail 1'])
  assert.equal(lines.at(-1), 'ℹ duration_ms 15.000')
})

test('a path given by hand runs what is under it and nothing else', () => {
  const root = join(import.meta.dirname, '..', '..')
  const files = findTests(root, ['scripts/testing']).flatMap((batch) => batch.files)
  assert.deepEqual(files, ['scripts/testing/totals.test.ts'])
})
