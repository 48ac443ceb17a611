import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cut } from './cut.ts'

test('a text is cut between characters, never through one', () => {
  assert.equal(cut('bell', 10), 'bell')
  assert.equal(cut('bell', 2), 'be')
  assert.equal(cut('a🔔', 2), 'a')
  assert.equal(cut('a🔔', 3), 'a🔔')
  assert.equal(cut('🔔🔔', 2), '🔔')
})

test('half a character that came with the text is not kept', () => {
  assert.equal(cut('a\ud83d', 5), 'a\ufffd')
  assert.equal(cut('a\udd14b', 2), 'a\ufffd')
})
