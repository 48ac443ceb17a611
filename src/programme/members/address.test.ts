import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { masked, readAddress, readDomain } from './address.ts'

test('an address is kept as written and compared in lower case and ASCII', () => {
  assert.deepEqual(readAddress('  Marta.Ruiz@Bücher.Example '), {
    written: 'Marta.Ruiz@Bücher.Example',
    folded: 'marta.ruiz@xn--bcher-kva.example',
  })
  assert.equal(readAddress('a+b@mail.example.').folded, 'a+b@mail.example')
})

test('what cannot be an address is refused with a sentence', () => {
  for (const typed of [
    '',
    'marta',
    'marta@',
    '@x.example',
    'a b@x.example',
    'a@localhost',
    'a@-x.example',
    'a@x..example',
    '<a@x.example>',
    `a@${'x'.repeat(300)}.example`,
    'a@192.0.2.1',
  ]) {
    assert.throws(
      () => readAddress(typed),
      (thrown) => isTrouble(thrown, 'refusal') && thrown.code === 'address-not-valid',
      typed,
    )
  }
})

test('an address goes where it is compared: nothing in it is dropped, read past or unseen', () => {
  const odd = [
    'a@x\n.example',
    'a@x.example/y',
    'a@x.example#y',
    'a@x.example?y',
    'a@x%2e.example',
    'a@x\u00ad.example',
    'a\u200b@x.example',
    'a\0@x.example',
    'a@x\ufe0f.example',
    'a@x\u200d.example',
    'a@x\u202e.example',
    'a\ufe0f@x.example',
    'a\ud800@x.example',
  ]
  for (const typed of odd)
    assert.throws(
      () => readAddress(typed),
      (thrown) => isTrouble(thrown, 'refusal'),
      JSON.stringify(typed),
    )
  assert.deepEqual(readAddress('a@x。example.'), { written: 'a@x.example', folded: 'a@x.example' })
})

test('a domain is read from whatever it was copied from', () => {
  for (const typed of ['ruiz.example', ' RUIZ.example. ', '@ruiz.example', 'lee@ruiz.example', 'https://www.ruiz.example:8443/about?x#y'])
    assert.equal(readDomain(typed), 'ruiz.example', typed)
})

test('a masked address shows its owner which one is meant, and little else', () => {
  assert.equal(masked('marta.ruiz@x.example'), 'm…z@x.example')
  assert.equal(masked('m@x.example'), 'm…@x.example')
})
