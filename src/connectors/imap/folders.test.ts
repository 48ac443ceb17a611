import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldersToWatch } from './folders.ts'
import { knownProvider } from './providers.ts'

const folder = (path: string, specialUse?: string, flags: readonly string[] = []) => ({
  path,
  name: path.split('/').at(-1) ?? path,
  flags: new Set(flags),
  ...(specialUse === undefined ? {} : { specialUse }),
})

test('a provider that says what its folders are for is believed', () => {
  const listed = [
    folder('[Gmail]/Todos', '\\All'),
    folder('INBOX', '\\Inbox'),
    folder('[Gmail]/Spam', '\\Junk'),
    folder('[Gmail]/Enviados', '\\Sent'),
    folder('[Gmail]', undefined, ['\\Noselect']),
  ]
  assert.deepEqual(foldersToWatch(listed), [
    { path: 'INBOX', specialUse: 'inbox' },
    { path: '[Gmail]/Spam', specialUse: 'junk' },
    { path: '[Gmail]/Todos', specialUse: 'all' },
    { path: '[Gmail]/Enviados', specialUse: 'sent' },
  ])
})

test('a server that does not say is read by the names that people see', () => {
  assert.deepEqual(foldersToWatch([folder('INBOX'), folder('INBOX/Junk E-mail'), folder('Drafts'), folder('Gesendete Elemente')]), [
    { path: 'INBOX', specialUse: 'inbox' },
    { path: 'INBOX/Junk E-mail', specialUse: 'junk' },
    { path: 'Gesendete Elemente', specialUse: 'sent' },
  ])
})

test('a folder that cannot be opened is not watched', () => {
  assert.deepEqual(foldersToWatch([folder('Spam', '\\Junk', ['\\NonExistent'])]), [{ path: 'INBOX', specialUse: 'inbox' }])
})

test('an address of a known provider needs nothing but its password', () => {
  const known = knownProvider(' Ana@GMail.com ')
  assert.deepEqual(
    [known?.name, known?.settings.host, known?.settings.port, known?.settings.tls, known?.settings.user],
    ['Google', 'imap.gmail.com', 993, 'implicit', 'Ana@GMail.com'],
  )
  assert.doesNotMatch(known?.appPassword ?? '', /https?:/)
  assert.equal(knownProvider('ana@ruiz.example'), undefined)
})
