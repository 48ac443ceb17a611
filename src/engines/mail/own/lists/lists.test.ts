import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readList } from './read-list.ts'

const told = (text: string, list = 'block') =>
  readList(text, list).entries.map(({ list: where, kind, folded, reason, expires }) => [where, kind, folded, reason, expires])

test('a plain list, one a line, with comments', () => {
  const text =
    '\ufeff# from the county\nevil.example\nsub.evil.example # seen twice\n\nClerk@County.example\nhxxps://forms.example/d/1\n203.0.113.0/24\n'
  assert.deepEqual(told(text), [
    ['block', 'domain', 'evil.example', '', undefined],
    ['block', 'host', 'sub.evil.example', '', undefined],
    ['block', 'address', 'clerk@county.example', '', undefined],
    ['block', 'url', 'forms.example/d/1', '', undefined],
    ['block', 'ip', '4/cb007100/24', '', undefined],
  ])
})

test('CSV with a head in any order, and with semicolons', () => {
  const text = 'reason;value;expires;kind;list\n"sent a ""bill""; twice";evil.example;2027-01-31;domain;block\n;Oak Press;;text;printers\n'
  assert.deepEqual(told(text), [
    ['block', 'domain', 'evil.example', 'sent a "bill"; twice', '2027-01-31'],
    ['printers', 'text', 'oak press', '', undefined],
  ])
})

test('CSV without a head: value, reason, expiry', () => {
  assert.deepEqual(told('evil.example,asked for cards,2027-01-31'), [['block', 'domain', 'evil.example', 'asked for cards', '2027-01-31']])
})

test('what cannot be used is named with its line', () => {
  const { entries, refused } = readList(
    'evil.example\nnot anything\nvalue,kind\nx@,address\nfine.example,colour\nfine.example,subject\nlate.example,domain\n',
    'block',
  )
  assert.deepEqual(
    entries.map(({ folded }) => folded),
    ['evil.example', 'fine example', 'late.example'],
  )
  assert.deepEqual(
    refused.map(({ line }) => line),
    [2, 4, 5],
  )
  assert.match(refused[2]?.says ?? '', /“colour” is no kind/)
  assert.match(readList('evil.example,x,31 January', 'block').refused[0]?.says ?? '', /is no day; write it as 2027-01-31/)
})

test('only a sender can be allowed', () => {
  const { entries, refused } = readList(
    'friend.example\nhttps://forms.example/d/1\n2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    'allow',
  )
  assert.equal(entries.length, 1)
  assert.equal(refused.length, 2)
  assert.match(refused[0]?.says ?? '', /says nothing of who sends it/)
})

test('a stray quotation mark does not eat the file', () => {
  const text = `"open\n${Array.from({ length: 100 }, (_, place) => `d${place}.example`).join('\n')}`
  assert.ok(readList(text, 'block').entries.length > 75)
})

test('fifty thousand entries are read in a moment', () => {
  const text = Array.from({ length: 50_010 }, (_, place) => `d${place}.example`).join('\n')
  const beganMs = performance.now()
  const { entries, refused } = readList(text, 'block')
  assert.equal(entries.length, 50_000)
  assert.match(refused[0]?.says ?? '', /More than 50000/)
  assert.ok(performance.now() - beganMs < 10_000)
})

test('a line made to stall its reader is read at once', () => {
  const many = 400_000
  for (const line of [`x${'#'.repeat(many)}`, `x${'"'.repeat(many)}`, 'a.'.repeat(many), '[.'.repeat(many), `x${' '.repeat(many)}y`]) {
    const beganMs = performance.now()
    readList(line, 'block')
    readList(line, 'mine')
    assert.ok(performance.now() - beganMs < 5000, line.slice(0, 4))
  }
})

test('a comment after a value, a quotation mark inside one, and an address with a path', () => {
  assert.deepEqual(told('evil.example #seen\n"a"b.example\nforms.example/d # twice\nforms.example/'), [
    ['block', 'domain', 'evil.example', '', undefined],
    ['block', 'domain', 'ab.example', '', undefined],
    ['block', 'url', 'forms.example/d', '', undefined],
  ])
})
