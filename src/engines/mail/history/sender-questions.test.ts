import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody, senderQuestions } from '#mail'
import { fixtureMail, fixtureNames } from '../../../../test/support/mail-fixtures.ts'
import { nameKey } from './name-key.ts'

const ask = (text: string) => senderQuestions(Buffer.from(text))

test('a mail says whom to ask about', async () => {
  const asked = await ask(
    [
      'X-Long: from: nobody@elsewhere.example',
      'From: "Brook, Nadia" <Nadia@Harborline.example>',
      'To: Ana Ruiz <ana@riverton.example>, tom@harborline.example',
      'Reply-To: orders@orderdesk.example',
      'Message-ID: <m1@harborline.example>',
      'In-Reply-To: <a2@riverton.example>',
      'References: <r0@mail.calderlaw.example>',
      ' <a1@riverton.example> <a2@riverton.example>',
      '',
      'From: not-a-header@body.example',
      'On Monday Lee <lee@quoted.example> wrote:',
    ].join('\r\n'),
  )
  assert.deepEqual(asked.from, {
    address: 'nadia@harborline.example',
    domain: 'harborline.example',
    name: 'brook nadia',
    house: 'harborline.example',
  })
  assert.equal(asked.replyTo?.address, 'orders@orderdesk.example')
  assert.deepEqual(
    asked.to.map(({ address }) => address),
    ['ana@riverton.example', 'tom@harborline.example'],
  )
  assert.equal(asked.messageId, 'm1@harborline.example')
  assert.deepEqual(asked.thread, ['a2@riverton.example', 'r0@mail.calderlaw.example', 'a1@riverton.example'])
  assert.ok(['calderlaw.example', 'riverton.example', 'quoted.example'].every((domain) => asked.threadDomains.includes(domain)))
  assert.ok(!asked.threadDomains.includes('harborline.example'), 'the sender is asked about anyway')
  assert.deepEqual([asked.bulk, asked.automatic], [false, false])
})

test('a newsletter and an absence note are told from what a person wrote', async () => {
  assert.equal((await ask('From: a@b.example\nList-Unsubscribe: <mailto:x@b.example>\n\n')).bulk, true)
  assert.equal((await ask('From: a@b.example\nAuto-Submitted: auto-replied\n\n')).automatic, true)
  assert.equal((await ask('From: a@b.example\nAuto-Submitted: no\n\n')).automatic, false)
})

test('questions and judgement speak of the same sender, in every fixture', async () => {
  for (const kind of ['hostile', 'honest', 'broken', 'history'] as const) {
    for (const name of fixtureNames(kind)) {
      const bytes = fixtureMail(name)
      const { view } = await inspect(bytes, { trustedAuthserv: [], circle: nobody })
      const { from } = await senderQuestions(bytes)
      assert.ok(view.from.endsWith(from.address) || view.from.endsWith(`<${from.address}>`), `${name}: ${view.from} and ${from.address}`)
    }
  }
})

test('a name is one in any order, accent or borrowed letter, and a single word is none', () => {
  for (const same of ['Nadia Brook', 'BROOK, Nadia', 'N\u0430dia Br\u043eok', 'Nadia Brook (Treasurer)', 'Nádia  Brook'])
    assert.equal(nameKey(same), 'brook nadia', same)
  assert.notEqual(nameKey('Nadia Brook (via Google Docs)'), 'brook nadia')
  assert.equal(nameKey('Nadia'), '')
  assert.equal(nameKey('the whole team of the old town library'), '')
})

const cruel: Readonly<Record<string, string>> = {
  'a header without end': `From: a@b.example\nReferences: ${'<a@b.example> '.repeat(200_000)}`,
  'a million header lines': `${'X: 1\n'.repeat(1_000_000)}From: a@b.example\n\n`,
  'ten thousand senders': `${'From: a@b.example\n'.repeat(10_000)}\n`,
  'a text of @': `From: a@b.example\nIn-Reply-To: <x@y.example>\n\n${'@'.repeat(500_000)}`,
  'a thousand kinds of To': `From: a@b.example\nTo: ${Array.from({ length: 5000 }, (_, at) => `p${at}@h${at}.example`).join(', ')}\n\n`,
}
for (const [name, text] of Object.entries(cruel)) {
  test(`${name} is read in a moment, and little is asked`, async () => {
    const began = performance.now()
    const asked = await ask(text)
    assert.ok(performance.now() - began < 500, `${performance.now() - began} ms`)
    assert.ok(asked.thread.length <= 12 && asked.threadDomains.length <= 16 && asked.to.length <= 50)
  })
}
