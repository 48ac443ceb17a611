import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsIn } from '../wording/words.ts'
import { exportPage } from './export-page.ts'

const page = (data: Readonly<Record<string, unknown>>): string => exportPage(wordsIn('en'), 'My data', data)

test('lists become tables with the names of the JSON, and what is empty says so', () => {
  const text = page({ sessions: [{ last_seen_at: new Date('2026-11-03T10:00:00Z'), method: 'passkey' }], consents: [] })
  assert.match(text, /<th scope="col">last seen at<\/th><th scope="col">method<\/th>/)
  assert.match(text, /<td>2026-11-03T10:00:00\.000Z<\/td><td>passkey<\/td>/)
  assert.match(text, /<h2>consents<\/h2><p>Nothing\.<\/p>/)
})

test('what somebody wrote stays text, and the file loads nothing', () => {
  const text = page({ person: { name: '<script>alert(1)</script>', note: '"><img src=x onerror=alert(1)>' }, list: ['<b>', 7] })
  assert.doesNotMatch(text, /<script|<img|<b>/)
  assert.match(text, /&lt;script&gt;/)
  assert.doesNotMatch(text, /<[^>]*\s(?:src|href)=/)
})

test('ten thousand rows are one file in a moment', () => {
  const began = performance.now()
  const text = page({ rows: Array.from({ length: 10_000 }, (_, at) => ({ at, name: `Person ${at}` })) })
  assert.match(text, /Person 9999/)
  assert.ok(performance.now() - began < 10_000)
})
