import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasTornBase64 } from './torn-base64.ts'

const part = (data: string): Buffer =>
  Buffer.from(`Subject: x\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${data}`, 'latin1')

test('a whole file is whole, also with a list’s footer below it', () => {
  assert.equal(hasTornBase64(part('JVBERi0xLjQK\r\n')), false)
  assert.equal(hasTornBase64(part('JVBERi0xLjQ=\r\n_______\r\nTo leave the list: write to leave@list.example!\r\n')), false)
  assert.equal(hasTornBase64(part('JVBERi0xLjQK\r\n--x\r\nContent-Type: text/plain\r\n\r\nJVB!\r\n')), false)
})

test('bytes that no encoder writes, and data that stops midway, are torn', () => {
  assert.equal(hasTornBase64(part('JVBE!!Ri0x*')), true)
  assert.equal(hasTornBase64(part('JVBERi0xLjQK\r\n\xff\xfe\x00')), true)
  assert.equal(hasTornBase64(part('JVBERi0=xLjQK')), true)
  assert.equal(hasTornBase64(part('JVBERi0xLj')), true)
})
