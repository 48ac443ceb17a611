import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fetched } from '#fetch'
import { hoursMs } from '#kernel'
import { sentOf } from './http-answer.ts'

const now = new Date('2026-05-03T12:00:00Z')
const answered = (status: number, retryAfter?: string): Fetched => ({
  ...{ kind: 'answered', status, type: '', body: 'SECRET', address: '127.0.0.1' },
  ...(retryAfter !== undefined && { retryAfter }),
})
const of = (farEnd: 'gateway' | 'address', status: number, retryAfter?: string) => sentOf(answered(status, retryAfter), { farEnd, now })

test('each status of a gateway and of somebody’s address means one of four things', () => {
  const kinds = (farEnd: 'gateway' | 'address') => (status: number) => of(farEnd, status).kind
  const statuses = [200, 202, 204, 301, 400, 401, 403, 404, 408, 410, 413, 422, 425, 429, 500, 502, 503, 999]
  assert.deepEqual(
    statuses.map(kinds('gateway')).join(' '),
    'taken taken taken later refused later later later later refused refused refused later later later later later later',
  )
  assert.deepEqual(
    statuses.map(kinds('address')).join(' '),
    'taken taken taken refused refused refused refused gone later gone refused refused later later later later later later',
  )
})

test('patience is asked for in seconds or until a date, and never for longer than an hour', () => {
  const waitOf = (retryAfter: string) => {
    const sent = of('address', 429, retryAfter)
    return sent.kind === 'later' ? sent.afterMs : 'not later'
  }
  assert.equal(waitOf('7'), 7000)
  assert.equal(waitOf('Sun, 03 May 2026 12:00:30 GMT'), 30_000)
  assert.equal(waitOf('Sun, 03 May 2026 11:00:30 GMT'), 0)
  assert.equal(waitOf('999999999'), hoursMs(1))
  assert.equal(waitOf('Sun, 03 May 2099 12:00:30 GMT'), hoursMs(1))
  for (const rubbish of ['', 'soon', '-5e400', '1'.repeat(40)]) assert.equal(waitOf(rubbish), undefined, rubbish)
})

test('what was not answered is tried again, with everybody where it is a gateway', () => {
  for (const farEnd of ['gateway', 'address'] as const)
    assert.deepEqual(sentOf({ kind: 'failed', why: 'timed out' }, { farEnd, now }), {
      kind: 'later',
      answer: 'timed out',
      everybody: farEnd === 'gateway',
    })
})
