import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOwnRule } from './check-own-rule.ts'
import { compileOwnRules } from './compile-own.ts'
import { exampleRule } from './example-rule.ts'

const change = (from: string | RegExp, to: string): string => exampleRule.replace(from, to)

test('the rule that an empty page shows can be saved as it is', async () => {
  const { problems, examples, rule } = await checkOwnRule(exampleRule)
  assert.deepEqual(problems, [])
  assert.deepEqual(
    examples.map(({ kind, fired, isGood }) => [kind, fired, isGood]),
    [
      ['fires', true, true],
      ['quiet', false, true],
    ],
  )
  assert.equal(rule?.points, 80)
})

const lineOf = (text: string): number => exampleRule.split('\n').findIndex((line) => line.includes(text)) + 1

/** What is written instead, where it is told, and what is said. */
const wrong: readonly (readonly [name: string, source: string, line: number, column: number | undefined, says: RegExp])[] = [
  ['a name that the mail has not', change('message.relation', 'message.relatoin'), lineOf('message.relation =='), 10, /no “relatoin” in message; it has from,/],
  ['a text compared with a number', change('== "stranger"', '== 3'), lineOf('message.relation =='), 20, /A text is compared with a number/],
  ['a bracket that is not closed', change('"payment due"])', '"payment due")'), lineOf('says_any'), undefined, /A \] was expected here/],
  ['a bracket too few', change('.says("ballot printing")', '.says("ballot printing"'), lineOf('says("ballot'), 20, /\( here is not closed/],
  ['an operator too many', change('!in_list', '&& !in_list'), lineOf('!in_list') - 1, undefined, /was not expected here/],
  ['a function nobody knows', change('!in_list(', '!is_in('), lineOf('!in_list'), 4, /“is_in” is not known here; there are .*in_list/],
  ['a key that rules have not', change('level: dangerous', 'level: dangerous\npriority: 3'), lineOf('level: dangerous') + 1, 1, /“priority” is not part of a rule; it has id, title/],
  ['neither points nor level', change('level: dangerous\n', ''), 1, 1, /One of “points”/],
  ['points beyond the scale', change('level: dangerous', 'points: 500'), lineOf('level: dangerous'), 9, /whole number from 1 to 120/],
  ['no English', change(/ {2}en: This mail.*\n/, ''), lineOf('es: Este') - 1, 3, /has no English/],
  ['a link in a sentence', change('Pay nothing.', 'See https://bank.example.'), lineOf('Pay nothing'), undefined, /no link/],
  ['an id of another kind', change('own.ballot-printer-invoice', 'mail.gift-cards'), 1, 5, /begins with “own\.”/],
  ['a technique that is none', change('[T1566]', '[phishing]'), 4, 9, /list of ATT&CK techniques/],
  ['no quiet example', exampleRule.slice(0, exampleRule.indexOf('  quiet:')), lineOf('examples:') + 1, undefined, /“quiet” has to be a list/],
  ['YAML that is none', change('severity: high', 'severity: "high'), 3, undefined, /This is not YAML/],
  ['two rules in one', `${exampleRule}---\n${exampleRule}`, exampleRule.split('\n').length, undefined, /One rule was expected; a second begins here/],
  ['an example that does not fire', change('!in_list("printers", message.from.domain)', 'message.subject == "no"'), lineOf('fires:') + 1, 1, /stands under “fires”, and the rule stays quiet/],
  ['an honest mail that it finds', change('oakpress.example]', 'other.example]'), lineOf('quiet:') + 1, 1, /stands under “quiet”, and the rule fires/],
  ['a file, where none can be', change(/ {4}- \|\n {6}From: Billing[\s\S]*today by bank transfer\.\n/, '    - file: trick.eml\n'), lineOf('fires:') + 1, 1, /as text; a file cannot be named/],
] // biome-ignore format: a table

for (const [name, source, line, column, says] of wrong) {
  test(`${name} is told with its place, in one sentence`, async () => {
    const { problems } = await checkOwnRule(source)
    const found = problems.find((problem) => says.test(problem.says))
    assert.ok(found, JSON.stringify(problems))
    assert.equal(found.line, line)
    if (column !== undefined) assert.equal(found.column, column)
    assert.match(found.says, /^\S.*[.…]$/)
  })
}

test('a rule from a file may name mails beside it', async () => {
  const source = change(/ {4}- \|\n {6}From: Billing[\s\S]*today by bank transfer\.\n/, '    - file: trick.eml\n')
  const mail = 'From: x@fast.example\r\nTo: a@b.example\r\nSubject: Invoice\r\n\r\nThe invoice for ballot printing.\r\n'
  const { problems } = await checkOwnRule(source, { fileOf: (name) => (name === 'trick.eml' ? Buffer.from(mail) : undefined) })
  assert.deepEqual(problems, [])
})

test('a pasted mail is tried beside the examples', async () => {
  const mail = Buffer.from('From: x@fast.example\nTo: a@b.example\nSubject: Hello\n\nHow are you?\n')
  assert.deepEqual((await checkOwnRule(exampleRule, { mail })).mail, { fired: false, says: 'The rule does not fire for this mail.' })
})

test('a rule that an older version accepted and this one does not is told, and the others are asked', () => {
  const { rules, troubles } = compileOwnRules([exampleRule, change('message.relation', 'message.kinship')])
  assert.equal(rules.length, 1)
  assert.deepEqual(
    troubles.map(({ id, kind }) => [id, kind]),
    [['own.ballot-printer-invoice', 'error']],
  )
})
