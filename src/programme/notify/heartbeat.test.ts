/** The test mail as it leaves by a real relay, and what our own sorting says of it when it comes back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import PostalMime from 'postal-mime'
import { languages } from '#kernel'
import { labelOf, makeWatchAddress, providerOf, sendTestMail, sortMail, tokenOf, watching } from '#providers'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { type SmtpSink, startSmtpSink, textOf } from '../../../test/support/smtp-sink.ts'
import { notifyHandlers } from './handlers.ts'
import { openPost, type Post } from './post.ts'
import { openDkimKeys } from './signing/dkim-key.ts'

let world: World
let sink: SmtpSink
let post: Post
let send: (payload: unknown) => Promise<void>
before(async () => {
  world = await openWorld()
  sink = await startSmtpSink()
  post = openPost(await openDkimKeys(world))
  const relay = { host: '127.0.0.1', port: sink.port, tls: 'none', user: '', password: '' } as const
  const named = { name: 'Bellwether', publicAddress: 'http://localhost:8080/', fromAddress: 'notices@protect.example', helpContact: '' }
  const handlers = notifyHandlers({
    ...{ ...world, post, channels: [], courier: { wake: () => undefined } },
    sender: async () => ({ ...named, intakeDomain: 'in.protect.example', relay }),
  })
  send = async (payload) => handlers['send-letter']?.(payload)
})
after(async () => {
  post.close()
  await sink.stop()
  await world.storage.close()
})

for (const language of languages) {
  test(`the test mail in ${language} holds the rule’s word and is known again when it comes back`, async () => {
    const { personId } = world.marta
    const who = { kind: 'person', personId } as const
    const address = `beat-${language}@gmail.com`
    await world.storage.asTenant(programme, (tx) => tx.updateTable('person').set({ language }).where('id', '=', personId).execute())
    const accountId = await provenAddress(world, personId, address)
    await makeWatchAddress(world, who, { accountId, way: 'forward', version: 'test' })
    await sendTestMail(world, who, accountId)
    const seen = await watching(world, who, accountId)
    assert.ok(seen?.beatSentAt)
    await send({ letter: 'heartbeat', watchAddressId: seen.id })
    const [letter] = (await sink.received()).filter(({ to }) => to.includes(address))
    assert.ok(letter)
    const { subject = '' } = await PostalMime.parse(textOf(letter))
    assert.ok(subject.includes(seen.label))
    assert.doesNotMatch(textOf(letter), /https?:|watch-/)
    const expected = {
      label: labelOf(world.vault, seen.id),
      token: tokenOf(world.vault, seen.id, seen.beatSentAt),
      ourAddress: 'notices@protect.example',
    }
    const mail = { from: 'notices@protect.example', to: [address], subject, text: '', isChecked: true, shownBy: undefined }
    assert.deepEqual(sortMail(mail, { ...expected, provider: providerOf(address), account: address, awaitsCode: false }), { kind: 'beat' })
  })
}

test('the one reminder names no account, and asks for nothing at once', async () => {
  const accountId = await provenAddress(world, world.marta.personId, 'blind@gmail.com')
  const who = { kind: 'person', personId: world.marta.personId } as const
  await makeWatchAddress(world, who, { accountId, way: 'forward', version: 'test' })
  const { id } = (await watching(world, who, accountId)) ?? { id: '' }
  await send({ letter: 'watch-blind', watchAddressId: id })
  const blind = async () => (await sink.received()).filter(({ messageId }) => messageId.startsWith('<blind-'))
  assert.deepEqual(await blind(), [])
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('watch_address').set({ blind_since: world.clock.now() }).where('id', '=', id).execute(),
  )
  await send({ letter: 'watch-blind', watchAddressId: id })
  const letters = await blind()
  assert.ok(letters.length > 0)
  for (const letter of letters) {
    assert.ok(!letter.to.includes('marta@ruiz.example'))
    assert.doesNotMatch(textOf(letter), /blind@gmail|https?:/)
  }
})
