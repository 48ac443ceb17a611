import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Evidence, Finding } from '#kernel'
import { reasonsOf, type Told } from './reasons.ts'

const from = (quote: string): Evidence => ({ where: 'From', quote })
const text = (quote: string): Evidence => ({ where: 'text', quote })
const link = (target: string, host: string): Evidence => ({ where: 'link', quote: target, mark: host })
const told = (id: string, points: number, evidence: readonly Evidence[], rank = 0): Told => ({
  finding: { id, severity: 'high', confidence: 0.9, technique: [], says: '', facts: {}, evidence } satisfies Finding,
  points,
  rank,
})
const ids = (all: readonly Told[]) => reasonsOf(all).map(({ id }) => id)

test('the gravest comes first, and there are never more than three', () => {
  const all = ['a', 'b', 'c', 'd'].map((id, place) => told(id, 90 - place, [text(`words of ${id}`)]))
  assert.deepEqual(ids(all), ['a', 'b', 'c'])
  assert.deepEqual(ids([]), [])
})

test('what rests on the same words is told once', () => {
  assert.deepEqual(
    ids([
      told('asks', 90, [text('verify your account today')]),
      told('asks-again', 80, [text('your account')]),
      told('who', 40, [from('Bank <x@y.example>')]),
    ]),
    ['asks', 'who'],
  )
})

test('of two reasons nearly as grave, the one that shows something new is told first', () => {
  const page = link('https://page.example/a', 'page.example')
  const all = [
    told('asks', 90, [text('sign in'), page]),
    told('frightens', 70, [text('closed today'), link('https://page.example/b', 'page.example')]),
    told('who', 60, [from('Bank <x@y.example>')]),
  ]
  assert.deepEqual(ids(all), ['asks', 'who', 'frightens'])
})

test('a trick with a name is told before a sum of small signs', () => {
  assert.deepEqual(ids([told('named', 30, [text('one')]), told('signs', 120, [text('two')], 1)]), ['named', 'signs'])
})

test('a reason without a quotation is no repetition of anything', () => {
  assert.deepEqual(ids([told('a', 90, []), told('b', 80, [])]), ['a', 'b'])
})
