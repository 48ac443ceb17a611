/** What every form of every notice holds to: words that anybody can read, few of them, and nothing that could be followed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { languages, noticeLevels } from '#kernel'
import { adviceOf, checkIn, rules, sayIn, titleOf, whereIn } from '#mail'
import { linkable } from '../../../../test/support/linkable.ts'
import { finding } from '../../../../test/support/programme.ts'
import { readingGradeOf } from '../composer/reading-grade.ts'
import type { NoticeContent } from '../notice-content.ts'
import { noticeForms } from './notice-forms.ts'
import type { NoticeTold } from './notice-letter.ts'
import { countWords, noticeParts } from './notice-parts.ts'

const sender = {
  ...{ name: 'Bellwether', publicAddress: 'https://protect.example', fromAddress: 'notices@protect.example' },
  ...{ helpContact: 'Ana, at the office', intakeDomain: '', relay: null },
}
const explain = { titleOf, sayIn, adviceOf, checkIn, whereIn }
const deps = { explain, sender }
const highestGrade = 8

type Hostile = {
  readonly rule: string
  readonly text: string
  readonly other: string
  readonly count: number
}

/** Notices of each kind, with what an attacker or a stranger wrote wherever their words can come in. A kind without any does not compile. */
function contentsOf({ rule, text, other, count }: Hostile): readonly NoticeContent[] {
  const arrivedAt = new Date('2026-05-03T14:05:00Z')
  const account = { kind: 'work' as const, masked: 'm…z@ruiz.example' }
  const facts = new Proxy<Record<string, string>>({}, { get: () => text })
  const found = [{ headline: rule, messages: count }]
  const byKind: { readonly [Kind in NoticeContent['kind']]: readonly Extract<NoticeContent, { kind: Kind }>[] } = {
    incident: [
      {
        ...{ kind: 'incident', headline: rule, from: text, subject: other, arrivedAt, account },
        reasons: [{ ...finding(rule), technique: [], facts, evidence: [{ where: 'link', quote: text }] }],
      },
    ],
    'organisation-told': [{ kind: 'organisation-told', person: other, arrivedAt }],
    'first-look': [
      { kind: 'first-look', examined: count, found, account },
      { kind: 'first-look', examined: count, found: [], account },
    ],
    digest: [
      { kind: 'digest', since: arrivedAt, found, written: count },
      { kind: 'digest', since: arrivedAt, found: [], written: count },
    ],
    composed: [
      { kind: 'composed', wordings: { en: { headline: text, says: [other] } }, steps: ['leave-mail', 'tell-us'] },
      { kind: 'composed', wordings: { en: { headline: other, says: [] }, de: { headline: text, says: [other] } }, steps: [] },
    ],
  }
  return Object.values(byKind).flat()
}

/** What each channel sends of it, by its name: push and chats send the subject and the short form. */
function formsOf(told: NoticeTold): Readonly<Record<string, readonly string[]>> {
  const { subject, text, short, spoken } = noticeForms(deps, told)
  return { letter: [subject, text], short: [short], push: [subject, short], chat: [subject, text], call: spoken }
}

function eachForm(hostile: Hostile, look: (forms: readonly string[], told: NoticeTold, form: string) => void): void {
  for (const language of languages)
    for (const level of noticeLevels)
      for (const content of contentsOf(hostile)) {
        const told = { language, level, content, code: 'ABCD1234' }
        for (const [form, texts] of Object.entries(formsOf(told))) look(texts, told, form)
      }
}

const host = fc.oneof(
  fc.domain(),
  fc.constantFrom('evil.example', 'EVIL。example', 'еvil.рф', 'xn--80ak6aa92e.example', 'bank.example:8443', '💌.example'),
  fc.ipV4(),
  fc.ipV6().map((ip) => `[${ip}]`),
)
const link = fc
  .tuple(
    fc.constantFrom('http', 'https', 'HTTPS', 'ftp', 'javascript', 'data', 'mailto', 'tel', 'intent', 'ms-word', 'x-evil+1'),
    fc.constantFrom('://', ':', ':///', '://user:pass@'),
    host,
    fc.constantFrom('', '/', '/login?to=marta#now', '/%2e%2e/'),
  )
  .map((parts) => parts.join(''))
const lure = fc.oneof(
  link,
  host,
  host.map((one) => `www.${one}`),
  fc.emailAddress(),
  host.map((one) => `Bank <it@${one}>`),
  fc.constantFrom('+1 415 555 0100', '(0044) 20-7946 0991', '2130706433', '0x7f.1'),
)
const around = fc.constantFrom('', ' ', '.', '\n', '(', '"', '\u200b', '\u202e', '{', '}', "'{n, plural, other {#}}'", 'Täglich ')
const hostileText = fc.oneof(
  fc
    .array(fc.oneof(lure, around, fc.string({ unit: 'grapheme', maxLength: 20 })), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)
const hostile = fc.record({
  rule: fc.constantFrom(...rules.map(({ id }) => id)),
  text: hostileText,
  other: hostileText,
  count: fc.nat(20_000),
})

test('whatever an attacker writes, no form of a notice holds anything that could be followed', () => {
  fc.assert(
    fc.property(hostile, (one) => {
      eachForm(one, (texts, { language, level, content }, form) =>
        assert.deepEqual(linkable(texts.join('\n')), [], `${form} of ${content.kind}, ${level}, ${language}`),
      )
    }),
    { numRuns: 150 },
  )
})

test('whatever an attacker writes, a notice says at most ninety words before at most three steps', () => {
  fc.assert(
    fc.property(hostile, (one) => {
      for (const language of languages)
        for (const level of noticeLevels)
          for (const content of contentsOf(one)) {
            const { says, quotes, actions } = noticeParts(explain, { language, level, content, programme: 'Bellwether' })
            const words = countWords([...says, ...quotes].join(' '))
            assert.ok(words <= 90 && actions.length <= 3, `${words} words of ${content.kind} in ${language}`)
          }
    }),
    { numRuns: 150 },
  )
})

test('whatever an attacker writes, the short form stays within its 300 letters and ends with how to check it', () => {
  fc.assert(
    fc.property(hostile, (one) => {
      eachForm(one, ([text = ''], _, form) => {
        if (form === 'short') assert.ok(text.length <= 300 && text.includes('ABCD-1234'), text)
      })
    }),
    { numRuns: 50 },
  )
})

test('every form of every notice in English asks for at most eight years of school, whatever the trick', () => {
  const tooHard = rules.flatMap(({ id }) => {
    const facts = { rule: id, text: 'Ruiz', other: 'Your invoice', count: 3 }
    const found: string[] = []
    eachForm(facts, (texts, { language, level, content }, form) => {
      if (language !== 'en') return
      const grade = readingGradeOf(texts)
      if (grade > highestGrade) found.push(`${id}: ${form} of ${content.kind}, ${level}: ${grade.toFixed(1)}`)
    })
    return found
  })
  assert.deepEqual(tooHard, [])
})

test('the grade knows a hard text from an easy one', () => {
  const hard = 'Pursuant to applicable organisational regulations, unauthorised dissemination necessitates immediate remediation.'
  assert.ok(readingGradeOf([hard]) > 12)
  assert.ok(readingGradeOf(['We saw a bad mail. Do not answer it.']) < 4)
})

test('what could be followed is seen by the test, however it is written', () => {
  for (const seen of ['https://a.example', 'ftp://a', 'a.example', 'www.a', 'x@a.example', '10.0.0.1', 'tel:112', '+1 415 555 0100'])
    assert.notDeepEqual(linkable(`See ${seen} now`), [], seen)
})
