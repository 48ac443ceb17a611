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

test('one sentence that two rules cut at different places is told once; a few words in common are two things', () => {
  const [first, second] = ['log in to your email account to view the papers', 'your email account to view the papers before noon']
  assert.deepEqual(ids([told('asks', 90, [text(first)]), told('asks-again', 80, [text(second)])]), ['asks'])
  const [pay, open] = ['pay the fee for your parcel today', 'open the letter about your parcel today']
  assert.deepEqual(ids([told('asks', 90, [text(pay)]), told('asks-more', 80, [text(open)])]), ['asks', 'asks-more'])
})

test('a name is the same with and without marks that nobody sees', () => {
  const file = (name: string): Evidence => ({ where: 'attachment', quote: name })
  assert.deepEqual(ids([told('program', 90, [file('plan-\u202efdp.exe')]), told('backwards', 80, [file('plan-fdp.exe')])]), ['program'])
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
