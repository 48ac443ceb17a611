import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Near } from './doubts.ts'
import { readList } from './read-list.ts'

const near: Near = {
  own: ['riverton.example'],
  partners: ['print-house.example', 'gmail.com'],
  addresses: ['ana@riverton.example', 'elena@brandt-office.example', 'jane.okafor@gmail.com'],
}
const doubts = (text: string, list: string) => readList(text, list, near).doubts.map(({ written, why }) => `${written} ${why}`)

const blockedByMistake: readonly (readonly [string, RegExp])[] = [
  ['riverton.example', /organisation of this programme/],
  ['mail.riverton.example', /organisation of this programme/],
  ['ana@riverton.example', /organisation of this programme/],
  ['https://riverton.example/join-us', /organisation of this programme/],
  ['print-house.example', /deal with/],
  ['orders.print-house.example', /deal with/],
  ['bills@print-house.example', /deal with/],
  ['https://print-house.example/', /deal with/],
  ['brandt-office.example', /deal with/],
  ['jane.okafor@gmail.com', /somebody whom your organisations know/],
  ['gmail.com', /free mail/],
  ['outlook.com', /free mail/],
  ['irs.gov', /public office/],
  ['vote.org', /platform/],
  ['paypal.com', /PayPal|platform/],
  ['amazon.de', /Amazon/],
  ['drive.google.com', /large host/],
  ['co.uk', /whole ending/],
  ['10.0.0.0/8', /too wide/],
]
for (const [value, why] of blockedByMistake)
  test(`blocking ${value} is doubted`, () => {
    const [one = '', ...more] = doubts(value, 'block')
    assert.match(one, why)
    assert.deepEqual(more, [])
  })

for (const value of [
  'evil.example',
  'somebody@gmail.com',
  'https://print-house.example/wp/login',
  'pages.evil.example',
  '198.51.100.7',
  'verify your mailbox',
])
  test(`blocking ${value} is not`, () => {
    assert.deepEqual(doubts(`list,kind,value\nblock,${value.includes(' ') ? 'subject' : ''},${value}\n`, 'block'), [])
  })

test('a subject of one word is doubted', () => {
  assert.match(doubts('list,kind,value\nblock,subject,invoice\n', 'block')[0] ?? '', /single word/)
})

test('allowing a house where anybody can have an account is doubted; allowing one address there, or a partner, is not', () => {
  const [mail = '', ending = '', sender = '', ...more] = doubts(
    'gmail.com\nco.uk\nsendgrid.net\nana@gmail.com\nprint-house.example\nriverton.example\n198.51.100.7',
    'allow',
  )
  assert.match(mail, /gmail.com is a free mail service/)
  assert.match(ending, /whole ending/)
  assert.match(sender, /anybody can send/)
  assert.deepEqual(more, [])
})

test('a list of the operator’s own is asked by rules alone, and doubted for nothing', () => {
  assert.deepEqual(doubts('gmail.com\nriverton.example', 'partners'), [])
})
