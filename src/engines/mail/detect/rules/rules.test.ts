/** One test over all rules: each plays its own examples, and speaks every language. */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { languages } from '#kernel'
import { inspect, rules, sayIn } from '#mail'
import { fileReaders } from '../../../../../test/support/file-readers.ts'
import { histories } from '../../../../../test/support/histories.ts'
import { fixtureMail, riverton } from '../../../../../test/support/mail-fixtures.ts'

const context = { trustedAuthserv: ['mx.riverton.example'], circle: riverton, files: fileReaders() }
/** What is remembered of its sender, for the mails that need a memory. */
const contextOf = (name: string) => ({ ...context, ...(histories[name] && { history: histories[name] }) })
const blanksIn = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] ?? '').sort()

for (const rule of rules) {
  test(`${rule.id}: ${rule.title.en.toLowerCase()}, and an honest mail like it is left alone`, async () => {
    const fired = await inspect(fixtureMail(rule.examples.fires), { ...contextOf(rule.examples.fires), ...rule.examples.given })
    const finding = fired.findings.find((one) => one.id === rule.id)
    assert.ok(finding, `${rule.examples.fires} must fire; fired: ${fired.findings.map((one) => one.id).join(', ')}`)
    assert.ok(finding.evidence.length > 0, 'evidence is quoted')
    assert.ok(finding.technique.every((technique) => /^T\d{4}(\.\d{3})?$/.test(technique)))
    for (const language of languages) assert.doesNotMatch(sayIn(language, finding), /\{\w+\}/, `no blank is left in ${language}`)
    const quiet = await inspect(fixtureMail(rule.examples.quiet), { ...contextOf(rule.examples.quiet), ...rule.examples.given })
    assert.equal(
      quiet.findings.find((one) => one.id === rule.id),
      undefined,
      `${rule.examples.quiet} must stay quiet`,
    )
  })
}

test('every sentence is there in every language, with the same blanks', () => {
  for (const rule of rules) {
    for (const wording of [rule.title, rule.tells, rule.advises]) {
      for (const language of languages) {
        assert.ok(wording[language].length > 10, `${rule.id} in ${language}`)
        assert.deepEqual(blanksIn(wording[language]), blanksIn(wording.en), `${rule.id} in ${language}`)
      }
      for (const language of languages.slice(1)) assert.notEqual(wording[language], wording.en, `${rule.id} in ${language}`)
    }
    assert.doesNotMatch(rule.advises.en, /\bclick\b|https?:/i, 'no advice asks anybody to follow a link')
  }
})

test('every rule file is in the list of rules, under its own name', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !/^index|\.test\.ts$/.test(name))
  assert.deepEqual(files.map((name) => `mail.${name.slice(0, -3)}`).sort(), rules.map((rule) => rule.id).sort())
})
