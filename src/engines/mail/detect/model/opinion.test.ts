/** What the fitted model may see and do: its words never decide alone, and nothing in it tells where a mail was collected. */
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { forestSchema, oddsOf } from './forest.ts'
import written from './weights.json' with { type: 'json' }

const { columns, forest } = z.object({ columns: z.array(z.string()), forest: forestSchema }).parse(written)
const lure = 2

const oddsWith = (values: Readonly<Record<string, number>>): number => {
  const row = new Uint8Array(columns.length)
  for (const [name, value] of Object.entries(values)) row[columns.indexOf(name)] = value
  return oddsOf(forest, row)
}

test('words move the odds by two at most from what everything else says, and nothing else is no lure', () => {
  for (const letters of [1, 2, 4, 8, 16])
    assert.ok(oddsWith({ words: 17, letters }) + 2 < lure, `${letters}: ${oddsWith({ words: 17, letters })}`)
})

test('hostile words speak against a mail and honest ones for it', () => {
  assert.ok(oddsWith({ words: 33, letters: 4 }) > oddsWith({ words: 17, letters: 4 }))
  assert.ok(oddsWith({ words: 17, letters: 4 }) > oddsWith({ words: 1, letters: 4 }))
})

test('no column tells where a mail was collected, in which language it is, or whom its reader knows', () => {
  const forbidden =
    /received|x-|list-|authserv|dmarc|spf|dkim|aligned|fails|language|from-own|from-known|inThread|isAnswer|warning|unsubscribe|smallPrint/i
  assert.deepEqual(
    columns.filter((name) => forbidden.test(name) && !/^says-/.test(name)),
    [],
  )
  for (const name of ['says-warning', 'says-smallPrint']) assert.ok(!columns.includes(name), name)
})

test('the model is small', () => {
  assert.ok(statSync(new URL('./weights.json', import.meta.url)).size < 500_000)
})
