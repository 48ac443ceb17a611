import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sentenceOfMissing, surroundingsOf } from './provide-parts.ts'

test('nothing is installed unless it was asked for', () => {
  assert.deepEqual(surroundingsOf({}), { isCi: false, mayInstall: false })
  assert.deepEqual(surroundingsOf({ CI: 'false' }), { isCi: false, mayInstall: false })
  assert.deepEqual(surroundingsOf({ BELLWETHER_INSTALL: '1' }), { isCi: false, mayInstall: true })
  assert.deepEqual(surroundingsOf({ CI: 'true' }), { isCi: true, mayInstall: true })
})

test('missing parts are named with the one command that brings them', () => {
  const says = sentenceOfMissing(['dovecot', 'chromium'])
  assert.match(says, /dovecot, chromium/)
  assert.match(says, /sudo apt-get install -y --no-install-recommends dovecot-imapd chromium\n/)
})

/** Runs install.sh with an apt-get that only notes what the machine's policy says while it installs. */
function installWith(t: TestContext, aptStatus: number, policyBefore: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-parts-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const policy = join(folder, 'policy-rc.d')
  if (policyBefore !== undefined) writeFileSync(policy, policyBefore)
  writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\n"${policy}" ; echo "$1 under $?" >>"${folder}/notes"\nexit ${aptStatus}\n`)
  chmodSync(join(folder, 'apt-get'), 0o755)
  const { status } = spawnSync('sh', [join(import.meta.dirname, 'install.sh'), 'chromium'], {
    env: { PATH: `${folder}:/usr/bin:/bin`, BELLWETHER_POLICY_FILE: policy },
  })
  return {
    status,
    notes: readFileSync(join(folder, 'notes'), 'utf8').trim().split('\n'),
    policyAfter: existsSync(policy) ? readFileSync(policy, 'utf8') : undefined,
  }
}

test('while packages are installed no service may start, and afterwards the machine is as it was', (t) => {
  const fresh = installWith(t, 0, undefined)
  assert.deepEqual(fresh, { status: 0, notes: ['update under 101', 'install under 101'], policyAfter: undefined })
  assert.equal(installWith(t, 0, '#!/bin/sh\nexit 0\n').policyAfter, '#!/bin/sh\nexit 0\n')
})

test('the machine is as it was also when installing fails', (t) => {
  const { status, policyAfter } = installWith(t, 100, '#!/bin/sh\nexit 0\n')
  assert.equal(status, 100)
  assert.equal(policyAfter, '#!/bin/sh\nexit 0\n')
})
