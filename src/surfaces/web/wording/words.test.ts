import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { english } from './person-en.ts'
import { spanish } from './person-es.ts'
import { staffEnglish } from './staff-en.ts'
import { wordsIn } from './words.ts'

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { english, spanish, 'staff English': staffEnglish }
const blanksOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('each sentence has the same blanks in every language', () => {
  for (const [key, text] of Object.entries(english)) {
    assert.deepEqual(blanksOf(spanish[key as keyof typeof english]), blanksOf(text), key)
  }
})

for (const [name, catalogue] of Object.entries(catalogues)) {
  describe(name, () => {
    test('nobody is asked to click, and nothing is shouted', () => {
      for (const [key, text] of Object.entries(catalogue)) assert.doesNotMatch(text, /\bclick|\bclic\b|pinch|!|please note/i, key)
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
