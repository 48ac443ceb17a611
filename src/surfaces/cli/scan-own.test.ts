/** What an operator adds on the command line, by the real command. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const root = new URL('../../../', import.meta.url).pathname
const home = await mkdtemp(join(tmpdir(), 'bellwether-own-'))
after(() => rm(home, { recursive: true }))

type Ran = { readonly status: number; readonly out: string; readonly err: string }
const run = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [join(root, 'src/main.ts'), ...args], { cwd: root }, (_, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    )
  })

const keep = async (name: string, text: string): Promise<string> => {
  const path = join(home, name)
  await writeFile(path, text)
  return path
}

const invoice = (domain: string) =>
  `From: Billing <billing@${domain}>\nTo: lee@riverton.example\nSubject: June\n\nHere is the invoice for ballot printing of June.\n`
const rules = 'fixtures/rules'

test('a mail that was fine is dangerous by a rule of the operator’s own, in the operator’s sentence', async () => {
  const mail = await keep('invoice.eml', invoice('quick-ballots.example'))
  assert.match((await run('scan', mail)).out, /^Looks fine/)
  const { out, status } = await run('scan', '--rules', rules, mail)
  assert.equal(status, 0)
  assert.match(
    out,
    /^Dangerous: .*\n {2}- This mail asks for money for ballot printing, and quick-ballots\.example is not a printer we work with\./,
  )
  assert.match(out, /Pay nothing\. Call the printer/)
})

test('indicators of several files are found, and those of our own house are not used', async () => {
  const files = ['--indicators', 'fixtures/indicators/bundle.stix.json', '--indicators', 'fixtures/indicators/event.misp.json']
  const hit = await keep('hit.eml', invoice('vote-portal.example'))
  assert.match((await run('scan', ...files, hit)).out, /^Dangerous: .*\n {2}- vote-portal\.example is known from attacks on others/)
  const org = await keep('org.json', JSON.stringify({ name: 'Riverton', domains: ['vote-portal.example'] }))
  assert.doesNotMatch((await run('scan', '--org', org, ...files, hit)).out, /known from attacks/)
})

test('rules are checked: 0 when all would be accepted, 2 with file, line and column when not', async () => {
  const good = await run('rules', 'check', rules)
  assert.equal(good.status, 0)
  assert.match(good.out, /own\.ballot-printer-invoice can be used; 2 examples went as they should\./)
  const source = await readFile(join(root, rules, 'ballot-printer-invoice.yaml'), 'utf8')
  const line = source.split('\n').findIndex((one) => one.includes('message.relation')) + 1
  const bad = await keep('bad.yaml', source.replace('message.relation', 'message.relatoin'))
  const { status, out } = await run('rules', 'check', bad)
  assert.equal(status, 2)
  assert.ok(out.startsWith(`${bad}:${line}:`), out)
  assert.match(out, /There is no “relatoin” in message/)
  assert.equal((await run('rules', 'check', join(home, 'gone.yaml'))).status, 2)
})

test('a rule whose examples do not go as they should is not scanned with', async () => {
  const source = await readFile(join(root, rules, 'ballot-printer-invoice.yaml'), 'utf8')
  const bad = await keep('silent.yaml', source.replace('says("ballot printing")', 'says("submarine")'))
  const { status, out, err } = await run('scan', '--rules', bad, await keep('any.eml', invoice('x.example')))
  assert.equal(status, 2)
  assert.equal(out, '')
  assert.match(err, /silent\.yaml:\d+:\d+: This mail stands under “fires”, and the rule stays quiet\.\n$/)
})

test('a file that holds no indicators is one sentence', async () => {
  const { status, err } = await run('scan', '--indicators', 'package.json', await keep('one.eml', invoice('x.example')))
  assert.equal(status, 2)
  assert.match(err, /package\.json: This file is JSON, but no STIX 2\.1 bundle/)
})
