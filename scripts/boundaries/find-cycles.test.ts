import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCycles } from './find-cycles.ts'

test('a tree has no rings', () => {
  assert.deepEqual(
    findCycles(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', []],
      ]),
    ),
    [],
  )
})

test('two rings are told apart, and one file that imports itself is a ring', () => {
  const rings = findCycles(
    new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['e']],
      ['e', ['d']],
      ['f', ['f', 'a']],
    ]),
  )
  assert.deepEqual(rings.map((ring) => ring.join('')).sort(), ['abc', 'de', 'f'])
})
