import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixtureMail, fixtureNames } from '../../../../test/support/mail-fixtures.ts'
import { readMessage } from '../parse/read-message.ts'
import { intentPatterns } from './intents.ts'
import { mayBeSaid } from './may-be-said.ts'
import { openersOf } from './openers.ts'
import { plainWords } from './plain-words.ts'

const opens = (pattern: RegExp): string | undefined =>
  openersOf(pattern)
    ?.map(({ letters, open }) => `${letters}${open ? '*' : ''}`)
    .sort()
    .join(' ')

test('a pattern’s first words are read off it', () => {
  assert.equal(opens(/\b(?:verify|re-?confirm) your\b/), 're reconfirm verify')
  assert.equal(opens(/\bexpir\w+|\b(?:the )?card\b/), 'card expir* the')
  assert.equal(opens(/\bsynchroni[sz]e|do ?n[o']t/), undefined)
  assert.equal(opens(/\bsynchroni[sz]e|\bdo ?n[o']t/), 'do don donot* synchronise* synchronize*')
  assert.equal(opens(/\b\d{2,3} hours/), '0* 1* 2* 3* 4* 5* 6* 7* 8* 9*')
})

test('what may begin with anything is searched for always', () => {
  for (const pattern of [/verify/, /\b\w+ now/, /\b(?:[\w-]+ ){0,3}account/, /\$\d+/, /\bnow/i, /\b ?now/, /(?<!x)now/])
    assert.equal(opens(pattern), undefined)
})

test('no pattern is passed over in a text that has it', async () => {
  const walk = mayBeSaid(intentPatterns)
  let passed = 0
  for (const name of (['hostile', 'honest'] as const).flatMap((kind) => fixtureNames(kind))) {
    const { subject, page, plain } = await readMessage(fixtureMail(name))
    const text = plainWords(`${subject}\n${page?.text ?? ''}\n${plain}`).slice(0, 20_000)
    const may = walk(text)
    for (const [place, pattern] of intentPatterns.entries()) {
      if (may(place)) continue
      passed += 1
      assert.equal(pattern.test(text), false, `${name}: ${pattern.source.slice(0, 80)}`)
    }
  }
  assert.ok(passed > 10_000)
})
