import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainWords, said } from './plain-words.ts'

test('what is quoted ends with a whole word', () => {
  assert.equal(said('your mailbox will be locked today', /mailbox will be lock/), 'mailbox will be locked')
  assert.equal(said('pay now', /pay now/), 'pay now')
})

test('a sentence that warns of the trick does not play it', () => {
  assert.equal(said('beware: scammers ask you to buy gift cards. see you on monday.', /gift cards/), undefined)
  assert.equal(said('scammers write often. please buy gift cards today', /gift cards/), 'gift cards')
})

test('letters in disguise read as what they look like', () => {
  assert.equal(plainWords('Раyраl  “ok”'), 'paypal "ok"')
})
