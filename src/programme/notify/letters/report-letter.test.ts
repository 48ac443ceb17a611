import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Finding, languages, verdicts } from '#kernel'
import { adviceOf, checkIn, sayIn, titleOf, whereIn } from '#mail'
import { linkable } from '../../../../test/support/linkable.ts'
import { finding } from '../../../../test/support/programme.ts'
import type { Sender } from '../deps.ts'
import { reportLetter } from './report-letter.ts'

const sender: Sender = {
  name: 'Bellwether',
  publicAddress: 'https://protect.example',
  fromAddress: 'notices@protect.example',
  helpContact: '',
  intakeDomain: '',
  relay: null,
}
const given = { explain: { titleOf, sayIn, adviceOf, checkIn, whereIn }, sender }
const reason = (id: string, facts: Record<string, string>, evidence: Finding['evidence']): Finding => ({
  ...finding(id),
  technique: [],
  facts,
  evidence,
})
const borrowed = reason('mail.borrowed-brand', { brand: 'Netflix', domain: 'mailer-hub.example' }, [
  { where: 'From', quote: 'Netflix <billing@mailer-hub.example>', mark: 'mailer-hub.example' },
])
const scare = reason('mail.account-scare', { threat: 'your membership ends', host: 'update-billing.example' }, [
  { where: 'text', quote: 'your membership ends' },
  { where: 'link', quote: 'Update → https://update-billing.example/n?to=ana@ruiz.example', mark: 'update-billing.example' },
])
const checked = ['sender-confirmed', 'no-files']

test('a reporter reads why, each reason with what it rests on, in their language', () => {
  const { text } = reportLetter(given, { language: 'fr', verdict: 'dangerous', reasons: [borrowed, scare], checked })
  assert.match(text, /Pourquoi nous le disons\n- Le nom dit Netflix, mais l’adresse finit par mailer-hub\[\.\]example/)
  assert.match(text, / {4}De: Netflix <billing\[at\]mailer-hub/)
  assert.match(text, / {4}lien: Update → hxxps/)
})

test('the one advice is the gravest reason’s, and stands first among the steps', () => {
  const { text } = reportLetter(given, { language: 'en', verdict: 'dangerous', reasons: [borrowed, scare], checked })
  assert.match(text, /What to do\n1\. Do not sign in from this mail\./)
  assert.equal(text.match(/Do not sign in/g)?.length, 1)
})

test('of a mail that looks fine it is said what was looked at; of a dangerous one nothing that would excuse it', () => {
  const fine = reportLetter(given, { language: 'de', verdict: 'fine', reasons: [], checked }).text
  assert.match(fine, /Was wir angesehen haben\n- Die Prüfung des Absenders ist bestanden\.\n- Die E-Mail bringt keine Dateien\./)
  assert.doesNotMatch(fine, /Warum/)
  assert.doesNotMatch(reportLetter(given, { language: 'de', verdict: 'dangerous', reasons: [], checked }).text, /bestanden/)
})

test('a name that is gone, of a rule or of a check, leaves no hole', () => {
  const gone = reason('mail.gone-rule', {}, [])
  const { text } = reportLetter(given, { language: 'en', verdict: 'careful', reasons: [gone], checked: ['gone-check'] })
  assert.doesNotMatch(text, /undefined|What we looked at|\n\n\n/)
  assert.match(text, /1\. Do nothing that it asks for now\./)
})

test('nothing in an answer can be tapped, whatever the mail held', () => {
  const hostile = reason('mail.number-to-call', { call: 'call +1 415 555 0100 or www.evil.example'.repeat(5) }, [
    { where: 'text', quote: 'https://evil.example/x tel:+14155550100 evil.example\nmailto:x@evil.example '.repeat(9) },
  ])
  for (const language of languages)
    for (const verdict of verdicts) {
      const { subject, text } = reportLetter(given, { language, verdict, reasons: [hostile, hostile, hostile, hostile], checked })
      assert.deepEqual(linkable(`${subject}\n${text}`), [], `${language} ${verdict}`)
      assert.ok(text.split('\n').filter((line) => line.startsWith('- ')).length <= 3 + checked.length)
    }
})
