/**
 * Mails made to stall, starve or crash their reader, through the real command: each ends in a finding, in time and in little memory. Made here at run
 * time, since nobody wants fifty megabytes of nothing in a repository. With the data pack beside the project, `scan` also reads all of it.
 */
import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { z } from 'zod'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'bellwether-hostile-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const limits = { ms: 2000, peakMb: 300 }
const head = 'From: A <a@sender.example>\r\nTo: ana.ruiz@riverton.example\r\nSubject: read me\r\nMIME-Version: 1.0\r\n'
const times = (count: number, made: (place: number) => string): string => Array.from({ length: count }, (_, place) => made(place)).join('')
const page = `${head}Content-Type: text/html\r\n\r\n`
const plain = `${head}Content-Type: text/plain; charset=utf-8\r\n\r\n`
const mixed = `${head}Content-Type: multipart/mixed; boundary="x"\r\n\r\n`
const pdf = '--x\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
const mega = 1024 * 1024

const hostile: Readonly<Record<string, () => Buffer | string>> = {
  'parts nested 10,000 deep': () =>
    `${head}${times(10_000, (n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`)}Content-Type: text/plain\r\n\r\nhi\r\n`,
  'mails within mails 10,000 deep': () => `${times(10_000, () => `${head}Content-Type: message/rfc822\r\n\r\n`)}${plain}hi\r\n`,
  '20,000 parts': () =>
    `${mixed}${times(20_000, (n) => `--x\r\nContent-Type: text/plain; name="f${n}.txt"\r\nContent-Disposition: attachment\r\n\r\npart\r\n`)}--x--\r\n`,
  '20,000 parts without a header': () => `${mixed}${'--x\r\n\r\npart\r\n'.repeat(20_000)}--x--\r\n`,
  'a file of 50 MB': () => `${mixed}${pdf}${`${'JVBERi0x'.repeat(9)}\r\n`.repeat((50 * mega) / 74)}--x--\r\n`,
  '50 MB of text': () => plain + 'all work and no play makes a dull mail\r\n'.repeat((50 * mega) / 40),
  '50 MB in one line': () => plain + 'a'.repeat(50 * mega),
  '50 MB of page that never closes': () => page + '<div><p>all work and no play</p>\r\n'.repeat((50 * mega) / 34),
  '44 MB of links': () => page + times(550_000, (n) => `<a href="https://h${n}.example/p?u=https%3A%2F%2Fx${n}.example">link ${n}</a>\r\n`),
  'letters that are no UTF-8': () =>
    Buffer.concat([Buffer.from(plain), Buffer.from('\xc3\xff\xfe\x80A \xed\xa0'.repeat(120_000), 'latin1')]),
  'base64 that is torn': () => Buffer.from(`${mixed}${pdf}JVBE!!Ri0x*${'\xff\0==='.repeat(5000)}`, 'latin1'),
  'base64 that stops midway': () => `${mixed}${pdf}${'JVBERi0x'.repeat(9)}\r\nJVBERi`,
  'a header that never ends': () => `${head}X-Long: ${'a'.repeat(30 * mega)}`,
  '600,000 header lines': () => `${head}${'X-Many: yes and more of the same\r\n'.repeat(600_000)}\r\nhi\r\n`,
}

const lineSchema = z.object({
  file: z.string(),
  verdict: z.enum(['dangerous', 'careful', 'fine']),
  findings: z.array(z.object({ id: z.string(), says: z.string() })),
  damage: z.array(z.object({ code: z.string() })),
  ms: z.number(),
})

/** The highest resident size that the process has had so far; 0 once it is gone. */
function peakMb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Runs the command as a user does. `sh` replaces itself with Node, so the child's own peak is the command's. */
async function scan(path: string) {
  const child = spawn(join(root, 'bellwether'), ['scan', '--json', path], { stdio: ['ignore', 'pipe', 'inherit'] })
  let peak = 0
  const looking = setInterval(() => {
    peak = Math.max(peak, peakMb(child.pid ?? 0))
  }, 10)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    peak = Math.max(peak, peakMb(child.pid ?? 0))
    chunks.push(chunk)
  })
  const [status] = await once(child, 'close')
  clearInterval(looking)
  return { status, peak, line: lineSchema.parse(JSON.parse(Buffer.concat(chunks).toString())) }
}

for (const [name, make] of Object.entries(hostile)) {
  test(`${name}: a finding, in time and in little memory`, async () => {
    const path = join(folder, 'hostile.eml')
    writeFileSync(path, make())
    const { status, peak, line } = await scan(path)
    const told = `${Math.round(line.ms)} ms, ${Math.round(peak)} MB, ${line.damage.map((one) => one.code).join(' ')}`
    assert.equal(status, 0)
    assert.ok(
      line.findings.some((finding) => finding.id === 'mail.broken-on-purpose'),
      told,
    )
    assert.ok(line.damage.length > 0 && line.damage.every((one) => one.code !== 'too-slow' && one.code !== 'too-much-memory'), told)
    assert.ok(line.ms <= limits.ms, told)
    if (process.platform === 'linux') assert.ok(peak > 20 && peak <= limits.peakMb, told)
  })
}

test('many large mails at once need no more memory than one', async () => {
  const many = mkdtempSync(join(folder, 'many-'))
  for (let place = 0; place < 5; place++) writeFileSync(join(many, `${place}.eml`), `${plain}${'a quiet day\r\n'.repeat((34 * mega) / 13)}`)
  const child = spawn(join(root, 'bellwether'), ['scan', '--json', many], { stdio: ['ignore', 'pipe', 'inherit'] })
  let peak = 0
  let lines = 0
  for await (const _ of createInterface(child.stdout)) {
    lines += 1
    peak = Math.max(peak, peakMb(child.pid ?? 0))
  }
  assert.equal(lines, 5)
  if (process.platform === 'linux') assert.ok(peak > 20 && peak <= limits.peakMb, `${Math.round(peak)} MB`)
})

const unpack = join(root, '..', 'shared', 'data', 'unpack')
const zstd = spawnSync('zstd', ['--version']).status === 0
const missing = !existsSync(unpack)
  ? 'the data packs are not beside the project'
  : !zstd
    ? 'zstd is needed to unpack the data: apt-get install zstd'
    : false

test('scan reads the whole mail pack and never crashes', { skip: missing }, async () => {
  const packs = mkdtempSync(join(folder, 'packs-'))
  execFileSync(unpack, [packs, 'mail'], { stdio: 'ignore' })
  const mails = execFileSync('find', [packs, '-name', '*.eml']).toString().trim().split('\n').length
  // The pack holds live lures: as root the command gets no network at all.
  const alone = process.getuid?.() === 0 && spawnSync('unshare', ['-n', 'true']).status === 0 ? ['unshare', '-n'] : []
  const [command = '', ...args] = [...alone, join(root, 'bellwether'), 'scan', '--json', packs]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const closed = once(child, 'close')
  let lines = 0
  const stopped: string[] = []
  for await (const text of createInterface(child.stdout)) {
    lines += 1
    const line = lineSchema.parse(JSON.parse(text))
    if (line.damage.some((one) => one.code === 'too-slow' || one.code === 'too-much-memory')) stopped.push(line.file)
  }
  const [status] = await closed
  assert.deepEqual([status, said.join('')], [0, ''])
  assert.ok(lines > 5000 && lines >= mails, `${lines} lines for ${mails} mails`)
  assert.deepEqual(stopped, [], 'no mail of the pack is too slow or too large')
})
