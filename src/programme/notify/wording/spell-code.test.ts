import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#kernel'
import { spellCode, wordFor } from './spell-code.ts'

const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toUpperCase()

/** Levenshtein's distance: letters to be changed, added or left out. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [index, wanted] of [...other].entries())
      next.push(Math.min((row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1, (row[index] ?? 0) + (letter === wanted ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}

for (const language of languages) {
  test(`every symbol of a code can be said (${language})`, () => {
    assert.equal(spellCode(symbols.join(''), language).length, 32)
    for (const symbol of symbols) assert.match(wordFor(symbol, language), /^[\p{L}-]{2,10}$/u)
  })

  test(`a word for a letter begins with that letter, and letter and word are both said (${language})`, () => {
    for (const symbol of symbols.slice(10)) {
      assert.equal(plain(wordFor(symbol, language))[0], symbol)
      const [said] = spellCode(symbol, language)
      assert.ok(said?.startsWith(`${symbol} `) && said.endsWith(wordFor(symbol, language)))
    }
  })

  test(`no two words are a letter apart (${language})`, () => {
    const said = symbols.map((symbol) => plain(wordFor(symbol, language)))
    for (const [index, one] of said.entries())
      for (const other of said.slice(index + 1)) assert.ok(distance(one, other) > 1, `${one} and ${other}`)
  })
}

test('what is heard is told apart where a language leaves the choice', () => {
  assert.equal(wordFor('9', 'en'), 'niner')
  assert.equal(wordFor('2', 'de'), 'zwo')
})

test('what no code has is not spelled', () => {
  for (const odd of ['I', 'L', 'O', 'U', 'a', '-', 'É']) assert.throws(() => spellCode(odd, 'en'), { code: 'not-a-symbol' })
})
