import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples, inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'

const page = `/organisations/${examples.organisation}/circle`

test('what is kept stands in the fields, a name a line', async () => {
  const { deps } = inventedProgramme()
  const text = await (await visitorOf(createWeb(deps))('GET', page, { as: 'operator' })).text()
  assert.match(text, /Print House: printhouse\.example, print-orders\.example/)
  assert.match(text, /Elena Hartley \(candidate\): elena@hartley\.example/)
})

test('lines become names, domains and addresses', async () => {
  const { deps, asked } = inventedProgramme()
  const form = {
    country: 'US',
    leaders: 'Elena Hartley (candidate): elena@hartley.example\n\nSam Keller',
    vendors: 'Print House: printhouse.example; print-orders.example\r\n  ',
    brands: 'ActBlue',
  }
  const answer = await visitorOf(createWeb(deps))('POST', page, { as: 'operator', form })
  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('location') ?? '', /done=circle-kept/)
  const kept = asked.filter((one) => JSON.stringify(one).includes('keepCircle'))
  assert.ok(JSON.stringify(kept).includes('"domains":["printhouse.example","print-orders.example"]'), JSON.stringify(kept))
  assert.ok(JSON.stringify(kept).includes('"name":"Sam Keller","addresses":[]'), JSON.stringify(kept))
})

test('a wrong domain is told at its field and everything typed is kept', async () => {
  const { deps } = inventedProgramme()
  const form = { country: '', leaders: 'Sam Keller', vendors: 'Print House: printhouse', brands: '' }
  const answer = await visitorOf(createWeb(deps))('POST', page, { as: 'operator', form })
  const text = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(text, /href="#vendors"/)
  assert.match(text, /Sam Keller/)
})

test('a file is carried in by pasting it, and a bad one is told', async () => {
  const { deps } = inventedProgramme()
  const visit = visitorOf(createWeb(deps))
  assert.equal((await visit('POST', `${page}/import`, { as: 'operator', form: { file: '{"name":"X","domains":[]}' } })).status, 303)
  const bad = await visit('POST', `${page}/import`, { as: 'operator', form: { file: 'hello' } })
  assert.equal(bad.status, 422)
  assert.match(await bad.text(), /org\.json cannot be read/)
})

test('the file is saved as org.json', async () => {
  const { deps } = inventedProgramme()
  const answer = await visitorOf(createWeb(deps))('GET', `${page}/org.json`, { as: 'operator' })
  assert.match(answer.headers.get('content-disposition') ?? '', /filename="org\.json"/)
  assert.equal(JSON.parse(await answer.text()).name, 'Hartley for Ohio')
})

test('lists as long as they may be are taken whole', async () => {
  const { deps, asked } = inventedProgramme()
  const vendors = Array.from(
    { length: 500 },
    (_, at) => `Print and Paper House number ${at}: print-and-paper-house-${at}.example, paper-${at}.example`,
  )
  const form = { country: '', leaders: '', vendors: vendors.join('\n'), brands: vendors.join('\n') }
  assert.ok(form.vendors.length + form.brands.length > 64 * 1024)
  const answer = await visitorOf(createWeb(deps))('POST', page, { as: 'operator', form })
  assert.equal(answer.status, 303)
  assert.ok(JSON.stringify(asked).includes('paper-499.example'))
})
