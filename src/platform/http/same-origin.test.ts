import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cameFromUs } from './same-origin.ts'

const posted = (headers: Record<string, string>) => new Request('http://127.0.0.1:8080/check', { method: 'POST', headers })
const ours = 'https://protect.example'

test('a form of our own page is ours', () => {
  assert.ok(cameFromUs(posted({ 'sec-fetch-site': 'same-origin' }), ours))
  assert.ok(cameFromUs(posted({ origin: 'https://protect.example' }), ours))
  assert.ok(cameFromUs(posted({ origin: 'http://127.0.0.1:8080' }), ours))
})

test('a form of another site is not, and neither is one of a sister site', () => {
  assert.ok(!cameFromUs(posted({ 'sec-fetch-site': 'cross-site' }), ours))
  assert.ok(!cameFromUs(posted({ 'sec-fetch-site': 'same-site' }), ours))
  assert.ok(!cameFromUs(posted({ origin: 'https://evil.example' }), ours))
  assert.ok(!cameFromUs(posted({ origin: 'null' }), ours))
})

test('what the browser says of the site counts more than an origin', () => {
  assert.ok(!cameFromUs(posted({ 'sec-fetch-site': 'cross-site', origin: 'https://protect.example' }), ours))
})

test('a program that is no browser carries nobody’s cookie unasked', () => {
  assert.ok(cameFromUs(posted({}), ours))
})
