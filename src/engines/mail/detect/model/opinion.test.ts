/** What the fitted model may see and do: its words never decide alone, and nothing in it tells where a mail was collected. */
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { z } from 'zod'
import { fixtureMail, riverton } from '../../../../../test/support/mail-fixtures.ts'
import { wholeMessage } from '../../whole-message.ts'
import { measure } from '../mail.ts'
import { forestSchema, oddsOf } from './forest.ts'
import { wholeOdds, wordsOdds } from './opinion.ts'
import written from './weights.json' with { type: 'json' }

const { columns, forest } = z.object({ columns: z.array(z.string()), forest: forestSchema }).parse(written)
const lure = 2

const oddsWith = (values: Readonly<Record<string, number>>): number => {
  const row = new Uint8Array(columns.length)
  for (const [name, value] of Object.entries(values)) row[columns.indexOf(name)] = value
  return oddsOf(forest, row)
}

test('a mail of which nothing else is known is no lure, whatever two units its words may add', () => {
  for (const letters of [1, 2, 4, 8, 16])
    assert.ok(oddsWith({ words: 17, letters }) + 2 < lure, `${letters}: ${oddsWith({ words: 17, letters })}`)
})

test('however loud its words, the same mail is judged by what else it is', async () => {
  const lures =
    'scratch off the gift card codes and send photos, tell nobody, buy bitcoin, your password expires, verify your account now. '
  const honest = 'thank you for the minutes of the choir meeting, see you on sunday at the picnic with the children and the cake. '
  for (const name of ['hostile/gift-cards-chair', 'honest/receipt', 'honest/persona-own-domain']) {
    const mail = measure(await wholeMessage(fixtureMail(name), { trustedAuthserv: [], circle: riverton }))
    const said = (words: string) => ({ ...mail, text: words.repeat(12).slice(0, mail.text.length) })
    const [loud, kind] = [said(lures), said(honest)]
    assert.ok(wordsOdds(loud) > wordsOdds(kind) + 2, `${name}: the words differ`)
    assert.ok(wholeOdds(loud) - wholeOdds(kind) <= 4, `${name}: ${wholeOdds(loud)}, ${wholeOdds(kind)}`)
  }
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
  assert.ok(statSync(new URL('./weights.json', import.meta.url)).size < 1_000_000)
})
