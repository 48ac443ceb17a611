/** A list's numbers end no sentence, and what is spared is heard in every language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSentences } from './sentences.ts'

test('what stands behind a number belongs to the request above it', () => {
  const says = readSentences('bitte ubersenden sie uns:\n1. den netzplan\n2. die kennungen der beschaftigten')
  assert.ok(says.together([['handOver'], ['houseLists']], { within: 1 }) !== undefined)
})

test('who wants nothing is heard in four languages', () => {
  for (const text of ['no reply needed', 'no me mandes nada aqui', 'ne m envoyez rien ici', 'bitte schick mir hier nichts'])
    assert.ok(readSentences(text).has('spared'), text)
})
