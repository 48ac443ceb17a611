import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const cores = 2

/** Reads a data folder whose bellwether.json holds `content`. */
function readWith(content: string, environment: Readonly<Record<string, string>> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bellwether-config-'))
  try {
    writeFileSync(join(dataDir, 'bellwether.json'), content)
    return readConfig({ BELLWETHER_DATA: dataDir, ...environment }, { cores })
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

test('with nothing said, all roles run on this machine only', () => {
  const { roles, host, port, intake, fixed } = readConfig({ BELLWETHER_DATA: '/nowhere' }, { cores })
  assert.deepEqual(
    { roles, host, port, intake, fixed },
    { roles: ['web', 'worker', 'ingest'], host: '127.0.0.1', port: 8080, intake: undefined, fixed: {} },
  )
})

test('the environment is asked before the file', () => {
  assert.equal(readWith('{"port": 9000}').port, 9000)
  assert.equal(readWith('{"port": 9000}', { PORT: '9001' }).port, 9001)
})

test('identity providers may be named in the environment, and then not on the page', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'bellwether-secret-')), 'secret')
  writeFileSync(file, 'of-google\n')
  const { fixed } = readWith('{"settings": {"helpContact": "Ana"}}', {
    BELLWETHER_GOOGLE_CLIENT_ID: 'ours',
    BELLWETHER_GOOGLE_CLIENT_SECRET_FILE: file,
    BELLWETHER_STAFF_CLIENT_ID: 'desk',
    BELLWETHER_STAFF_CLIENT_SECRET: 'of-login',
    BELLWETHER_STAFF_ISSUER: 'https://login.example',
    BELLWETHER_STAFF_AMR: 'mfa, hwk',
  })
  assert.deepEqual(fixed, {
    helpContact: 'Ana',
    google: { issuer: 'https://accounts.google.com', clientId: 'ours', clientSecret: 'of-google' },
    staffSignIn: {
      name: 'Staff sign-in',
      issuer: 'https://login.example',
      clientId: 'desk',
      clientSecret: 'of-login',
      acr: [],
      amr: ['mfa', 'hwk'],
    },
  })
  assert.throws(() => readWith('{}', { BELLWETHER_GOOGLE_CLIENT_ID: 'ours' }), /google.clientSecret/)
})

test('a secret may lie in a file that the environment names', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'bellwether-secret-')), 'url')
  writeFileSync(file, 'postgres://app:secret@127.0.0.1/bellwether\n')
  assert.equal(
    readConfig({ BELLWETHER_DATA: '/nowhere', DATABASE_URL_FILE: file }, { cores }).databaseUrl,
    'postgres://app:secret@127.0.0.1/bellwether',
  )
})

test('the file fixes only the settings that stand in it', () => {
  assert.deepEqual(readWith('{"settings": {"programmeName": "Open Desk"}}').fixed, { programmeName: 'Open Desk' })
})

test('a wrong file, entry or role is named in one sentence', () => {
  assert.throws(() => readWith('{'), /is not valid JSON/)
  assert.throws(() => readWith('{"prot": 1}'), /bellwether\.json.*prot/)
  assert.throws(() => readWith('{"settings": {"publicAddress": "here"}}'), /settings\.publicAddress/)
  assert.throws(
    () => readConfig({ BELLWETHER_DATA: '/nowhere' }, { roles: 'web,cook', cores }),
    /There is no role "cook"; the roles are web, worker, ingest\./,
  )
  assert.throws(() => readConfig({ BELLWETHER_DATA: '/nowhere', BELLWETHER_CONFIG: '/nowhere/at-all.json' }, { cores }), /cannot be read/)
})
