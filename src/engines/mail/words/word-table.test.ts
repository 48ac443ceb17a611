import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rememberedByWord, tokensOf } from './word-table.ts'

const lettersOf = (text: string): readonly string[] => tokensOf(text).words.map(({ letters }) => letters)

test('words are cut at all that is no letter and no digit', () => {
  const text = "sign-in: l'acces 24h, señal\n(ok)"
  assert.deepEqual(lettersOf(text), text.match(/[a-z0-9\u0080-\uffff]+/g))
  assert.deepEqual(tokensOf('a bc').starts, [0, 2])
  assert.deepEqual(lettersOf(' .,'), [])
})

test('a word is worked out once, wherever it stands', () => {
  const asked: string[] = []
  const lengthOf = rememberedByWord((letters) => asked.push(letters))
  for (const text of ['lantern harbour lantern', 'harbour lantern']) {
    const tokens = tokensOf(text)
    for (const word of tokens.words) lengthOf(tokens)(word)
  }
  assert.deepEqual(asked, ['lantern', 'harbour'])
})

test('a flood of made-up words costs no memory and mixes no two words up', () => {
  const first = rememberedByWord((letters) => letters)
  for (let flood = 0; flood < 12; flood++) {
    const tokens = tokensOf(Array.from({ length: 9000 }, (_, at) => `w${flood * 9000 + at}x`).join(' '))
    const letters = first(tokens)
    for (const [at, word] of tokens.words.entries()) {
      assert.equal(word.letters, `w${flood * 9000 + at}x`)
      assert.equal(letters(word), word.letters)
      assert.ok(word.id < 60_000)
    }
  }
  const long = 'a'.repeat(50_000)
  assert.deepEqual(lettersOf(long), [long])
})
