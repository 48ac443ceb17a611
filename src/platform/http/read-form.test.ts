import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { readForm } from './read-form.ts'

const form = 'application/x-www-form-urlencoded'
const posted = (body: BodyInit, type = form) => {
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' }
  return new Request('http://localhost/', init)
}
const refused = (code: string) => (trouble: unknown) => isTrouble(trouble, 'refusal') && trouble.code === code

test('a form is read', async () => {
  const fields = await readForm(posted('name=Lee+Abara&role=member'))
  assert.deepEqual(
    [...fields],
    [
      ['name', 'Lee Abara'],
      ['role', 'member'],
    ],
  )
})

test('a request without a body is an empty form', async () => {
  assert.equal((await readForm(new Request('http://localhost/', { method: 'POST' }))).size, 0)
})

test('a form over 64 kB is refused, also when its size is not told beforehand', async () => {
  await assert.rejects(readForm(posted('a'.repeat(65 * 1024))), refused('form-too-big'))
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1
      controller.enqueue(new Uint8Array(8 * 1024).fill(97))
    },
  })
  await assert.rejects(readForm(posted(endless)), refused('form-too-big'))
  assert.ok(sent < 20, `the rest is not read, but ${sent} pieces were`)
})

test('anything but a form is refused', async () => {
  await assert.rejects(readForm(posted('{}', 'application/json')), refused('not-a-form'))
})
