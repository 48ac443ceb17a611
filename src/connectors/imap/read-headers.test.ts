import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImapFlow } from 'imapflow'
import { readHeaders } from './read-headers.ts'

test('of a header that names a million people only its beginning is held', async () => {
  const small = Buffer.from('From: Marta <marta@ruiz.example>\r\n\r\n')
  const large = Buffer.concat([small.subarray(0, -2), Buffer.from(`To: ${'a@b.example, '.repeat(1_000_000)}\r\n\r\n`)])
  const session = {
    usable: true,
    mailboxOpen: async () => ({ uidValidity: 1n }),
    fetch: async function* () {
      for (const [place, headers] of [small, large].entries()) yield { uid: place + 1, internalDate: new Date(0), headers }
    },
  }
  const answer = await readHeaders(session as unknown as ImapFlow, { folder: 'INBOX', which: { uids: [1, 2] } })
  assert.ok('headers' in answer)
  const [first, second] = answer.headers
  assert.deepEqual(first?.bytes, small)
  assert.equal(second?.bytes.length, 64 * 1024)
  assert.equal(second?.bytes.buffer.byteLength, 64 * 1024, 'the rest is not held by it')
})
