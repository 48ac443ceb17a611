import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { type Inspection, inspect, nobody } from '#mail'
import { fixtureMail, fixtureNames, riverton } from '../../../test/support/mail-fixtures.ts'

const trustedAuthserv = ['mx.riverton.example']
const tracesOf = async (mail: string | Uint8Array): Promise<Inspection['traces']> =>
  (await inspect(typeof mail === 'string' ? Buffer.from(mail) : mail, { trustedAuthserv, circle: nobody })).traces
const valuesOf = (traces: Inspection['traces'], kind: string): readonly string[] =>
  traces.filter((trace) => trace.kind === kind).map(({ value }) => value)

type Written = {
  readonly from?: string
  readonly subject?: string
  readonly text?: string
  readonly checked?: 'pass' | 'fail'
  readonly answers?: boolean
}
const mailOf = ({
  from = 'Mail Desk <desk@quota-notes.example>',
  subject = 'Your mailbox is full',
  text,
  checked,
  answers,
}: Written): string =>
  `${checked === undefined ? '' : `Authentication-Results: mx.riverton.example; dmarc=${checked}\n`}${answers ? 'In-Reply-To: <1@riverton.example>\n' : ''}From: ${from}
To: Ana Ruiz <ana.ruiz@riverton.example>
Reply-To: answers@elsewhere.example
Subject: ${subject}

${text ?? 'Your mailbox is full: https://www.google.com/url?q=https://www.quota-login.example/up/8fj2'}
`

const share = async (one: Written, other: Written): Promise<boolean> => {
  const [left, right] = await Promise.all([tracesOf(mailOf(one)), tracesOf(mailOf(other))])
  return valuesOf(left, 'campaign').some((pair) => valuesOf(right, 'campaign').includes(pair))
}

test('a mail can be searched by its sender, the innermost hosts of its links, its subject, its files and where answers go', async () => {
  const traces = await tracesOf(mailOf({ subject: 'Re: [4711] Ana, your mailbox is full' }))
  assert.deepEqual(valuesOf(traces, 'sender'), ['desk@quota-notes.example'])
  assert.deepEqual(valuesOf(traces, 'sender-domain'), ['quota-notes.example'])
  assert.deepEqual(valuesOf(traces, 'link-host'), ['www.quota-login.example', 'quota-login.example'])
  assert.deepEqual(valuesOf(traces, 'subject'), ['your mailbox is full'])
  assert.deepEqual(valuesOf(traces, 'reply-to'), ['answers@elsewhere.example'])
})

test("a file's hash is that of its decoded bytes", async () => {
  const file = Buffer.from('not a program at all')
  const traces = await tracesOf(
    `From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhi\n--b\nContent-Type: application/octet-stream; name=x.bin\nContent-Disposition: attachment; filename=x.bin\nContent-Transfer-Encoding: base64\n\n${file.toString('base64')}\n--b--\n`,
  )
  assert.deepEqual(valuesOf(traces, 'attachment'), [createHash('sha256').update(file).digest('hex')])
})

test('two of three parts make a campaign, one does not', async () => {
  assert.ok(await share({}, { subject: 'Last warning today' }))
  assert.ok(await share({}, { from: 'Other <x@other-notes.example>' }))
  assert.ok(await share({}, { text: 'Come to https://another-login.example/now' }))
  assert.ok(!(await share({}, { from: 'Other <x@other-notes.example>', subject: 'Last warning today' })))
})

test('a forged newsletter does not make a campaign of the real one', async () => {
  const text = 'See https://evil-login.example/now'
  const real = {
    from: 'Weekly <news@weekly.example>',
    subject: 'The week in Riverton',
    text: 'Read on at https://weekly.example/17',
  } as const
  assert.ok(!(await share({ ...real, checked: 'pass' }, { ...real, text, checked: 'fail' })))
})

test('honest mails of one thread, or with a link to a house that everybody uses, are no campaign of a hostile one', async () => {
  const link = 'Join at https://us02web.zoom.us/j/99 please'
  assert.ok(
    !(await share({ subject: 'Meeting on Monday', text: link }, { from: 'B <b@c.example>', subject: 'Meeting on Monday', text: link })),
  )
  assert.ok(
    !(await share({ subject: 'Re: Budget for May', answers: true }, { subject: 'Re: Budget for May', text: 'Thanks.', answers: true })),
  )
})

test('no honest fixture is of the campaign of a hostile one', async () => {
  const pairsOf = async (group: 'hostile' | 'honest'): Promise<ReadonlyMap<string, string>> => {
    const all = await Promise.all(
      fixtureNames(group).map(async (name) => {
        const { traces } = await inspect(fixtureMail(name), { trustedAuthserv, circle: riverton })
        return valuesOf(traces, 'campaign').map((pair) => [pair, name] as const)
      }),
    )
    return new Map(all.flat())
  }
  const [hostile, honest] = [await pairsOf('hostile'), await pairsOf('honest')]
  assert.ok(hostile.size > 50 && honest.size > 50)
  assert.deepEqual(
    [...honest].filter(([pair]) => hostile.has(pair)),
    [],
  )
})
