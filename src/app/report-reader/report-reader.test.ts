import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openReportReader } from './report-reader.ts'

const reader = openReportReader({ dns: 'off' })
const hurried = openReportReader({ dns: 'off', timeMs: 1 })
after(() => Promise.all([reader.close(), hurried.close()]))

const inner = 'From: bank@nowhere.example\r\nSubject: urgent\r\n\r\npay\r\n'
const report = Buffer.from(
  `From: ana@ruiz.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--\r\n`,
)

test('a report is taken apart in a thread, and without a signature its sender hears nothing', async () => {
  const { answerTo, messages } = await reader.open(report, ['ana@ruiz.example'])
  assert.equal(answerTo, undefined)
  assert.equal(messages.length, 1)
  assert.match(Buffer.from(messages[0] ?? []).toString(), /^From: bank@nowhere\.example/)
})

test('a report made to stall us is examined as it is, and the process goes on meanwhile', async () => {
  const large = Buffer.concat([report, Buffer.alloc(20_000_000, 'From : x\r\n')])
  let turns = 0
  const turning = setInterval(() => {
    turns += 1
  }, 1)
  const { answerTo, messages } = await hurried.open(large, [])
  clearInterval(turning)
  assert.ok(turns > 0)
  assert.equal(answerTo, undefined)
  assert.equal(messages[0]?.length, large.length)
})
