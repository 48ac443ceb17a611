import assert from 'node:assert/strict'
import { test } from 'node:test'
import { challengeLine, challengeUrl, judgeAnswers, proveByDns, proveByWeb } from './domain-proof.ts'
import type { Answered, Outside, Page } from './ports.ts'

const right = [challengeLine('abc')]
const sees = (from: string): Answered => ({ from, values: ['v=spf1 -all', ...right] })
const seesNothing = (from: string): Answered => ({ from, values: [] })
const lies = (from: string): Answered => ({ from, values: [challengeLine('other')] })
const isAway = (from: string): Answered => ({ from, values: [], failed: 'timed out' })

const judged = async (...answers: readonly Answered[]) =>
  (await proveByDns({ askNames: async () => answers, readPage: async () => ({ kind: 'failed', why: '' }) }, 'riverton.example', 'abc'))
    .state

test('a record that all resolvers see is proof, and so is one that all but one see', async () => {
  assert.equal(await judged(sees('a'), sees('b'), sees('c')), 'proven')
  assert.equal(await judged(sees('a'), sees('b'), seesNothing('c')), 'proven')
  assert.equal(await judged(sees('a'), sees('b'), isAway('c')), 'proven')
  assert.equal(await judged(sees('a')), 'proven')
})

test('one resolver that lies, among three, proves nothing and hides nothing', async () => {
  assert.equal(await judged(sees('liar'), seesNothing('b'), seesNothing('c')), 'disputed')
  assert.equal(await judged(lies('liar'), sees('b'), sees('c')), 'proven')
})

test('two resolvers that disagree are a dispute, two that are silent are nothing known', async () => {
  assert.equal(await judged(sees('a'), seesNothing('b')), 'disputed')
  assert.equal(await judged(isAway('a'), isAway('b')), 'failed')
  assert.equal(await judged(sees('a'), isAway('b')), 'failed')
  assert.equal(await judged(seesNothing('a'), isAway('b')), 'failed')
  assert.equal(await judged(seesNothing('a'), seesNothing('b'), isAway('c')), 'absent')
})

test('somebody else’s record is not ours', () => {
  assert.equal(
    judgeAnswers([lies('a')], (values) => values.includes(challengeLine('abc'))),
    'absent',
  )
})

const web = (page: Page): Outside => ({
  askNames: async () => [],
  readPage: async (url) => (url === challengeUrl('riverton.example') ? page : { kind: 'failed', why: 'no such name' }),
})
const page = (status: number, body: string): Page => ({ kind: 'answered', status, type: 'text/plain', body })

test('the file proves the domain when it holds the line and nothing else', async () => {
  const state = async (one: Page) => (await proveByWeb(web(one), 'riverton.example', 'abc')).state
  assert.equal(await state(page(200, `${challengeLine('abc')}\n`)), 'proven')
  assert.equal(await state(page(200, `<html>${challengeLine('abc')}</html>`)), 'absent')
  assert.equal(await state(page(404, challengeLine('abc'))), 'absent')
  assert.equal(await state(page(302, '')), 'absent')
  assert.equal(await state({ kind: 'failed', why: 'timed out' }), 'failed')
})
