import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import smpp from 'smpp'
import { smsText, withHeaders } from './sms-parts.ts'

const partsOf = (text: string) => smsText(text).parts.length

test('a text is as many parts as carriers count', () => {
  // 3GPP TS 23.040: 160 and 153 septets, 70 and 67 units; a letter behind the escape is two septets.
  for (const [text, parts] of [
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    // 76 whole pairs fit into 153: no pair is torn.
    ['€'.repeat(153), 3],
    ['ó'.repeat(70), 1],
    ['ó'.repeat(71), 2],
    ['🙂'.repeat(35), 1],
    ['🙂'.repeat(36), 2],
    // 33 whole pairs fit into 67.
    ['🙂'.repeat(67), 3],
    ['', 1],
  ] as const)
    assert.equal(partsOf(text), parts, `${text.slice(0, 2)} ${text.length}`)
})

test("typographers' signs do not change the alphabet, and a reader sees plain ones", () => {
  const { alphabet, text } = smsText('“It’s — here…”\u00A0ok')
  assert.deepEqual({ alphabet, text }, { alphabet: 'gsm7', text: '"It\'s - here..." ok' })
})

test('whatever is written, the parts put together are the text, as another reader of both alphabets sees it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'aZ0@£ñÇß€^{}[]~|\\é\n ó🙂ş中', '👩🏽‍💻'), { maxLength: 400 }), (letters) => {
      const wanted = smsText(letters.join(''))
      const parts = withHeaders(wanted.parts, 'key')
      const read = parts.map((part) => {
        const fields = { esm_class: parts.length > 1 ? 0x40 : 0, data_coding: wanted.alphabet === 'gsm7' ? 0 : 8, short_message: part }
        assert.ok(part.length <= 160)
        const { short_message: shown } = new smpp.PDU(new smpp.PDU('submit_sm', fields).toBuffer())
        return String(shown?.message ?? '')
      })
      assert.equal(read.join(''), wanted.text)
    }),
  )
})
