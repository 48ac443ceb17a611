import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples, inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'

const { deps, asked } = inventedProgramme()
const visit = visitorOf(createWeb(deps))
const secret = `bwt_${'x'.repeat(43)}`

test('what a token is for is asked first, and nothing that was typed is lost', async () => {
  const empty = await visit('GET', '/organisation/tokens/end', { as: 'administrator' })
  assert.equal(empty.status, 422)
  const page = await empty.text()
  assert.match(page, /Name the program that will use it/)
  assert.match(page, /Tick at least one thing/)
  const named = await (await visit('GET', '/organisation/tokens/end?name=Badges', { as: 'administrator' })).text()
  assert.match(named, /value="Badges"/)
  assert.doesNotMatch(named, /Name the program that will use it, in/)
  const ticked = await (await visit('GET', '/organisation/tokens/end?may-people-read=yes', { as: 'administrator' })).text()
  assert.match(ticked, /id="may-people-read"[^>]* checked/)
})

test('the token is on the page that made it and on no other', async () => {
  const second = await (await visit('GET', '/organisation/tokens/end?name=Badges&may-people-read=yes', { as: 'administrator' })).text()
  assert.match(second, /How long may it work/)
  asked.length = 0
  const form = { name: 'Badges', 'may-people-read': 'yes', days: '30' }
  const made = await visit('POST', `/organisation/tokens?of=${examples.organisation}`, { as: 'administrator', form })
  assert.equal(made.headers.get('cache-control'), 'no-store')
  assert.match(await made.text(), new RegExp(secret))
  assert.deepEqual(asked, [
    {
      name: 'makeToken',
      with: [
        { kind: 'administrator', personId: 'p-sam', organisationId: examples.organisation },
        { name: 'Badges', scopes: ['people:read'], days: 30 },
      ],
    },
  ])
  const list = await (await visit('GET', '/organisation/tokens', { as: 'administrator' })).text()
  assert.ok(!list.includes('bwt_'))
  assert.match(list, /Volunteer list/)
})

test('a length that is not offered becomes the usual one', async () => {
  asked.length = 0
  await visit('POST', '/tokens', { as: 'operator', form: { name: 'T', 'may-applications-read': 'yes', days: '9999' } })
  assert.deepEqual(asked[0]?.with[1], { name: 'T', scopes: ['applications:read'], days: 90 })
})

test('an organisation is not offered what is the programme’s', async () => {
  const own = await (await visit('GET', '/organisation/tokens/new', { as: 'administrator' })).text()
  const all = await (await visit('GET', '/tokens/new', { as: 'operator' })).text()
  assert.doesNotMatch(own, /may-applications-read/)
  assert.match(all, /may-applications-read/)
})

test('one that works is revoked after a question; one that does not is not there', async () => {
  assert.match(
    await (await visit('GET', `/tokens/${examples.token}/revoke`, { as: 'operator' })).text(),
    /Revoke the token of Volunteer list\?/,
  )
  const done = await visit('POST', `/tokens/${examples.token}/revoke`, { as: 'operator' })
  assert.equal(done.headers.get('location'), '/tokens?done=token-revoked')
  assert.equal((await visit('GET', '/tokens/01990000-0000-7000-8000-0000000000e3/revoke', { as: 'operator' })).status, 404)
})
