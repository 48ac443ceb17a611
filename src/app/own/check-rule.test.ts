import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleRule } from '#mail'
import { checkRule } from './check-rule.ts'

test('a rule is checked, and tried on a mail, as the engine does it', async () => {
  const { problems, rule, examples, mail } = await checkRule(exampleRule, Buffer.from('From: Marta <marta@ruiz.example>\r\n\r\nHello.\r\n'))
  assert.deepEqual(problems, [])
  assert.equal(rule?.id, 'own.ballot-printer-invoice')
  assert.ok(examples.every(({ isGood }) => isGood))
  assert.equal(mail?.fired, false)
})

test('while a mail made to stall its reader is tried, the pages are served', async () => {
  const stalling = Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}`)
  let longestMs = 0
  let lastMs = performance.now()
  const pulse = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - lastMs)
    lastMs = performance.now()
  }, 5)
  const beganMs = performance.now()
  const checked = await checkRule(exampleRule, stalling)
  const tookMs = performance.now() - beganMs
  clearInterval(pulse)
  assert.ok(checked.mail !== undefined || /too long/.test(checked.problems[0]?.says ?? ''))
  assert.ok(longestMs < tookMs / 2, `nothing else was done for ${longestMs} of ${tookMs} ms`)
})
