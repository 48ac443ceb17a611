import assert from 'node:assert/strict'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type DkimKey, senderRecords } from '#notify'
import { type NameServer, startNameServer, startSilentServer } from '../../../test/support/name-server.ts'
import { openLookUpTxt } from './look-up-txt.ts'

const zone = 'protect.example'
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')
const key: DkimKey = {
  algorithm: 'rsa',
  selector: 'bellwether-202611',
  privateKey,
  record: (domain) => ({ name: `bellwether-202611._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${publicKey}` }),
}
const from = {
  fromAddress: `notices@${zone}`,
  intakeDomain: '',
  relay: { host: 'relay.protect.example', port: 587, tls: 'starttls', user: '', password: '' },
} as const

let names: NameServer
before(async () => {
  names = await startNameServer({ [zone]: [] })
})
after(() => names.remove())

const seen = async (records: readonly string[]) => {
  await names.rewrite(zone, records)
  const found = await senderRecords(from, [key], openLookUpTxt({ dns: 'system', servers: [names.server] }))
  return Object.fromEntries(found.map(({ kind, state, fault }) => [kind, fault === undefined ? state : `${state}: ${fault}`]))
}

/** As a zone file holds a long value: in strings of at most 255 characters. */
const quoted = (value: string): string => (value.match(/.{1,200}/g) ?? []).map((part) => `"${part}"`).join(' ')
const txt = (name: string, value: string): string => `${name} TXT ${quoted(value)}`
const dkimAt = 'bellwether-202611._domainkey'
const good = [
  txt(dkimAt, key.record(zone).value),
  txt('@', 'v=spf1 a:relay.protect.example -all'),
  txt('@', 'some-other-proof=1'),
  txt('_dmarc', 'v=DMARC1; p=reject; rua=mailto:reports@protect.example'),
]

test('records that are published are found, and say nothing is left to do', async () => {
  assert.deepEqual(await seen(good), { 'dkim-rsa': 'found', spf: 'found', dmarc: 'found' })
})

test('what is to be published is found once it is, as it stands on the page', async () => {
  const wanted = await senderRecords(from, [key], openLookUpTxt({ dns: 'system', servers: [names.server] }))
  const inZone = (name: string) => (name === zone ? '@' : name.slice(0, -zone.length - 1))
  assert.deepEqual(await seen(wanted.map(({ name, value }) => txt(inZone(name), value))), {
    'dkim-rsa': 'found',
    spf: 'found',
    dmarc: 'found',
  })
})

test('records that nobody published are missing', async () => {
  assert.deepEqual(await seen(['@ TXT "some-other-proof=1"']), { 'dkim-rsa': 'missing', spf: 'missing', dmarc: 'missing' })
})

test('records that would not do are told apart from those that would, each with its fault', async () => {
  assert.deepEqual(
    await seen([txt(dkimAt, 'v=DKIM1; k=rsa; p=AAAA'), txt('@', 'v=spf1 a:relay.protect.example ?all'), txt('_dmarc', 'v=DMARC1; p=none')]),
    { 'dkim-rsa': 'differs: other-key', spf: 'differs: open-end', dmarc: 'differs: not-reject' },
  )
  assert.deepEqual(
    await seen([
      txt(dkimAt, 'v=DKIM1; k=rsa; p='),
      txt('@', 'v=spf1 -all'),
      txt('@', 'v=spf1 mx ~all'),
      txt('_dmarc', 'v=DMARC1; p=reject; pct=10'),
    ]),
    { 'dkim-rsa': 'differs: other-key', spf: 'differs: several', dmarc: 'differs: not-reject' },
  )
  assert.deepEqual(await seen([txt('@', 'v=spf1 +all')]), { 'dkim-rsa': 'missing', spf: 'differs: open-end', dmarc: 'missing' })
})

test('a server that gives no answer, or may not be asked, leaves it unknown and not missing', async () => {
  const silent = await startSilentServer()
  for (const lookUp of [openLookUpTxt({ dns: 'off' }), openLookUpTxt({ dns: 'system', servers: [silent.server] })])
    for (const { state } of await senderRecords(from, [key], lookUp)) assert.equal(state, 'unknown')
  await silent.remove()
})

test('where bounces are received is whose SPF is looked at', async () => {
  const records = await senderRecords({ ...from, intakeDomain: 'reports.protect.example' }, [key], async () => [])
  assert.equal(records.find(({ kind }) => kind === 'spf')?.name, 'reports.protect.example')
})
