import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fixtureMail, fixtureNames } from '../../../../test/support/mail-fixtures.ts'
import { readMessage } from '../parse/read-message.ts'
import { intentPatterns } from './intents.ts'
import { mayBeSaid } from './may-be-said.ts'
import { plainWords } from './plain-words.ts'

const rooms = ['../detect/', '../detect/rules/', '../names/', '../links/', './']

/** Every pattern in the sources that begins with a border, whether it is asked of words or not: more patterns are more proof. */
const written = /(?<=^|[\s(,])\/\\b(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\n\\[])+\/(?=[,;.)\s])/gm
const sourcePatterns = rooms.flatMap((room) =>
  readdirSync(new URL(room, import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => readFileSync(new URL(`${room}${name}`, import.meta.url), 'utf8').match(written) ?? [])
    .map((literal) => new RegExp(literal.slice(1, -1))),
)

const textsOf = async (): Promise<readonly string[]> =>
  Promise.all(
    (['hostile', 'honest'] as const).flatMap(fixtureNames).map(async (name) => {
      const { subject, page, plain } = await readMessage(fixtureMail(name))
      return plainWords(`${subject}\n${page?.text ?? ''}\n${plain}`).slice(0, 8000)
    }),
  )

test('no pattern is passed over in a text that has it', async () => {
  const patterns = [...intentPatterns, ...sourcePatterns].map((pattern) => ({ pattern, may: mayBeSaid(pattern) }))
  assert.ok(patterns.length > 200)
  let passed = 0
  for (const text of await textsOf()) {
    for (const { pattern, may } of patterns) {
      if (may(text)) continue
      passed += 1
      assert.equal(pattern.test(text), false, pattern.source.slice(0, 80))
    }
  }
  assert.ok(passed > 50_000)
})

test('words of two sentences do not make one', () => {
  const may = mayBeSaid(/\byour\b[^.\n]{0,40}\bcard/)
  assert.ok(may('give me your blue card'))
  assert.equal(may('give me your hand. a card'), false)
  assert.equal(may('give me your hand\na card'), false)
})

test('a pattern that came up after a text was walked may be in it', () => {
  const text = 'the lantern in the harbour'
  assert.equal(mayBeSaid(/\bvoucher\b/)(text), false)
  assert.ok(mayBeSaid(/\blantern\b/)(text))
})
