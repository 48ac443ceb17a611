import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, readOrg, writeOrg } from '#mail'

const whole = {
  name: 'Riverton Forward',
  domains: ['riverton.example'],
  people: [{ name: 'Jane Okafor', addresses: ['jane.okafor@riverton.example'], role: 'treasurer' }],
  vendors: [{ name: 'Print House', domains: ['printhouse.example'] }],
  brands: ['ActBlue', { name: 'Elena Brandt for Senate', domains: ['brandtforsenate.example'] }],
  leaders: [{ name: 'Elena Brandt', addresses: [] }],
  country: 'US',
  authserv: ['mx.riverton.example'],
}

test('org.json is read, with brands as names or with their domains', () => {
  const { circle, authserv } = readOrg(JSON.stringify(whole))
  assert.deepEqual(circle.organisation, { name: 'Riverton Forward', domains: ['riverton.example'] })
  assert.deepEqual(circle.brands, [
    { name: 'ActBlue', domains: [] },
    { name: 'Elena Brandt for Senate', domains: ['brandtforsenate.example'] },
  ])
  assert.deepEqual(authserv, ['mx.riverton.example'])
})

test('the smallest file is a name and its domains; what we do not know is passed over', () => {
  const { circle } = readOrg('\ufeff{"name":"Riverton Forward","domains":[],"colour":"blue"}')
  assert.deepEqual(circle, { organisation: { name: 'Riverton Forward', domains: [] }, people: [], vendors: [], brands: [] })
})

test('what is written is read again as it was', () => {
  const org = readOrg(JSON.stringify(whole))
  assert.deepEqual(readOrg(writeOrg(org)), org)
})

test('a bad file is told in one sentence that says where', () => {
  const bad: Readonly<Record<string, RegExp>> = {
    'no json': /reading the organisation in lists\/org\.json: it is not JSON$/,
    '[]': /the file: an object with names is needed$/,
    '{"domains":[]}': /name: a text is needed$/,
    '{"name":"X","domains":[],"people":[{"addresses":[]}]}': /people\[0\]\.name: a text is needed$/,
    '{"name":"X","domains":"x.example"}': /domains: a list is needed$/,
    '{"name":"X","domains":[],"brands":[7]}': /brands\[0\]: a name, or \{"name", "domains"\}, is needed$/,
    [`{"name":"X","domains":[],"vendors":[{"name":"${'a'.repeat(400)}"}]}`]: /vendors\[0\]\.name: it is too long$/,
  }
  for (const [json, sentence] of Object.entries(bad))
    assert.throws(() => readOrg(json, 'lists/org.json'), { kind: 'refusal', message: sentence })
})

const mail = (from: string, subject: string, body: string) =>
  Buffer.from(`From: ${from}\nTo: ana.ruiz@riverton.example\nSubject: ${subject}\n\n${body}\n`)

test('a leader without a mailbox here is borrowed too, and a brand known by its name alone keeps its own domain', async () => {
  const { circle } = readOrg(JSON.stringify(whole))
  const context = { trustedAuthserv: [], circle }
  const posed = await inspect(
    mail('"Brandt, Elena" <e.brandt.office@postbox.example>', 'Are you available?', 'I need a quick favour, keep it between us.'),
    context,
  )
  assert.ok(posed.findings.some(({ id }) => id === 'mail.borrowed-name'))
  assert.equal(posed.verdict, 'dangerous')
  const real = await inspect(
    mail('ActBlue <info@actblue.com>', 'Weekly report', 'Sign in to see the report: https://secure.actblue.com/report'),
    context,
  )
  assert.equal(real.verdict, 'fine')
})
