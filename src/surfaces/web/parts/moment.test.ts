import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ago, moment } from './moment.ts'

const now = new Date('2026-11-23T10:12:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000)

test('a moment is said as people say it', () => {
  assert.equal(ago('en', now, before(5)), 'just now')
  assert.equal(ago('en', now, before(250)), '4 min ago')
  assert.equal(ago('en', now, before(2 * 3600)), '2 hr ago')
  assert.equal(ago('en', now, before(30 * 3600)), 'yesterday')
  assert.equal(ago('es', now, before(30 * 3600)), 'ayer')
  assert.equal(ago('fr', now, before(30 * 3600)), 'hier')
  assert.equal(ago('de', now, before(250)), 'vor 4 Min.')
})

test('what is long past is said by its date', () => {
  assert.equal(ago('en', now, new Date('2026-03-01T00:00:00Z')), '1 March 2026')
})

test('the full time and its zone stand beside it', () => {
  assert.equal(
    String(moment('en', now, before(250))),
    '<time datetime="2026-11-23T10:07:50.000Z" title="23 November 2026 at 10:07 UTC">4 min ago</time>',
  )
})
