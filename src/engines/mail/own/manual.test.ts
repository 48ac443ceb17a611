import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { exampleRule } from './example-rule.ts'
import { functionTypes, mailType, methodTypes, type Type } from './expression/types.ts'

const manual = readFileSync(new URL('../../../../docs/operator/own-rules.md', import.meta.url), 'utf8')

const namesIn = (type: Type): readonly string[] => {
  if (typeof type === 'string') return []
  if ('list' in type) return namesIn(type.list)
  if (type.of === 'message.wants') return []
  return Object.entries(type.fields).flatMap(([name, field]) => [name, ...namesIn(field)])
}

test('the manual names everything that a rule can ask', () => {
  const names = [...namesIn(mailType), ...Object.keys(methodTypes), ...Object.keys(functionTypes)]
  assert.ok(names.length > 40)
  assert.deepEqual(
    names.filter((name) => !manual.includes(`\`${name}\``)),
    [],
  )
})

test('the rule in the manual, in the fixtures and on the empty page is one and the same', () => {
  const fixture = readFileSync(new URL('../../../../fixtures/rules/ballot-printer-invoice.yaml', import.meta.url), 'utf8')
  assert.equal(fixture, exampleRule)
  assert.ok(manual.includes(exampleRule.trimEnd().replace(/^(?=.)/gm, '    ')))
})
