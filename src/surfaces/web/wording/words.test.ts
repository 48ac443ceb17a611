import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { languages } from '#kernel'
import { catalogues, wordsIn } from './words.ts'

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = catalogues
const blanksOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('each sentence has the same blanks in every language', () => {
  for (const [key, text] of Object.entries(catalogues.en)) {
    for (const language of languages) assert.deepEqual(blanksOf(texts[language]?.[key] ?? ''), blanksOf(text), `${key} in ${language}`)
  }
})

for (const [name, catalogue] of Object.entries(texts)) {
  describe(name, () => {
    test('nobody is asked to click, and nothing is shouted', () => {
      for (const [key, text] of Object.entries(catalogue))
        assert.doesNotMatch(text, /\bclick|\bclic\b|pinch|cliqu|klick|!|please note/i, key)
    })

    test('no sentence carries a link', () => {
      for (const [key, text] of Object.entries(catalogue)) assert.doesNotMatch(text, /https?:\/\/\w|www\./, key)
    })

    test('what a screen reader hears of a button contains what is written on it', () => {
      for (const [key, text] of Object.entries(catalogue)) {
        const written = catalogue[key.replace(/-named$/, '')]
        if (key.endsWith('-named') && written) assert.ok(text.includes(written), `${key}: “${text}” lacks “${written}”`)
      }
    })
  })
}

test('a sentence is filled', () => {
  assert.equal(wordsIn('es').say('home.two', { name: 'Dana' }), 'Dos cosas que hacer, Dana')
})

test('a refusal that the wording does not know keeps its own sentence', () => {
  const words = wordsIn('en')
  assert.equal(words.refusal('never-heard-of', 'It cannot be done.', {}), 'It cannot be done.')
  assert.match(words.refusal('wrong-code', '', {}), /not the code we sent/)
})

test('only a known deed is said to be done', () => {
  const words = wordsIn('en')
  assert.equal(words.done('proven'), 'The address is proven. Notices can reach you there.')
  assert.equal(words.done('<script>'), undefined)
})
