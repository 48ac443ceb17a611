/** Every sentence that the mail engine can say, read in every language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#kernel'
import { rules } from '#mail'
import { faultsOf, faultsOfAll, lixOf } from '../../../../test/support/plain-language.ts'
import { usualAdvice, verdictNames, verdictSentences } from '../explain.ts'
import { checkSentences } from './checks.ts'
import { damageWords } from './damage-words.ts'
import { places } from './places.ts'
import type { Wording } from './wording.ts'

const termsOf = (rule: (typeof rules)[number]): readonly Wording[] => Object.values(rule.terms ?? {}).flat()
const said: readonly (readonly [string, Wording])[] = [
  ...rules.flatMap((rule) => [rule.title, rule.tells, rule.advises, ...termsOf(rule)].map((wording) => [rule.id, wording] as const)),
  ...damageWords.map((wording) => ['damage', wording] as const),
  ...Object.entries(places),
  ...Object.entries(checkSentences),
  ...Object.entries(verdictNames),
  ...Object.entries(verdictSentences),
  ...Object.entries(usualAdvice),
]

test('every sentence is good in its language, and says the same in all of them', () => {
  assert.deepEqual(
    said.flatMap(([id, wording]) => faultsOfAll(wording).map((fault) => `${id}: ${fault}`)),
    [],
  )
})

test('whoever reads a newspaper can read what we say', () => {
  for (const language of languages) {
    const sentences = rules.flatMap(({ tells, advises }) => [tells[language], advises[language]])
    assert.ok(lixOf(sentences) < 40, `${language}: ${lixOf(sentences).toFixed(1)}`)
  }
})

test('an advice is at most two sentences, and a telling too', () => {
  for (const rule of rules) {
    for (const language of languages) {
      for (const text of [rule.tells[language], rule.advises[language]])
        assert.ok(text.split(/(?<=[.?])\s+/).length <= 2, `${rule.id} in ${language}: ${text}`)
    }
  }
})

test('in German nobody takes the mail for themselves: a telling does not begin with a “Sie” that means it', () => {
  for (const { id, tells } of rules) assert.doesNotMatch(tells.de, /^Sie \p{Ll}+t\b/u, id)
})

test('the editor who reads these is awake', () => {
  const bad: readonly (readonly [Parameters<typeof faultsOf>[0], string])[] = [
    ['en', 'Click here to go on.'],
    ['es', 'Haga clic aquí.'],
    ['es', 'Cambia tu contraseña.'],
    ['fr', 'Cliquez ici.'],
    ['fr', 'Change ton mot de passe.'],
    ['fr', 'Une question?'],
    ['fr', 'Il dit «{ask}».'],
    ['de', 'Klicken Sie hier.'],
    ['de', 'Ändere dein Passwort.'],
    ['de', 'Die E-Mail sagt "{ask}".'],
    ['en', `It is ${'very '.repeat(60)}long.`],
    ['en', 'Act now!'],
  ]
  for (const [language, text] of bad) assert.ok(faultsOf(language, text).length > 0, text)
  assert.equal(faultsOfAll({ en: 'Pay {what}.', es: 'Pague.', fr: 'Pay {what}.', de: 'Zahlen Sie {what}.' }).length, 2)
})
