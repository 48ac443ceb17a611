/** The page that says what each of GoAlert's smoke tests is to us, held to the tests that are there. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'operator', 'goalert.md'), 'utf8')

const rows = [...page.matchAll(/^\| (\w+) \| (covered|not ours) \| (.+) \|$/gm)].map(([, name = '', kind = '', what = '']) => ({
  name,
  kind,
  what,
}))

test('each of the 140 names has one line', () => {
  assert.equal(rows.length, 140)
  assert.equal(new Set(rows.map(({ name }) => name)).size, 140)
})

test('what is covered names a test that is there, and what is not ours a reason', () => {
  const untrue = rows.filter(({ kind, what }) => {
    if (kind === 'not ours') return what.startsWith('[') || what.length < 10
    const [, title = '', path = ''] = /^\[(.+)\]\(\.\.\/\.\.\/(.+\.test\.ts)\)$/.exec(what) ?? []
    return title === '' || !readFileSync(join(root, path), 'utf8').includes(title)
  })
  assert.deepEqual(untrue, [])
})
