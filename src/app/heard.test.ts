import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openChannelSettings } from '#notify'
import { twilioAccount, twilioSignature } from '../../test/support/fakes/twilio.ts'
import { openWorld, type World } from '../../test/support/programme.ts'
import { isHeard, openHeard } from './heard.ts'

let world: World
let heard: ReturnType<typeof openHeard>
const logged: string[] = []
before(async () => {
  world = await openWorld()
  const write = (facts: object, message: string) => void logged.push(`${JSON.stringify(facts)} ${message}`)
  const log = { info: write, warn: write, error: write }
  heard = openHeard({ ...world, log, publicAddress: async () => 'https://protect.example' })
  await openChannelSettings(world).save(world.analyst, { sms: { gateway: 'twilio', ...twilioAccount, sender: '1234' } })
})
after(() => world.storage.close())

const posted = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  heard(
    new Request('http://127.0.0.1:8080/heard/twilio-reply?x=1', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    }),
  )

test('whoever calls learns nothing of whether they were believed', async () => {
  const form = { From: '+15555550142', Body: 'hello' }
  // Signed for the address that the world knows us by, not for that of our own socket behind a proxy.
  const signature = twilioSignature('https://protect.example/heard/twilio-reply?x=1', form)
  const answers = [
    await posted(new URLSearchParams(form).toString(), { 'x-twilio-signature': signature }),
    await posted(new URLSearchParams(form).toString(), { 'x-twilio-signature': 'forged' }),
    await posted(''),
  ]
  for (const answer of answers) assert.deepEqual([answer.status, await answer.text()], [200, '<Response/>'])
  const asked = await heard(new Request('http://127.0.0.1:8080/heard/kannel-report?of=x&state=1'))
  assert.deepEqual([asked.status, await asked.text()], [200, ''])
  assert.deepEqual(logged, [])
})

test('what is no form, or longer than any of them, is refused', async () => {
  assert.equal((await posted('{}', { 'content-type': 'application/json' })).status, 400)
  assert.equal((await posted(`Body=${'x'.repeat(20_000)}`)).status, 400)
})

test('only what stands below /heard/ is for gateways', () => {
  for (const [path, is] of [
    ['/heard/voice-key', true],
    ['/heard', false],
    ['/heardx/', false],
    ['/check?x=/heard/', false],
  ] as const)
    assert.equal(isHeard(new Request(`http://127.0.0.1${path}`)), is, path)
})
