/** The command-line contract of `bellwether scan`, by the real command. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { z } from 'zod'

const root = new URL('../../../', import.meta.url).pathname
const home = await mkdtemp(join(tmpdir(), 'bellwether-scan-'))
after(() => rm(home, { recursive: true }))

type Ran = { readonly status: number | null; readonly out: string; readonly err: string }
const run = (args: readonly string[], input = ''): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'scan', ...args], { cwd: root })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, out, err }))
    child.stdin.end(input)
  })

const lineSchema = z.strictObject({
  file: z.string(),
  score: z.number().min(0).max(1),
  verdict: z.enum(['dangerous', 'careful', 'fine']),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      severity: z.enum(['info', 'low', 'medium', 'high', 'critical']),
      technique: z.array(z.string()),
      says: z.string(),
      evidence: z.array(z.unknown()),
    }),
  ),
  damage: z.array(z.unknown()),
  ms: z.number(),
})
const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)))

test('each mail is one line of JSON, in the order of the files, and findings are no failure', async () => {
  const { status, out, err } = await run(['--json', 'fixtures/mail/hostile/device-code.eml', 'fixtures/mail/honest/receipt.eml'])
  assert.equal(status, 0, err)
  const lines = linesOf(out)
  assert.deepEqual(
    lines.map(({ file, verdict }) => [file, verdict]),
    [
      ['fixtures/mail/hostile/device-code.eml', 'dangerous'],
      ['fixtures/mail/honest/receipt.eml', 'fine'],
    ],
  )
  assert.equal(err, '')
})

test('standard input, a directory and org.json are read', async () => {
  const org = join(home, 'org.json')
  await writeFile(
    org,
    JSON.stringify({
      name: 'Riverton Forward',
      domains: ['riverton.example'],
      people: [{ name: 'Jane Okafor', addresses: ['jane.okafor@riverton.example'], role: 'treasurer' }],
      vendors: [],
      brands: [],
    }),
  )
  const { out } = await run(
    ['--json', '--org', org, '-'],
    'From: Jane Okafor <j@elsewhere.example>\nTo: lee@riverton.example\nSubject: hi\n\nhello\n',
  )
  assert.ok(linesOf(out)[0]?.findings.some((finding) => finding.id === 'mail.borrowed-name'))
  const { out: many } = await run(['--json', 'fixtures/mail/broken'])
  assert.ok(linesOf(many).length >= 4)
})

test('--fail-on turns a finding into status 1', async () => {
  assert.equal((await run(['--fail-on', 'high', 'fixtures/mail/hostile/blackmail.eml'])).status, 1)
  assert.equal((await run(['--fail-on', 'high', 'fixtures/mail/honest/receipt.eml'])).status, 0)
})

test('unusable input is one sentence and status 2', async () => {
  for (const args of [
    ['gone.eml'],
    ['--org', 'package.json', 'fixtures/mail/honest/receipt.eml'],
    ['--fail-on', 'loud', 'fixtures/mail/honest/receipt.eml'],
    [],
  ]) {
    const { status, out, err } = await run(args)
    assert.equal(status, 2, args.join(' '))
    assert.equal(out, '')
    assert.equal(err.trimEnd().split('\n').length, 1, err)
  }
})

test('a person reads words and no numbers', async () => {
  const { out } = await run(['fixtures/mail/hostile/device-code.eml'])
  assert.match(out, /^Dangerous: .*device-code\.eml\n {2}- It asks you to enter the code F7KQ2MXPD/)
})

test('each reason quotes what it rests on, and one advice ends it', async () => {
  const { out } = await run(['fixtures/mail/hostile/account-limited-html.eml'])
  assert.match(out, / {2}- The name says Netflix.*\n {6}From: Netflix <billing@\[mailer-hub\.example\]>\n/)
  assert.equal(out.match(/^ {2}- /gm)?.length, 3)
  assert.match(out, /\n {2}Do not sign in from this mail\.[^\n]*\n$/)
})

test('of a mail that looks fine it is said what was looked at', async () => {
  const { out } = await run(['--authserv', 'mx.riverton.example', '--', 'fixtures/mail/honest/receipt.eml'])
  assert.match(out, /^Looks fine: .*receipt\.eml\n( {2}\+ .*\n)+ {2}You can use it as usual\./)
})

test('--lang speaks another language to people, and JSON stays as it is', async () => {
  const { out } = await run(['--lang', 'fr', 'fixtures/mail/hostile/device-code.eml'])
  assert.match(out, /^Dangereux: .*\n {2}- Il vous demande d’entrer le code F7KQ2MXPD/)
  const [line] = linesOf((await run(['--lang', 'fr', '--json', 'fixtures/mail/hostile/device-code.eml'])).out)
  assert.match(line?.findings[0]?.says ?? '', /^It asks you/)
  assert.equal((await run(['--lang', 'tlh', 'fixtures/mail/honest/receipt.eml'])).status, 2)
})
