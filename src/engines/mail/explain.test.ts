/** What a person is told of a mail, over all hand-made mails and in every language. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '#kernel'
import { explanationOf, type Inspection, inspect } from '#mail'
import { fixtureMail, fixtureNames, riverton } from '../../../test/support/mail-fixtures.ts'
import { readMessage } from './parse/read-message.ts'
import { isCalendar, readCalendar } from './view/read-calendar.ts'

const context = { trustedAuthserv: ['mx.riverton.example'], circle: riverton }
const seen: { readonly name: string; readonly inspection: Inspection }[] = []
for (const name of [...fixtureNames('hostile'), ...fixtureNames('honest'), ...fixtureNames('broken')])
  seen.push({ name, inspection: await inspect(fixtureMail(name), context) })

test('a verdict has at most three reasons and one advice, with no blank left, in every language', () => {
  for (const { name, inspection } of seen) {
    for (const language of languages) {
      const { verdict, reasons, advice, checked } = explanationOf(inspection, language)
      assert.ok(reasons.length <= 3, name)
      assert.ok(advice.length > 10, name)
      assert.doesNotMatch([verdict, advice, ...checked, ...reasons.map(({ says }) => says)].join('\n'), /\{\w+\}|undefined/, name)
    }
  }
})

test('no two reasons say the same thing of the same words', () => {
  for (const { name, inspection } of seen) {
    const leading = inspection.reasons.map(({ evidence }) => `${evidence[0]?.where} ${evidence[0]?.quote}`)
    assert.equal(new Set(leading).size, leading.length, `${name}: ${leading.join(' | ')}`)
    const says = inspection.reasons.map((reason) => reason.says)
    assert.equal(new Set(says).size, says.length, name)
  }
})

test('each further reason quotes something that none before it quoted', () => {
  const told = seen.flatMap(({ name, inspection: { reasons } }) =>
    reasons.slice(1).map((reason, place) => ({ name, reason, before: reasons.slice(0, place + 1) })),
  )
  assert.ok(told.length > 100)
  for (const { name, reason, before } of told) {
    const quoted = before.flatMap(({ evidence }) => evidence.map(({ quote }) => quote.toLowerCase()))
    const isNew = reason.evidence.some(({ quote }) => !quoted.some((other) => other.includes(quote.toLowerCase())))
    assert.ok(isNew, `${name} ${reason.id}: ${reason.evidence.map(({ quote }) => quote).join(' | ')}`)
  }
})

test('the telling part of a quotation stands in it', () => {
  for (const { name, inspection } of seen)
    for (const { id, evidence } of inspection.findings)
      for (const { quote, mark } of evidence) if (mark !== undefined) assert.ok(quote.includes(mark), `${name} ${id}: ${mark} in ${quote}`)
})

test('what is quoted stands in the mail, letter by letter', async () => {
  const plain = (text: string) => text.replace(/\s+/g, ' ')
  const strays: string[] = []
  for (const { name, inspection } of seen.filter(({ name }) => !name.startsWith('broken/'))) {
    const { subject, page, plain: text, attachments } = await readMessage(fixtureMail(name))
    const papers = attachments.map((one) => (isCalendar(one) ? readCalendar(one)?.text : one.text))
    const whole = plain([subject, page?.text, page?.pictureWords, text, ...papers].join('\n'))
    for (const { id, evidence } of inspection.findings)
      for (const { where, quote } of evidence) {
        const stands = where === 'Subject' ? plain(subject).includes(quote) : where !== 'text' || whole.includes(quote)
        if (!stands) strays.push(`${name} ${id}: ${quote}`)
      }
  }
  assert.deepEqual(strays, [])
})

test('a mail that looks fine says what was looked at; a dangerous one lists nothing in its favour', () => {
  const receipt = seen.find(({ name }) => name === 'honest/receipt')
  assert.ok(receipt)
  assert.deepEqual(explanationOf(receipt.inspection, 'en').reasons, [])
  for (const { name, inspection } of seen) {
    const { checked } = explanationOf(inspection, 'en')
    if (inspection.verdict === 'fine') assert.ok(checked.length > 0, name)
    if (inspection.verdict === 'dangerous') assert.deepEqual(checked, [], name)
  }
})

test('a dangerous mail’s advice names an action, even where its gravest reason only says to look closely', () => {
  for (const { name, inspection } of seen.filter((one) => one.inspection.verdict === 'dangerous'))
    assert.doesNotMatch(explanationOf(inspection, 'en').advice, /^Look closely/, name)
})
