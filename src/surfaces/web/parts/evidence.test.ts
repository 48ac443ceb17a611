import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defang, evidence } from './evidence.ts'

test('an address in a quotation cannot be followed by mistake', () => {
  assert.equal(defang('Open https://pay.example.com/x?y=1 now.'), 'Open hxxps://pay[.]example[.]com/x?y=1 now.')
  assert.equal(defang('HTTP://a.b.example'), 'hxxp://a[.]b[.]example')
  assert.equal(defang('www.почта.example'), 'www[.]почта[.]example')
})

test('what was made harmless already stays as it is, and so do numbers and sentences', () => {
  assert.equal(defang('hxxps://a[.]example'), 'hxxps://a[.]example')
  assert.equal(defang('It costs 1.500 or 3.5. Then wait.'), 'It costs 1.500 or 3.5. Then wait.')
})

test('the telling part is marked also where it was made harmless', () => {
  const shown = String(evidence({ where: 'From', quote: 'team@zo0m-meet.example', mark: 'zo0m-meet.example' }))
  assert.equal(shown, '<p class="evidence"><span class="where">From</span> team@<mark>zo0m-meet[.]example</mark></p>')
})

test('a mark that stands nowhere leaves the quotation whole', () => {
  assert.match(String(evidence({ where: 'Text', quote: 'pay now', mark: 'later' })), /> pay now<\/p>$/)
})
