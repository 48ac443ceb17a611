import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitingWay } from '../../../../test/support/invented-how-told.ts'
import { inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'

function open() {
  const { deps, asked } = inventedProgramme()
  return { visit: visitorOf(createWeb(deps)), asked }
}
const as = 'person' as const
const textOf = async (answer: Response | Promise<Response>) => (await answer).text()

test('the page shows the ways in their order, and what each needs', async () => {
  const page = await textOf(open().visit('GET', '/how-told', { as }))
  const shown = ['Firefox, Windows', '••• 142', 'dana@hartley.example', 'dana.r.cole@mail.example', '••• 143'].map((one) =>
    page.indexOf(one),
  )
  assert.deepEqual(
    shown,
    shown.toSorted((a, b) => a - b),
  )
  assert.ok(shown.every((at) => at > 0))
  assert.match(page, new RegExp(`href="/how-told/${waitingWay}"[^>]*>Enter the digits`))
  assert.match(page, /Nothing arrives there any more/)
  assert.match(page, /Quiet from 22:00 to 07:00, Europe\/Madrid/)
})

test('the first way cannot go up nor the last down, mailboxes move together, and each button says what it moves', async () => {
  const page = await textOf(open().visit('GET', '/how-told', { as }))
  const named = [...page.matchAll(/aria-label="Move (up|down): ([^"]+)"/g)].map(([, to, what]) => `${to} ${what}`)
  assert.deepEqual(named, [
    'down This or another browser',
    ...['up Text message', 'down Text message'],
    ...['up Mail', 'down Mail'],
    'up Call',
  ])
})

test('a way is moved by a button alone, and only one that the person has', async () => {
  const { visit, asked } = open()
  await visit('POST', '/how-told/order', { as, form: { channel: 'mail', to: 'up' } })
  await visit('POST', '/how-told/order', { as, form: { channel: 'pigeon', to: 'up' } })
  assert.equal(asked.filter((one) => JSON.stringify(one).includes('"move"')).length, 1)
})

test('a number that is none is shown again beside its problem, and a good one leads to the digits', async () => {
  const { visit } = open()
  const wrong = await visit('POST', '/how-told/phone', { as, form: { number: '555 0142', channel: 'voice' } })
  assert.equal(wrong.status, 422)
  const page = await wrong.text()
  assert.match(page, /That is no phone number we know of/)
  assert.match(page, /name="number"[^>]*value="555 0142"/)
  assert.match(page, /value="voice" selected/)
  const right = await visit('POST', '/how-told/phone', { as, form: { number: '+15555550142', channel: 'sms' } })
  assert.equal(right.headers.get('location'), `/how-told/${waitingWay}`)
})

test('wrong digits are said, right ones lead back to the list', async () => {
  const { visit } = open()
  const wrong = await visit('POST', `/how-told/${waitingWay}`, { as, form: { code: '000000' } })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /These six digits are not right/)
  const right = await visit('POST', `/how-told/${waitingWay}`, { as, form: { code: '123456' } })
  assert.equal(right.headers.get('location'), '/how-told?done=way-added')
})

test('without a script the page says that a browser needs one, and a phone works', async () => {
  const page = await textOf(open().visit('GET', '/how-told', { as }))
  assert.match(page, /<noscript><p class="hint">This needs JavaScript\. A phone works without it/)
  assert.match(page, /<form[^>]*action="\/how-told\/browser"[^>]*hidden>/)
})

test('a browser is added under the name by which its owner knows it', async () => {
  const { visit, asked } = open()
  const headers = { 'user-agent': 'Firefox' }
  const answer = await visit('POST', '/how-told/browser', { as, form: { subscription: '{"endpoint":"x"}' }, headers })
  assert.equal(answer.headers.get('location'), '/how-told?done=way-added')
  assert.ok(JSON.stringify(asked).includes('Firefox'))
  assert.equal((await visit('POST', '/how-told/browser', { as, form: {} })).status, 422)
})

test('a browser that got another address is believed when it knows the old one', async () => {
  const { visit } = open()
  const renew = async (old: string) =>
    (await visit('POST', '/how-told/browser/renew', { as, form: { old, subscription: '{"endpoint":"x"}' } })).status
  assert.deepEqual([await renew('https://push.example/old'), await renew('https://push.example/guessed')], [204, 303])
})

test('quiet hours that are none are shown again as they were typed', async () => {
  const { visit } = open()
  const wrong = await visit('POST', '/how-told/quiet', { as, form: { from: 'ten', until: '07:00', zone: 'Europe/Paris' } })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="Europe\/Paris" selected/)
})

test('where nothing can be sent yet, the page asks for nothing that would not work', async () => {
  const { deps } = inventedProgramme()
  const howTold = { ...deps.howTold, mine: async () => ({ ways: [], offered: [], zone: 'UTC', quiet: undefined }) }
  const page = await textOf(visitorOf(createWeb({ ...deps, howTold }))('GET', '/how-told', { as }))
  assert.doesNotMatch(page, /how-told\/(phone|browser)/)
  assert.match(page, /Your notices wait on your page only/)
  assert.match(page, /You are told at any hour/)
})

test('the service worker is one plain script of ours, asked for anew each time, and goes nowhere but home', async () => {
  const answer = await open().visit('GET', '/sw.js')
  assert.match(answer.headers.get('content-type') ?? '', /^text\/javascript/)
  assert.equal(answer.headers.get('cache-control'), 'no-cache')
  const script = await answer.text()
  assert.doesNotMatch(script, /\b(import|export|declare|readonly)\s|: string|https?:/)
  assert.match(script, /openWindow\(home\)/)
  assert.doesNotThrow(() => new Function(script.replaceAll('self.', 'globalThis.self?.')))
})
