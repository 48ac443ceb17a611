import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { leaveSlowTests } from './leave-slow-tests.ts'

const root = dirname(dirname(import.meta.dirname))

test('every test that is named slow is there', () => {
  const named = readFileSync(join(import.meta.dirname, 'leave-slow-tests.ts'), 'utf8').match(/src\/\S+\.test\.ts/g) ?? []
  assert.ok(named.length > 0)
  assert.deepEqual(
    named.filter((path) => !existsSync(join(root, path))),
    [],
  )
})

test('journeys and tests that start a mail server wait for npm test', () => {
  const usesDovecot = {
    path: 'src/connectors/imap/a.test.ts',
    tokens: [],
    lost: undefined,
    links: [
      {
        text: '../../../test/support/dovecot.ts',
        kind: 'import',
        isTypeOnly: false,
        names: [],
        line: 1,
        target: { kind: 'file', path: 'test/support/dovecot.ts', byDoor: false },
      },
    ],
  } as const
  const batches = [
    { name: 'units', files: ['src/connectors/imap/a.test.ts', 'src/connectors/imap/b.test.ts'] },
    { name: 'journeys', files: ['test/journeys/c.test.ts'] },
  ] as const
  assert.deepEqual(leaveSlowTests(batches, [usesDovecot]), [{ name: 'units', files: ['src/connectors/imap/b.test.ts'] }])
})
