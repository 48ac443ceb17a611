import assert from 'node:assert/strict'
import { test } from 'node:test'
import { celEnv, celMap, isCelError, parse, plan } from '@bufbuild/cel'
import fc from 'fast-check'
import { nobody } from '../context.ts'
import { inspect } from '../inspect.ts'
import { exampleRule } from './example-rule.ts'
import { Asked } from './expression/asked.ts'
import { openCompiler } from './expression/compile-expression.ts'
import { limits } from './expression/limits.ts'
import { lowered, neededLetters } from './expression/regex.ts'

const compile = openCompiler(new Asked())
const ruleWith = (when: string): string => exampleRule.replace(/when: \|[\s\S]*?examples:/, `when: ${JSON.stringify(when)}\nexamples:`)
const inspectWith = (when: string, mail: string) =>
  inspect(Buffer.from(mail), { trustedAuthserv: [], circle: nobody, own: { rules: [ruleWith(when)], lists: [], indicators: [] } })

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['brackets without end', `${'('.repeat(3000)}true${')'.repeat(900)}`, /deeper than 40/],
  ['names without end', `message${'.from'.repeat(700)}`, /deeper than 40|no “from”/],
  ['lists in lists', `${'['.repeat(60)}1${']'.repeat(60)} == 1`, /deeper than 40/],
  ['more letters than anybody reads', `message.subject == "${'x'.repeat(5000)}"`, /longer than 4000/],
  ['a list of thousands', `message.subject in [${'"a",'.repeat(1300)}"b"]`, /longer than 4000|more than 1000/],
  ['thousands of numbers', `1 in [${'1,'.repeat(1500)}2]`, /more than 1000 parts/],
  ['loops in loops in loops', 'message.links.all(a, message.links.all(b, message.links.all(c, a == b)))', /as deep as it goes/],
  ['nine loops', Array.from({ length: 9 }, () => 'message.links.all(a, true)').join(' && '), /More than 8 loops/],
  ['a text that grows', 'message.links.map(a, message.text + message.text).size() > 1', /Only numbers can be added/],
  ['a list that grows', '(message.links + message.links).size() > 1', /Only numbers can be added/],
  ['a pattern that is not in the rule', 'message.text.matches(message.subject)', /has to stand here in quotation marks/],
  ['a pattern that looks back', String.raw`message.text.matches("(a)\\1")`, /cannot be read \(RE2\)/],
  ['a pattern that multiplies', 'message.text.matches("((x{100}){100}){100}")', /cannot be read \(RE2\)/],
  ['the counter of loops itself', 'own_turn()', /not known here/],
  ['an object of the language beneath', 'message.constructor == "x"', /no “constructor”/],
  ['a parent of all objects', 'message.__proto__.x == "x"', /no “__proto__”/],
  ['a name of the list beneath', 'message.wants.hasOwnProperty', /no “hasOwnProperty”/],
] // biome-ignore format: a table

for (const [name, text, says] of refused) {
  test(`${name}: refused when the rule is written`, () => {
    const beganMs = performance.now()
    const answer = compile(text)
    assert.ok('fault' in answer)
    assert.match(answer.fault.says, says)
    assert.ok(performance.now() - beganMs < 500)
  })
}

test('a pattern that other engines take for ever over is linear here', async () => {
  const mail = `From: a@b.example\nSubject: x\n\n${'a'.repeat(100_000)}!\n`
  const beganMs = performance.now()
  const { findings } = await inspectWith('message.text.matches("^(a+)+b$") || message.text.matches("(a|aa|aaa)*b")', mail)
  assert.ok(performance.now() - beganMs < 1000)
  assert.ok(!findings.some(({ id }) => id.startsWith('own.')))
})

test('a mail that makes a rule work too much is judged without the rule, and that is told', async () => {
  const links = Array.from({ length: 300 }, (_, place) => `https://h${place}.example/`).join('\n')
  const beganMs = performance.now()
  const { ownTroubles = [], verdict } = await inspectWith(
    'message.links.all(a, message.links.all(b, a.host != "" && b.host != ""))',
    `From: a@b.example\nTo: c@d.example\nSubject: x\n\n${links}\n`,
  )
  assert.deepEqual(
    ownTroubles.map(({ id, kind }) => [id, kind]),
    [['own.ballot-printer-invoice', 'too-long']],
  )
  assert.notEqual(verdict, undefined)
  assert.ok(performance.now() - beganMs < 2000, 'within two seconds')
})

test('two hundred rules that each search all they may end together', async () => {
  const rule = ruleWith('message.links.all(a, message.text.matches("(?i)x[a-z]+y"))')
  const rules = Array.from({ length: 200 }, (_, place) => rule.replace('own.ballot-printer-invoice', `own.slow-${place}`))
  const links = Array.from({ length: 300 }, (_, place) => `https://h${place}.example/`).join('\n')
  const beganMs = performance.now()
  const { ownTroubles = [] } = await inspect(Buffer.from(`From: a@b.example\nSubject: x\n\n${'xay '.repeat(5000)}\n${links}\n`), {
    trustedAuthserv: [],
    circle: nobody,
    own: { rules, lists: [], indicators: [] },
  })
  assert.ok(ownTroubles.length > 100)
  assert.ok(performance.now() - beganMs < 5000)
})

test('a rule that cannot be worked out for a mail does not fire, says why, and is not wrong in itself', async () => {
  const { ownTroubles, verdict, findings } = await inspectWith(
    'message.size * 9223372036854775807 > 1',
    'From: a@b.example\nSubject: x\n\nhello\n',
  )
  assert.deepEqual(ownTroubles, [{ id: 'own.ballot-printer-invoice', kind: 'value', says: 'int overflow during _*_.' }])
  assert.equal(verdict, 'fine')
  assert.ok(!findings.some(({ id }) => id.startsWith('own.')))
})

test('what the library throws itself takes neither the mail nor the other rules along', () => {
  const hostile = celMap(
    new (class extends Map<string, string> {
      override get(): string {
        throw new TypeError('no such place')
      }
      override has(): boolean {
        return true
      }
    })(),
  )
  const compiled = compile('message.subject == "x"')
  assert.ok('question' in compiled)
  assert.deepEqual(compiled.question(hostile), { kind: 'value', says: 'no such place.' })
})

test('letters that a pattern needs are in all that it finds', () => {
  const matches = plan(celEnv(), parse('text.matches(pattern)'))
  const piece = fc.constantFrom(
    'gift',
    'card',
    'as',
    'k',
    'S',
    '\u017f',
    '\u212a',
    '.',
    '\\s',
    '\\d+',
    '[a-c]',
    '[]x]',
    '[^]y]',
    '(ab)',
    '(cd)?',
    'e*',
    'f+',
    'g?',
    'h{0,2}',
    'i{2}',
    '\\.',
    '\\bj',
    '^',
    '$',
    'lmno',
  )
  const pattern = fc
    .tuple(fc.constantFrom('', '(?i)', '(?s)'), fc.array(piece, { minLength: 1, maxLength: 6 }))
    .map(([flag, parts]) => flag + parts.join(''))
  const text = fc
    .array(
      fc.constantFrom(
        'gift',
        'GIFT',
        'card',
        'Card',
        'as',
        'K',
        'k',
        's',
        '\u017f',
        '\u212a',
        'ab',
        'cd',
        'e',
        'f',
        'hh',
        'ii',
        '.',
        'j',
        ' ',
        '7',
        'x',
        ']',
        'lmno',
        'LMNO',
        'c',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''))
  let found = 0
  fc.assert(
    fc.property(pattern, text, (one, other) => {
      const answer = matches({ text: other, pattern: one })
      if (isCelError(answer) || answer !== true) return
      found += 1
      assert.ok(lowered(other).includes(neededLetters(one)), `${one} finds ${other} without ${neededLetters(one)}`)
    }),
    { numRuns: 4000, seed: 7 },
  )
  assert.ok(found > 50, 'the patterns do find some of the texts')
  assert.equal(neededLetters('(?i)gift\\s+card'), 'gift')
  assert.equal(neededLetters('a|gift'), '')
  assert.ok(limits.pattern < 1000)
})
