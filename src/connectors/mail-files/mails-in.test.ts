import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { isTrouble } from '#kernel'
import { mailsIn } from '#mail-files'

const home = await mkdtemp(join(tmpdir(), 'bellwether-mail-files-'))
after(() => rm(home, { recursive: true }))

const nothing = (): Readable => Readable.from([])
async function read(paths: readonly string[], input: Readable = nothing()): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = []
  for await (const { file, bytes } of mailsIn(paths, input)) found.push([file.replace(`${home}/`, ''), Buffer.from(bytes).toString()])
  return found
}
const mail = (subject: string): string => `From: a@ruiz.example\nSubject: ${subject}\n\nhello\n`

test('the mails of an mbox are numbered, and a quoted From line is given back', async () => {
  await writeFile(join(home, 'box'), `From a@b Mon\n${mail('one')}\n>From here on\n\nFrom c@d Tue\n${mail('two')}`)
  const found = await read([join(home, 'box')])
  assert.deepEqual(
    found.map(([file]) => file),
    ['box#1', 'box#2'],
  )
  assert.match(found[0]?.[1] ?? '', /\nFrom here on\n/)
  assert.match(found[1]?.[1] ?? '', /^From: a@ruiz\.example\nSubject: two/)
})

test('a Maildir is read without what is still being written', async () => {
  for (const folder of ['cur', 'new', 'tmp']) await mkdir(join(home, 'Maildir', folder), { recursive: true })
  await writeFile(join(home, 'Maildir/cur/1.host:2,S'), mail('seen'))
  await writeFile(join(home, 'Maildir/new/2.host'), mail('new'))
  await writeFile(join(home, 'Maildir/tmp/3.host'), mail('half'))
  await writeFile(join(home, 'Maildir/dovecot.index.cache'), Buffer.from([1, 2, 3]))
  assert.deepEqual(
    (await read([join(home, 'Maildir')])).map(([file]) => file),
    ['Maildir/cur/1.host:2,S', 'Maildir/new/2.host'],
  )
})

test('standard input may be one mail or an mbox, torn anywhere', async () => {
  const one = await read(['-'], Readable.from([Buffer.from('Fr'), Buffer.from('om: a@ruiz.example\n\nx')]))
  assert.deepEqual(one, [['-', 'From: a@ruiz.example\n\nx']])
  const box = [...`From a@b Mon\n${mail('one')}\nFrom c@d Tue\n${mail('two')}`].map((letter) => Buffer.from(letter))
  assert.deepEqual(
    (await read(['-'], Readable.from(box))).map(([file]) => file),
    ['-#1', '-#2'],
  )
})

test('a large mbox does not sit in memory', async () => {
  const piece = Buffer.from(`From a@b Mon\n${mail('one')}${'words and more words\n'.repeat(50_000)}\n`)
  const before = process.memoryUsage().rss
  let count = 0
  for await (const { bytes } of mailsIn(
    ['-'],
    Readable.from(
      (function* () {
        for (let n = 0; n < 200; n++) yield piece
      })(),
    ),
  ))
    count += bytes.length > 0 ? 1 : 0
  assert.equal(count, 200)
  assert.ok(process.memoryUsage().rss - before < 150_000_000, 'two hundred megabytes passed through')
})

test('a path that is not there is told in one sentence before anything is read', async () => {
  await writeFile(join(home, 'one.eml'), mail('one'))
  await assert.rejects(
    read([join(home, 'one.eml'), join(home, 'gone.eml')]),
    (thrown) => isTrouble(thrown, 'refusal') && /gone\.eml: there is no such file/.test(thrown.message),
  )
  await mkdir(join(home, 'bare'))
  await assert.rejects(read([join(home, 'bare')]), (thrown) => isTrouble(thrown, 'refusal') && /no mail in it/.test(thrown.message))
})
