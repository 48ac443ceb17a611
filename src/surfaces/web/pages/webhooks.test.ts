import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples, inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'

const { deps, asked } = inventedProgramme()
const visit = visitorOf(createWeb(deps))
const stopped = '01990000-0000-7000-8000-0000000000e6'

test('the secret is on the page that made it and on no other', async () => {
  asked.length = 0
  const form = { url: 'https://hooks.hartley.example/in', 'event-person-joined': 'yes', 'event-consent-changed': 'yes' }
  const made = await visit('POST', `/organisation/webhooks?of=${examples.organisation}`, { as: 'administrator', form })
  assert.equal(made.headers.get('cache-control'), 'no-store')
  assert.match(await made.text(), /whsec_A{43}=/)
  assert.deepEqual(asked[0]?.with, [
    { kind: 'administrator', personId: 'p-sam', organisationId: examples.organisation },
    { url: 'https://hooks.hartley.example/in', events: ['person.joined', 'consent.changed'] },
  ])
  for (const path of ['/organisation/webhooks', `/organisation/webhooks/${examples.hook}`])
    assert.doesNotMatch(await (await visit('GET', path, { as: 'administrator' })).text(), /whsec_/)
})

test('what is not right is told at its field, and what was typed and ticked is still there', async () => {
  const wrong = await visit('POST', '/webhooks', { as: 'operator', form: { url: 'hooks', 'event-person-left': 'yes' } })
  assert.equal(wrong.status, 422)
  const page = await wrong.text()
  assert.match(page, /begins with https/)
  assert.match(page, /value="hooks"/)
  assert.match(page, /id="event-person-left"[^>]* checked/)
  assert.doesNotMatch(page, /id="event-person-joined"[^>]* checked/)
  const none = await (await visit('POST', '/webhooks', { as: 'operator', form: { url: 'https://hooks.example/' } })).text()
  assert.match(none, /id="events-problem">Tick at least one/)
})

test('each is offered what they may be told of', async () => {
  const own = await (await visit('GET', '/organisation/webhooks/new', { as: 'administrator' })).text()
  const all = await (await visit('GET', '/webhooks/new', { as: 'operator' })).text()
  assert.ok(own.includes('event-consent-changed') && !own.includes('event-application-decided'))
  assert.ok(!all.includes('event-consent-changed') && all.includes('event-application-decided'))
})

test('a stopped address offers to start again and nothing that it would refuse', async () => {
  const page = await (await visit('GET', `/webhooks/${stopped}`, { as: 'operator' })).text()
  assert.match(page, /Start again/)
  assert.doesNotMatch(page, /Send a test|Send again/)
  const refused = await visit('POST', `/webhooks/${stopped}/test`, { as: 'operator' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Start it again first/)
})

test('the list goes on to older ones, and says how each was answered', async () => {
  const page = await (await visit('GET', `/webhooks/${examples.hook}`, { as: 'operator' })).text()
  assert.match(page, new RegExp(`/webhooks/${examples.hook}\\?older=${examples.delivery}`))
  assert.match(page, /tries: 10, the last answer: timed out/)
  assert.equal((await visit('GET', `/webhooks/${examples.hook}?older=nonsense'--`, { as: 'operator' })).status, 200)
})
