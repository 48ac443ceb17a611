import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outside, Page, Question } from './ports.ts'
import { proveProduct } from './product-proof.ts'

type World = { readonly names?: Readonly<Record<string, readonly string[]>>; readonly page?: Page; readonly down?: boolean }

const world = ({ names = {}, page = { kind: 'answered', status: 400, type: '', body: '{}' }, down = false }: World): Outside => ({
  askNames: async ({ type, name }: Question) => [
    down ? { from: 'a', values: [], failed: 'timed out' } : { from: 'a', values: names[`${type} ${name}`] ?? [] },
  ],
  readPage: async () => page,
})
const issuer = (text: string): Page => ({ kind: 'answered', status: 200, type: 'application/json', body: JSON.stringify({ issuer: text }) })
const id = '72f988bf-86f1-41af-91ab-2d7cd011db47'

test('a tenant that answers proves Office 365', async () => {
  const proof = await proveProduct(
    world({ page: issuer(`https://login.microsoftonline.com/${id}/v2.0`) }),
    'riverton.example',
    'office-365',
  )
  assert.equal(proof.state, 'proven')
  assert.match(proof.evidence[0]?.answered ?? '', new RegExp(id))
})

test('an answer that is no tenant proves nothing, whatever it says', async () => {
  for (const text of ['https://login.microsoftonline.com/common/v2.0', `https://evil.example/${id}/`, 'x'])
    assert.equal((await proveProduct(world({ page: issuer(text) }), 'riverton.example', 'office-365')).state, 'absent')
  const noJson: Page = { kind: 'answered', status: 200, type: '', body: '<html>' }
  assert.equal((await proveProduct(world({ page: noJson }), 'riverton.example', 'office-365')).state, 'absent')
})

test('without the tenant’s answer the MX and one more sign are enough, the MX alone is not', async () => {
  const mx = { 'MX riverton.example': ['riverton-example.mail.protection.outlook.com'] }
  const spf = { 'TXT riverton.example': ['v=spf1 include:spf.protection.outlook.com -all', 'secret=1'] }
  const both = await proveProduct(world({ names: { ...mx, ...spf } }), 'riverton.example', 'office-365')
  assert.equal(both.state, 'proven')
  assert.ok(!JSON.stringify(both.evidence).includes('secret=1'))
  assert.equal((await proveProduct(world({ names: mx }), 'riverton.example', 'office-365')).state, 'absent')
  assert.equal((await proveProduct(world({ names: spf }), 'riverton.example', 'office-365')).state, 'absent')
})

test('Google Workspace is known by its MX and one more sign', async () => {
  const names = {
    'MX riverton.example': ['aspmx.l.google.com', 'alt1.aspmx.l.google.com'],
    'TXT riverton.example': ['v=spf1 include:_spf.google.com ~all'],
  }
  assert.equal((await proveProduct(world({ names }), 'riverton.example', 'google-workspace')).state, 'proven')
  assert.equal(
    (
      await proveProduct(
        world({ names: { 'MX riverton.example': ['evilaspmx.l.google.com.evil.example'] } }),
        'riverton.example',
        'google-workspace',
      )
    ).state,
    'absent',
  )
})

test('when nobody answers, nothing is said of the product', async () => {
  const proof = await proveProduct(world({ down: true, page: { kind: 'failed', why: 'timed out' } }), 'riverton.example', 'office-365')
  assert.equal(proof.state, 'failed')
})

test('a resolver that lies while the others are silent decides nothing', async () => {
  const asking = (values: readonly (readonly string[] | 'silent')[]): Outside => ({
    askNames: async ({ type }) =>
      values.map((one, at) =>
        one === 'silent'
          ? { from: `${at}`, values: [], failed: 'timed out' }
          : { from: `${at}`, values: type === 'MX' ? one : one.length > 0 ? spf : [] },
      ),
    readPage: async () => ({ kind: 'answered', status: 400, type: '', body: '{}' }),
  })
  const [mx, spf] = [['x.mail.protection.outlook.com'], ['v=spf1 include:spf.protection.outlook.com -all']]
  const state = async (...values: readonly (readonly string[] | 'silent')[]) =>
    (await proveProduct(asking(values), 'riverton.example', 'office-365')).state
  assert.equal(await state(mx, 'silent', 'silent'), 'failed')
  assert.equal(await state(mx, [], []), 'absent')
  assert.equal(await state(mx, mx, 'silent'), 'proven')
  assert.equal(await state(mx), 'proven')
})
