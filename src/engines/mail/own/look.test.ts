import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { nobody } from '../context.ts'
import { type Inspection, inspect } from '../inspect.ts'
import { adviseIn, sayIn } from '../say.ts'
import { exampleRule } from './example-rule.ts'
import { markOf } from './indicators/mark.ts'
import { entryOf } from './lists/read-list.ts'
import type { Indicator, ListEntry, OwnSet } from './own-set.ts'

const entry = (list: string, value: string, more: { readonly kind?: string; readonly reason?: string } = {}): ListEntry => {
  const read = entryOf({ list, kind: more.kind ?? '', value, reason: more.reason ?? '', expires: '' })
  if ('says' in read) throw new Error(read.says)
  return { list, kind: read.kind, value: read.folded, reason: read.reason }
}
const indicator = (kind: Indicator['kind'], value: string, more: Partial<Indicator> = {}): Indicator => {
  const mark = markOf(kind, value)
  if (mark === undefined) throw new Error(value)
  return { ...mark, also: [], confidence: 100, source: 'National CERT', ...more }
}

type Letter = { readonly from?: string; readonly pass?: boolean; readonly subject?: string; readonly body?: string; readonly head?: string }
const letter = ({
  from = 'Lee <lee@friend.example>',
  pass = false,
  subject = 'Lunch',
  body = 'See you at noon.',
  head = '',
}: Letter): Buffer =>
  Buffer.from(
    `${pass ? `Authentication-Results: mx.riverton.example; dmarc=pass header.from=${/@([\w.-]+)/.exec(from)?.[1]}\r\n` : ''}From: ${from}\r\nTo: ana@riverton.example\r\nSubject: ${subject}\r\n${head}\r\n${body}\r\n`,
  )

const look = (mail: Letter, own: Partial<OwnSet>, more: { readonly ip?: string } = {}): Promise<Inspection> =>
  inspect(letter(mail), {
    trustedAuthserv: ['mx.riverton.example'],
    circle: nobody,
    own: { rules: [], lists: [], indicators: [], ...own },
    ...(more.ip !== undefined && { receivedFrom: { ip: more.ip } }),
  })
const own = ({ findings }: Inspection) => findings.find(({ id }) => id.startsWith('own.'))

const lure = {
  subject: 'Verify your mailbox',
  body: 'Your mailbox is full. Verify your password within 24 hours at https://free-pages.web.app/login or your account will be closed.',
}

test('a rule of the operator speaks in their words, in each language they wrote', async () => {
  const inspection = await look(
    { from: 'Billing <billing@fast-ballots.example>', body: 'The invoice for ballot printing is overdue.' },
    { rules: [exampleRule] },
  )
  const finding = own(inspection)
  assert.ok(finding)
  assert.equal(inspection.verdict, 'dangerous')
  assert.equal(finding.says, 'This mail asks for money for ballot printing, and fast-ballots.example is not a printer we work with.')
  assert.match(sayIn('es', finding), /^Este correo pide dinero .* fast-ballots\.example no es una imprenta/)
  assert.match(adviseIn('en', finding), /^Pay nothing\./)
  assert.ok(
    finding.evidence.some(({ quote, mark }) => quote.includes('invoice for ballot printing') && mark === 'invoice'),
    JSON.stringify(finding.evidence),
  )
  assert.deepEqual(
    inspection.weights.find(({ id }) => id === finding.id),
    { id: 'own.ballot-printer-invoice', kind: 'operator', points: 80 },
  )
})

test('the counterfactual: without what the rule asks for it says nothing', async () => {
  assert.equal(
    own(
      await look(
        { from: 'Billing <billing@fast-ballots.example>', body: 'The invoice for the flowers is overdue.' },
        { rules: [exampleRule] },
      ),
    ),
    undefined,
  )
  const partner = { rules: [exampleRule], lists: [entry('printers', 'fast-ballots.example')] }
  assert.equal(
    own(await look({ from: 'Billing <billing@fast-ballots.example>', body: 'The invoice for ballot printing is overdue.' }, partner)),
    undefined,
  )
})

const blockedBy: readonly (readonly [string, Letter, ListEntry, string?])[] = [
  ['an address', {}, entry('block', 'lee@friend.example')],
  ['a domain', {}, entry('block', 'friend.example')],
  ['a domain, from a host below it', { from: 'Lee <lee@mail.friend.example>' }, entry('block', 'friend.example')],
  ['the address answers go to', { head: 'Reply-To: x@other.example\r\n' }, entry('block', 'other.example')],
  ['a host behind a link', { body: 'See https://a.evil.example/x' }, entry('block', 'a.evil.example')],
  ['a host behind a link that was wrapped', { body: 'See https://www.google.com/url?q=https%3A%2F%2Fevil.example%2Fx' }, entry('block', 'evil.example')],
  ['the beginning of a web address', { body: 'See https://forms.example/d/1/view?x=2' }, entry('block', 'https://forms.example/d/1')],
  ['words of the subject', { subject: 'Re: Your Ballot, Refund!' }, entry('block', 'ballot refund', { kind: 'subject' })],
  ['the server that delivered it', {}, entry('block', '203.0.113.0/24'), '203.0.113.9'],
] // biome-ignore format: a table

for (const [name, mail, listed, ip] of blockedBy) {
  test(`blocked by ${name}`, async () => {
    const inspection = await look(mail, { lists: [listed] }, ip === undefined ? {} : { ip })
    assert.equal(inspection.verdict, 'dangerous')
    assert.equal(own(inspection)?.id, 'own.blocked')
    assert.match(own(inspection)?.says ?? '', /is blocked here: the operator does not trust it\.$/)
    assert.notEqual((await look(mail, { lists: [] })).verdict, 'dangerous', 'and not without the entry')
  })
}

test('neighbours of what is blocked are left alone', async () => {
  const lists = [
    entry('block', 'friend.example.net'),
    entry('block', 'a.evil.example'),
    entry('block', 'https://forms.example/d/1'),
    entry('block', '203.0.113.0/24'),
    entry('block', 'ballot refund', { kind: 'subject' }),
  ]
  const mail = { subject: 'Ballot refunds', body: 'See https://evil.example/x and https://forms.example/d/12' }
  assert.equal(own(await look(mail, { lists }, { ip: '203.0.114.1' })), undefined)
})

test('a file is blocked by its hash', async () => {
  const file = Buffer.from('the ballot')
  const mail = {
    head: 'MIME-Version: 1.0\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n',
    body: file.toString('base64'),
  }
  const hash = createHash('sha256').update(file).digest('hex')
  const inspection = await look(mail, { lists: [entry('block', hash, { reason: 'the county warned of it' })] })
  assert.equal(own(inspection)?.says, 'a.pdf is blocked here: the county warned of it.')
  assert.equal(own(await look(mail, { indicators: [indicator('sha256', hash)] }))?.id, 'own.indicator')
})

test('who is allowed is cleared when the sender is proven, and only then', async () => {
  const lists = [entry('allow', 'friend.example')]
  assert.equal((await look(lure, {})).verdict, 'dangerous')
  assert.notEqual((await look({ ...lure, pass: true }, { lists })).verdict, 'dangerous')
  const spoofed = await look(lure, { lists })
  assert.equal(spoofed.verdict, 'dangerous', 'anybody can write an allowed name')
  assert.ok(!spoofed.weights.some(({ id }) => id === 'own.allowed'))
})

test('being allowed never clears what no known sender excuses, nor what is blocked', async () => {
  const lists = [entry('allow', 'friend.example')]
  const cards = {
    pass: true,
    subject: 'Are you at your desk?',
    body: 'I need you to buy five gift cards of $200 now and send me the codes. Keep it between us.',
  }
  const inspection = await look(cards, { lists })
  assert.ok(inspection.weights.some(({ id }) => id === 'own.allowed'))
  assert.equal(inspection.verdict, 'dangerous')
  assert.equal((await look({ ...cards, body: 'hello' }, { lists: [...lists, entry('block', 'lee@friend.example')] })).verdict, 'dangerous')
})

const known: readonly (readonly [string, Letter, Indicator])[] = [
  ['the sender', {}, indicator('address', 'lee@friend.example')],
  ["the sender's domain", { from: 'Lee <lee@mail.friend.example>' }, indicator('domain', 'friend.example')],
  ["the sender's name, in look-alike letters", { from: 'County Rеgistrar Desk <x@friend.example>' }, indicator('sender-name', 'County Registrar Desk')],
  ['where answers go', { head: 'Reply-To: x@other.example\r\n' }, indicator('domain', 'other.example')],
  ['a link', { body: 'See https://Evil.example/a#top' }, indicator('url', 'hxxps://evil[.]example/a')],
  ['a link inside a wrapper', { body: 'See https://www.google.com/url?q=https%3A%2F%2Fevil.example%2Fa' }, indicator('url', 'https://evil.example/a')],
  ['a link to an address of the net', { body: 'See http://203.0.113.7/a' }, indicator('ip', '203.0.113.0/24')],
] // biome-ignore format: a table

for (const [name, mail, one] of known) {
  test(`an indicator names ${name}`, async () => {
    const inspection = await look(mail, { indicators: [one] })
    assert.equal(own(inspection)?.id, 'own.indicator')
    assert.match(own(inspection)?.says ?? '', /is known from attacks on others \(National CERT\)\.$/)
    assert.equal(inspection.verdict, 'dangerous')
  })
}

test('an indicator of two parts needs both', async () => {
  const two = [indicator('domain', 'paste.example', { also: [{ kind: 'address', value: 'lee@friend.example' }] })]
  assert.equal(own(await look({ body: 'https://paste.example/x' }, { indicators: two }))?.id, 'own.indicator')
  assert.equal(own(await look({ body: 'https://paste.example/x', from: 'a@b.example' }, { indicators: two })), undefined)
})

test('a source that is not sure makes a mail worth care, not dangerous', async () => {
  const indicators = [indicator('domain', 'friend.example', { confidence: 30 })]
  assert.equal((await look({}, { indicators })).verdict, 'careful')
  assert.equal((await look({}, { indicators: [...indicators, indicator('domain', 'friend.example')] })).verdict, 'dangerous')
})

test('what an operator added costs less than 1.5 ms a mail, or than the looking itself where that is slower: 50 rules, 100,000 indicators, 20,000 entries', async () => {
  const rules = Array.from({ length: 50 }, (_, place) =>
    exampleRule
      .replace('own.ballot-printer-invoice', `own.rule-${place}`)
      .replace(/when: \|[\s\S]*?examples:/, `when: ${JSON.stringify(conditions[place % conditions.length])}\nexamples:`),
  )
  const indicators = Array.from({ length: 100_000 }, (_, place) =>
    indicator(place % 2 === 0 ? 'domain' : 'url', `host-${place}.evil.example${place % 2 === 0 ? '' : '/a'}`),
  )
  const lists = Array.from({ length: 20_000 }, (_, place) => entry('block', `list-${place}.example`))
  const links = Array.from({ length: 10 }, (_, place) => `https://news-${place}.harbour.example/story/${place}`).join('\n')
  const mail = letter({
    body: `${'The committee met on Tuesday and agreed on the route of the march, and on who brings water. '.repeat(30)}\n${links}`,
  })
  const bare = { trustedAuthserv: [], circle: nobody }
  const full = { ...bare, own: { rules, lists, indicators } }
  // The processor's time, each in turn: a machine that runs tests has other work, and waiting is no cost of ours.
  const costOf = async (context: typeof bare): Promise<number> => {
    const began = process.cpuUsage()
    for (let turn = 0; turn < 20; turn++) await inspect(mail, context)
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000 / 20
  }
  assert.equal((await inspect(mail, full)).ownTroubles?.length, 0)
  let [without, withOwn] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < 12; round++) {
    without = Math.min(without, await costOf(bare))
    withOwn = Math.min(withOwn, await costOf(full))
  }
  const costMs = withOwn - without
  console.log(`# what is added costs ${(costMs * 1000).toFixed(0)} µs a mail (${(without * 1000).toFixed(0)} µs without)`)
  // Machines differ by three: on a slow one the mail's own inspection is the measure.
  assert.ok(costMs < Math.max(1.5, without), `${costMs.toFixed(2)} ms, ${without.toFixed(2)} ms without`)
})

const conditions = [
  'message.relation == "stranger" && message.text.says_any(["gift card", "voucher"])',
  'message.from.domain in ["evil.example", "bad.example"]',
  'looks_like(message.from.domain, "riverton.example")',
  'message.links.exists(l, l.host.endsWith(".evil.example"))',
  'message.subject.matches("(?i)invoice [0-9]{4}") && message.attachments.size() > 0',
  'message.wants.credentials && !in_list("partners", message.from.domain)',
  'folded(message.from.name) == "ana ruiz" && message.free_mail',
  'message.text.matches("(?i)wire transfer.{0,40}today")',
  'message.reply_to.domain != "" && message.reply_to.domain != message.from.domain && is_free_mail(message.reply_to.domain)',
  'message.attachments.exists(a, a.name.endsWith(".iso") || a.locked)',
]
