import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#kernel'
import { blanksOf } from '../../../../test/support/message-branches.ts'
import { fill } from './fill.ts'
import { wordings } from './index.ts'

test('one mail and many are said as each language says them', () => {
  const blanks = { when: '3 May', examined: 1, mailbox: 'box', masked: 'm…' }
  const said = (messages: number) => languages.map((language) => fill(wordings[language].digest.says, { ...blanks, messages }, language))
  const [en, es, fr, de] = said(1)
  assert.match(String(en), /: 1 more mail tried .*It was not urgent, so we/)
  assert.match(String(es), /: 1 correo más intentó .*No era urgente; por eso/)
  assert.match(String(fr), /: 1 autre courriel a essayé .*Il n’était pas urgent, nous/)
  assert.match(String(de), /: 1 weitere E-Mail wollte .*Sie war nicht dringend, deshalb/)
  assert.match(String(said(2)[0]), /: 2 more mails tried .*None was urgent, so we/)
  assert.match(fill(wordings.en.firstLook.nothing, { ...blanks, examined: 0 }, 'en'), /^All calm: there is no older mail in your box/)
})

test('a large number is written as its language writes it', () => {
  const said = languages.map((language) => fill(wordings[language].firstLook.line, { messages: 12_345, title: 'T' }, language))
  assert.deepEqual(said, ['12,345 × T', '12.345 × T', '12\u202f345 × T', '12.345 × T'])
})

test('a blank that stays empty is a defect, in a plain sentence and in one that counts', () => {
  assert.throws(() => fill('For {name}', {}), /nothing for \{name\}/)
  assert.throws(() => fill('{n, plural, one {# mail} other {# mails}} for {name}', { n: 2 }, 'en'), /name/)
  assert.throws(() => fill('{n, plural, one {# mail} other {# mails}}', { n: 2 }), /in which language/)
})

test('what fills a blank is never read as a message itself', () => {
  assert.equal(fill('From: {quote}', { quote: '{n, plural, other {#}} {quote}' }), 'From: {n, plural, other {#}} {quote}')
  assert.equal(fill('{n, number}: {quote}', { n: 1, quote: "<b>'{quote}" }, 'en'), "1: <b>'{quote}")
})

test('every message that counts is filled in each language, whatever the number', () => {
  const messages = (value: unknown): readonly string[] =>
    typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(messages)
  let counting = 0
  for (const language of languages) {
    for (const message of messages(wordings[language])) {
      if (!/\{\w+,/.test(message)) continue
      counting += 1
      for (const n of [0, 1, 2, 5, 1_000_000]) {
        const filled = fill(message, Object.fromEntries(blanksOf(message).map((name) => [name, n])), language)
        assert.doesNotMatch(filled, /[{}#]/, message)
      }
    }
  }
  assert.ok(counting >= 16, `${counting} messages count`)
})
