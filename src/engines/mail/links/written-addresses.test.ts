import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesIn, withAddresses } from './written-addresses.ts'

const address = /\bhttps?:\/\/\S+|\bwww\.\S+|(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}\/\S*/gi

const texts = [
  'see https://ruiz.example/a and\nhttp://b.example, or c.example/x/y and/or d',
  'WWW.ruiz.example or www.b.example',
  '(https://ruiz.example/a)(https://b.example/c) / // a/b',
  'between\u00a0https://ruiz.example/é\u2003and\u00a0no spaces of the usual kind/',
  'https://ruiz.example',
  'no address, and 7/8 of a cup',
  '',
]

test('looking closely at a few pieces finds what a look at the whole text finds', () => {
  for (const text of texts) {
    assert.deepEqual(
      [...addressesIn(text, address)],
      [...text.matchAll(address)].map(([hit]) => hit),
    )
    assert.equal(
      withAddresses(text, address, (hit) => `<${hit}>`),
      text.replace(address, '<$&>'),
    )
  }
})

test('a text of slashes costs no more than its length', () => {
  const began = performance.now()
  for (const text of ['/'.repeat(1_000_000), ' /'.repeat(500_000), 'a/'.repeat(500_000)]) withAddresses(text, address, (hit) => hit)
  assert.ok(performance.now() - began < 2000)
})
