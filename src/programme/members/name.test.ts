import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { readName } from './name.ts'

test('a name is one line without what nobody sees', () => {
  assert.equal(readName('  Ana \0 Ruiz\n'), 'Ana Ruiz')
  assert.equal(readName('Ana\u200b \u202eRuiz'), 'Ana Ruiz')
  assert.equal(readName('Ru\u0308tli'), 'R\u00fctli')
  // Letters of Persian and of India need a joiner between them.
  assert.equal(readName('می\u200cخواهم'), 'می\u200cخواهم')
})

test('a name has a letter or a number', () => {
  for (const typed of ['', ' ', '\u200b', '—', '\0', 'x'.repeat(201)])
    assert.throws(
      () => readName(typed),
      (thrown) => isTrouble(thrown, 'refusal') && thrown.code === 'name-missing',
      JSON.stringify(typed),
    )
})
