/** The ASVS ledger is held to the standard's list and to the tests that it names. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

const root = dirname(dirname(import.meta.dirname))
const ledger = readFileSync(join(root, 'docs', 'asvs.md'), 'utf8')
const rows = [...ledger.matchAll(/^\| (\d+\.\d+\.\d+) \| ([123]) \| (.+?) \| (.+) \|$/gm)].map(([, id = '', level = '', , held = '']) => ({
  id,
  level: Number(level),
  held,
}))

/** How many requirements each section of ASVS 5.0.0 has; of V10 those up to level 2, which come first in each section. */
const sections: Readonly<Record<string, number>> = {
  '6.1': 3,
  '6.2': 12,
  '6.3': 8,
  '6.4': 6,
  '6.5': 8,
  '6.6': 4,
  '6.7': 2,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 3,
  '7.6': 2,
  '8.1': 4,
  '8.2': 4,
  '8.3': 3,
  '8.4': 2,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
}

test('every requirement of the chapters is in the ledger once', () => {
  const wanted = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  )
  assert.deepEqual(
    rows.map(({ id }) => id),
    wanted,
  )
})

test('each line is a test, a paper, a reason why not, or honestly open', () => {
  const bare = rows.filter(({ held }) => !/^(?:\[[\w-]+\.test\.ts\]|written: \[|not applicable: \w|open: \w)/.test(held))
  assert.deepEqual(bare, [])
})

test('every test that the ledger names exists under that title', () => {
  const named = [...ledger.matchAll(/\[[\w-]+\.test\.ts\]\(([^)]+)\)((?: “[^”]+”(?:, )?)+)/g)]
  assert.ok(named.length > 50)
  const lost = named.flatMap(([, path = '', titles = '']) => {
    const text = readFileSync(normalize(join(root, 'docs', path)), 'utf8')
    return [...titles.matchAll(/“([^”]+)”/g)]
      .map(([, title = '']) => title)
      .filter((title) => !["'", '"', '`'].some((mark) => text.includes(`(${mark}${title}${mark}, `)))
      .map((title) => `${path}: ${title}`)
  })
  assert.deepEqual(lost, [])
})
