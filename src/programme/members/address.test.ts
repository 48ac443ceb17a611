import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { masked, readAddress } from './address.ts'

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
  ]) {
    assert.throws(
      () => readAddress(typed),
      (thrown) => isTrouble(thrown, 'refusal') && thrown.code === 'address-not-valid',
      typed,
    )
  }
})

test('a masked address shows its owner which one is meant, and little else', () => {
  assert.equal(masked('marta.ruiz@x.example'), 'm…z@x.example')
  assert.equal(masked('m@x.example'), 'm…@x.example')
})
