import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkable } from '../../../test/support/linkable.ts'
import { cut, defang } from './defang.ts'

test('nothing of an attacker can be followed from our letter', () => {
  for (const hostile of [
    'https://evil.example/login?x=1',
    'Marta <marta.ruiz@evil.example>',
    'www.evil.example',
    'evil.example/path',
    'HTTP://EVIL.EXAMPLE',
    'call +1 (415) 555-0100 now',
    'javascript:alert(1)',
    'mailto:x@y.example',
    'ev\u200bil.example',
    'evil。example',
    'bücher.example',
    '192.0.2.7/login',
    'a @ b.example',
    'skype:evil?call',
    '+1 415 555 0100data:a.aa',
    'facetime:evil',
    'ms-word:ofe|u|evil',
    '\u{1F480}.example',
    'a\u0310.example',
    'evil.\u{1F480}',
  ]) {
    assert.deepEqual(linkable(defang(hostile)), [], hostile)
  }
})

test('line breaks and reversed text do not leave their line', () => {
  assert.equal(defang('one\r\n\r\nWhat to do:\u202e gpj'), 'one What to do: gpj')
})

test('a long quotation is cut at a word', () => {
  assert.equal(cut('one two three four', 10), 'one two…')
  assert.equal(cut('short', 12), 'short')
})
