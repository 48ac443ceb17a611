import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { languages } from '#kernel'
import { faultsOfAll, lixOf } from '../../../../test/support/plain-language.ts'
import { circleEnglish } from './circle-en.ts'
import { doorEnglish } from './door-en.ts'
import { elsewhereEnglish } from './elsewhere-en.ts'
import { helpingEnglish } from './helping-en.ts'
import { joiningEnglish } from './joining-en.ts'
import { organisationEnglish } from './organisation-en.ts'
import { personEnglish } from './person-en.ts'
import { programsEnglish } from './programs-en.ts'
import { providersEnglish } from './providers-en.ts'
import { recoveryEnglish } from './recovery-en.ts'
import { seasonEnglish } from './season-en.ts'
import { toldEnglish } from './told-en.ts'
import { waysInEnglish } from './ways-in-en.ts'
import { catalogues, wordsIn } from './words.ts'

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = catalogues
const personKeys = Object.keys({
  ...doorEnglish,
  ...personEnglish,
  ...organisationEnglish,
  ...circleEnglish,
  ...waysInEnglish,
  ...recoveryEnglish,
  ...elsewhereEnglish,
  ...joiningEnglish,
  ...helpingEnglish,
  ...providersEnglish,
  ...programsEnglish,
  ...seasonEnglish,
  ...toldEnglish,
})
const inAll = (key: string) => ({
  en: texts['en']?.[key] ?? '',
  es: texts['es']?.[key] ?? '',
  fr: texts['fr']?.[key] ?? '',
  de: texts['de']?.[key] ?? '',
})

test('every sentence of a person’s pages is good in its language, with the same blanks, and none is left in English', () => {
  assert.deepEqual(
    personKeys.flatMap((key) => faultsOfAll(inAll(key)).map((fault) => `${key}: ${fault}`)),
    [],
  )
})

test('whoever reads a newspaper can read a person’s pages', () => {
  for (const language of languages) {
    const lix = lixOf(personKeys.map((key) => inAll(key)[language]))
    assert.ok(lix < 40, `${language}: ${lix.toFixed(1)}`)
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

test('a number in a sentence is written as its language writes it', () => {
  const said = (['en', 'es', 'de'] as const).map((language) => wordsIn(language).say('page.of', { page: 20, pages: 12_345 }))
  assert.deepEqual(said, ['Page 20 of 12,345', 'Página 20 de 12.345', 'Seite 20 von 12.345'])
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
