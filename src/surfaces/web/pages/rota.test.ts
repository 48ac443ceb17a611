import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples, inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'

const { deps } = inventedProgramme()
const visit = visitorOf(createWeb(deps))
const { rota } = examples

test('the rota says in words who is on call, who is next, and where nobody is', async () => {
  const page = await (await visit('GET', '/desk/rota', { as: 'analyst' })).text()
  assert.match(page, /<dt>Now<\/dt><dd><b>Nobody<\/b> until Mon 23 Nov, 08:00/)
  assert.match(page, /<dt>Next<\/dt><dd><b>Ana Lyst<\/b> from Mon 23 Nov, 08:00/)
  assert.match(page, /There are 7 gaps, 263 h together, in the next two weeks: nobody would be paged\./)
  assert.match(page, /There is a gap of 336 h/)
  assert.match(page, /Times are those of America\/New_York\./)
  assert.match(page, /<th scope="row">Olu Perator <small>takes over<\/small><\/th>/)
  assert.match(page, /<li>Rota: Desk, then 10 min<\/li>/)
})

test('what is refused of a form stands at its field, with what was typed', async () => {
  const form = { personId: 'p-ana', from: '', until: '2026-11-24 09:00', zone: 'Europe/Berlin' }
  const answer = await visit('POST', `/desk/rota/${rota}/take-overs`, { as: 'analyst', form })
  const page = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(page, /id="from-problem">The end has to be after the beginning\./)
  assert.match(page, /value="2026-11-24 09:00"/)
  const layer = await visit('POST', `/desk/rota/${rota}/layers`, {
    as: 'analyst',
    form: { name: '', 'person-2': 'p-olu', hours: 'Mon 09:00-17:00' },
  })
  const shown = await layer.text()
  assert.match(shown, /Choose at least one person who takes turns\./)
  assert.match(shown, /Mon 09:00-17:00<\/textarea>/)
  assert.match(shown, /<option value="p-olu" selected>/)
})

test('a layer is sent as it was typed, its turns in their order without the empty ones', async () => {
  const { deps: own, asked } = inventedProgramme()
  const form = { ...{ name: 'Days', 'person-1': 'p-olu', 'person-2': '', 'person-3': 'p-ana' }, every: '2', unit: 'weeks' }
  const answer = await visitorOf(createWeb(own))('POST', `/desk/rota/${rota}/layers`, { as: 'analyst', form })
  assert.equal(answer.headers.get('location'), `/desk/rota/${rota}?done=layer-kept`)
  assert.match(JSON.stringify(asked), /"people":\["p-olu","p-ana"\]/)
})
