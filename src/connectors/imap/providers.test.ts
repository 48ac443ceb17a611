import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authservOf, knownProvider } from './providers.ts'

test("a provider's word about signatures is believed in the mailboxes it keeps, and nowhere else", () => {
  const known = knownProvider('ana@gmail.com')
  assert.deepEqual(authservOf(' IMAP.gmail.com'), known?.settings.trustedAuthserv)
  assert.deepEqual(authservOf('imap.ruiz.example'), [])
})
