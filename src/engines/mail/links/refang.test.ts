import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strippedSubject } from '../campaign.ts'
import { markOf } from '../own/indicators/mark.ts'
import { entryOf } from '../own/lists/read-list.ts'
import { readTypedTrace } from '../typed-trace.ts'

test('the hunt, lists and indicators read one spelling in one way', () => {
  for (const written of ['evil[.]example', 'evil(.)example', 'evil{.}example', 'evil[dot]example', 'evil\\.example']) {
    const listed = entryOf({ list: 'block', kind: 'domain', value: written, reason: '', expires: '' })
    assert.equal('folded' in listed && listed.folded, 'evil.example', written)
    assert.equal(markOf('domain', written)?.value, 'evil.example', written)
    assert.deepEqual(readTypedTrace('sender-domain', written), { value: 'evil.example', everybodys: false }, written)
  }
  for (const written of ['hxxps://evil[.]example/a', 'hXXps[:]//evil[.]example/a', 'https[://]evil(.)example/a']) {
    assert.equal(markOf('url', written)?.value, 'evil.example/a', written)
    assert.deepEqual(readTypedTrace('link-host', written), { value: 'evil.example', everybodys: false }, written)
  }
  for (const written of ['ana[at]evil[.]example', 'ana(@)evil.example'])
    assert.deepEqual(
      [markOf('address', written)?.value, readTypedTrace('sender', written)],
      ['ana@evil.example', { value: 'ana@evil.example', everybodys: false }],
      written,
    )
})

test('a subject is looked for as mails leave it', () => {
  const subject = 'Meeting (at) noon about hats'
  const value = strippedSubject({ subject, to: [], reader: undefined })
  assert.deepEqual(readTypedTrace('subject', subject), { value, everybodys: false })
})
