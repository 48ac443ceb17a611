import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMime } from './parse-mime.ts'

const mail = (...lines: readonly string[]): ReturnType<typeof parseMime> => parseMime(Buffer.from(lines.join('\r\n'), 'latin1'))

test('words in any character set come out as letters, also where one letter is cut in two', () => {
  assert.equal(mail('Subject: =?utf-8?Q?Espa=C3?= =?utf-8?Q?=B1a?=', '', '').subject, 'España')
  assert.equal(mail('Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?= x', '', '').subject, '日本 x')
  assert.equal(mail('Subject: =?nobody-knows?Q?caf=E9?=', '', '').subject, 'café')
  assert.equal(mail('Content-Type: text/plain; charset=windows-1251', '', '\xcf\xf0\xe8\xe2\xe5\xf2').text, 'Привет\n')
  assert.equal(mail('Content-Type: text/plain; charset=gb18030', '', '\xc4\xe3\xba\xc3').text, '你好\n')
  assert.equal(mail('Content-Type: text/plain; charset=cp932', '', '\x93\xfa\x96\x7b').text, '日本\n')
})

test('names, groups and addresses are told apart, and a quoted address stays a name', () => {
  const { from, to } = mail(
    'From: "ceo@riverton.example" <win@prize.example>',
    'To: Board: ana@riverton.example, "B, C" <b@riverton.example>;',
    '',
    '',
  )
  assert.deepEqual(from, { name: 'ceo@riverton.example', address: 'win@prize.example' })
  assert.deepEqual(to, [
    {
      name: 'Board',
      group: [
        { name: '', address: 'ana@riverton.example' },
        { name: 'B, C', address: 'b@riverton.example' },
      ],
    },
  ])
  assert.deepEqual(mail('From: win@prize.example (Prize Desk)', '', '').from, { name: 'Prize Desk', address: 'win@prize.example' })
})

test('a line that begins with a space that is none hides nothing, and the first of two From lines counts', () => {
  const { from } = mail('From: Ana <ana@riverton.example>', '\xc2\xa0From: x <x@other.example>', 'From: y <y@other.example>', '', '')
  assert.deepEqual(from, { name: 'Ana', address: 'ana@riverton.example' })
})

test('a file’s name may come in pieces, and brackets belong to it', () => {
  const name = (...lines: readonly string[]): string | undefined => mail(...lines, '', 'x').attachments[0]?.filename
  assert.equal(name("Content-Disposition: attachment; filename*0*=utf-8''R%C3%A9su; filename*1*=m%C3%A9; filename*2=.pdf"), 'Résumé.pdf')
  assert.equal(name('Content-Disposition: attachment; filename=Invoice(1).pdf'), 'Invoice(1).pdf')
  assert.equal(name('Content-Disposition: attachment; filename="a;b\\"c.pdf"; size=1'), 'a;b"c.pdf')
})

test('encodings that are broken on purpose are read as far as they go', () => {
  const body = (encoding: string, text: string): string => mail(`Content-Transfer-Encoding: ${encoding}`, '', text).text.trim()
  assert.equal(body('quoted-printable', 'a=C3=A9=\r\nb =zz =3'), 'aéb =zz =3')
  assert.equal(body('base64', 'aGVs!!\r\nbG8g*-_d29y\r\nbGQ='), 'hello world')
  assert.equal(body('base64', 'aGVsbG8=\r\nIHlvdQ==\r\n'), 'hello you')
  assert.equal(body('(a comment) "base64"', 'aGk='), 'hi')
})

test('paragraphs that were broken into lines are put together', () => {
  const flowed = (delsp: string): string =>
    mail(`Content-Type: text/plain; format=flowed; delsp=${delsp}`, '', 'one ', 'two', ' >x', '-- ', 'Ana').text
  assert.equal(flowed('no'), 'one two\n>x\n-- \nAna\n')
  assert.equal(flowed('yes'), 'onetwo\n>x\n-- \nAna\n')
})

const multipart = (kind: string, ...lines: readonly string[]): ReturnType<typeof parseMime> =>
  mail(`Content-Type: multipart/${kind}; boundary="mix"`, '', 'before', ...lines)

test('parts without an end, and boundaries that only begin like one, are read', () => {
  const read = multipart(
    'mixed',
    '--mix',
    'Content-Type: text/plain',
    '',
    'one',
    '--mixture',
    '--mix \t',
    'Content-Disposition: attachment',
    '',
    'two',
  )
  assert.equal(read.text, 'one\n--mixture\n')
  assert.equal(Buffer.from(read.attachments[0]?.content ?? []).toString(), 'two')
})

test('of two kinds of one text each is read; a part in one kind only stands in both', () => {
  const read = multipart(
    'mixed',
    '--mix',
    'Content-Type: text/html',
    '',
    '<p>Pay <b>now</b></p>',
    '--mix',
    '',
    'A list’s foot',
    '--mix--',
    'after',
  )
  assert.match(read.html, /<b>now<\/b>[\s\S]*<div>A list/)
  assert.match(read.text, /Pay now[\s\S]*A list/)
})

test('a mail within a mail is read with its head; in a report about mail it is a file', () => {
  const inner = [
    '--mix',
    'Content-Type: message/rfc822',
    '',
    'From: Prize <win@prize.example>',
    'Subject: You won',
    '',
    'Take it.',
    '--mix--',
  ]
  assert.match(multipart('mixed', ...inner).text, /From: Prize <win@prize\.example>\nSubject: You won\n-+\n\nTake it\./)
  const report = multipart('report', '--mix', 'Content-Type: message/delivery-status', '', 'Status: 5.0.0', ...inner)
  assert.deepEqual(
    report.attachments.map((file) => file.mimeType),
    ['message/delivery-status', 'message/rfc822'],
  )
})

test('what nests too deep or heads too long is read up to there, and said', () => {
  const deep = Array.from({ length: 150 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('')
  assert.equal(parseMime(Buffer.from(`Subject: x\r\n${deep}`)).overrun, 'too-deep')
  const long = parseMime(Buffer.from(`Subject: kept\r\nX: ${'a'.repeat(1_100_000)}\r\n\r\nbody`))
  assert.equal(long.overrun, 'header-too-long')
})

const hostile: Readonly<Record<string, string>> = {
  brackets: `From: ${'('.repeat(200_000)}\r\n\r\n`,
  'groups': `To: ${'a:'.repeat(100_000)}\r\n\r\n`,
  'spaces in a name': `From: a${' '.repeat(200_000)}b <c@d.example>\r\n\r\n`,
  'at signs': `From: ${'<@'.repeat(100_000)}\r\n\r\n`,
  'words': `Subject: ${'=?utf-8?Q?'.repeat(40_000)}\r\n\r\n`,
  'parameters': `Content-Type: text/plain${'; a*0*="x'.repeat(40_000)}\r\n\r\n`,
  'returns': `Content-Transfer-Encoding: quoted-printable\r\n\r\n${'\r'.repeat(400_000)}`,
  'escapes': `Content-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(400_000)}`,
  'padding': `Content-Transfer-Encoding: base64\r\n\r\n${'=a'.repeat(100_000)}`,
  'boundaries': `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\n'.repeat(30_000)}`,
  'almost boundaries': `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a b\r\n'.repeat(60_000)}`,
  'folds': `Subject: x\r\n${' y\r\n'.repeat(100_000)}\r\n`,
  'encoded lists': `From: =?utf-8?Q?${'=3C'.repeat(30_000)}?=\r\n\r\n`,
} // biome-ignore format: one a line

for (const [what, bytes] of Object.entries(hostile))
  test(`ten times as many ${what} do not take a hundred times as long`, () => {
    const whole = Buffer.from(bytes)
    const before = process.cpuUsage()
    parseMime(whole)
    const { user } = process.cpuUsage(before)
    assert.ok(user < 1_500_000, `${user / 1000} ms`)
  })
