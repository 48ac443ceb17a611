import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinLines, plainWords, said, withoutQuotes } from './plain-words.ts'

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

const long = 'The committee meets on the first Monday of every month'

test('lines that a mail program wrapped are joined; lists, ends of sentences and short lines stay', () => {
  assert.equal(joinLines(`> ${long}\n> and decides\n> there.`), `${long} and decides\nthere.`)
  assert.equal(joinLines(`${long}\n${long}\nfrom now on.`), `${long} ${long} from now on.`)
  for (const text of [`${long}.\nand`, `${long}\n- one`, `${long}\n2) two`, `short\nand`, `${long}\n\nand`, long])
    assert.equal(joinLines(text), text)
})

test('what an answer quotes is not what it says, unless it points there or says next to nothing itself', () => {
  const quoted = '> Please send it to the new account.\n'
  const answer = 'Thank you, I shall bring the leaflets on Monday morning.\n'
  assert.equal(withoutQuotes(`${answer}${quoted}`), `${answer}\n`)
  for (const own of ['Yes.\n', `${answer}The details are below.\n`]) assert.equal(withoutQuotes(`${own}${quoted}`), `${own}${quoted}`)
})

test('many long lines that join nothing take no time', () => {
  const text = `${'a'.repeat(20_000)}\n`.repeat(20)
  const before = process.cpuUsage()
  assert.equal(joinLines(text), text)
  assert.ok(process.cpuUsage(before).user < 500_000)
})
