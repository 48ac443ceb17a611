import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#kernel'
import { phraseWords } from './phrase-words.ts'

test('each language has 128 different words, and none is a beginning of another', () => {
  for (const language of languages) {
    const words = phraseWords[language]
    assert.equal(words.length, 128, language)
    assert.equal(new Set(words.map((word) => word.toLowerCase())).size, 128, language)
    for (const word of words) {
      const longer = words.filter((other) => other !== word && other.startsWith(word))
      assert.deepEqual(longer, [], `${language}: ${word}`)
    }
  }
})
