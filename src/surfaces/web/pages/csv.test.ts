import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvRow } from './csv.ts'

test('a row is written as RFC 4180 says', () => {
  assert.equal(csvRow(['a', 'b "c"', 'd, e', 'f\ng']), 'a,"b ""c""","d, e","f\ng"\r\n')
})

test('what an attacker wrote is not run by a spreadsheet', () => {
  assert.equal(csvRow(['=HYPERLINK("x")', '+1', '-1', '@x']), `"'=HYPERLINK(""x"")",'+1,'-1,'@x\r\n`)
  assert.equal(csvRow(['a;=1+1', 'b\n@x', 'a - b; c']), `a;'=1+1,"b\n'@x",a - b; c\r\n`)
})
