import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openStand } from '../../../../test/support/channel-stand.ts'
import { type FarEnd, startFarEnd } from '../../../../test/support/fakes/far-end.ts'
import { type Kannel, kannelUser, startKannel } from '../../../../test/support/kannel.ts'
import { needs } from '../../../../test/support/system-parts.ts'
import { until } from '../../../../test/support/until.ts'
import { conforms, noticeIn } from './conformance.test-suite.ts'
import { readKannelReply } from './replies.ts'
import { type Report, readKannelReport } from './reports.ts'
import { smsChannel } from './sms.ts'

const number = '+15555550142'
const typed = { good: '+1 555 555-0142', bad: ['5555550142', '+15555550142 +15555550143'] }
const replySecret = '0123456789abcdef'

/** Of a Kannel as an operator runs it. */
const settingsFor = (url: string, password: string = kannelUser.password) => ({
  sms: { gateway: 'kannel', url, user: kannelUser.user, password, sender: 'Bellwether', replySecret },
})

conforms(
  'text messages through Kannel',
  async () => {
    const kannel = await startKannel({ replyTo: 'http://127.0.0.1:9/' })
    const stand = openStand({ settings: settingsFor(kannel.url), publicAddress: 'http://127.0.0.1:9' })
    return {
      ...{ channel: smsChannel(stand.deps), address: number, typed, form: 'short', isIdempotent: false },
      turn: () => undefined,
      // A real Kannel has no moods: its answers are told below, and those of a broken one with the pretended one.
      moods: {},
      shown: kannel.texts,
      secrets: [kannelUser.password],
      logged: stand.logged,
      close: async () => {
        stand.close()
        await kannel.stop()
      },
    }
  },
  needs('kannel'),
)

conforms('text messages through a Kannel that has its moods', async () => {
  const texts: string[] = []
  const end = await startFarEnd(({ query }, mood) => {
    // In the words of Kannel 1.4.5.
    if (mood === 'gone') return { status: 400, body: 'Number(s) has/have been denied by white- and/or black-lists.' }
    if (mood === 'refuses') return { status: 403, body: `Authorization failed for sendsms ${query}` }
    if (mood === 'later') return { status: 503, body: 'Temporal failure, try again later.' }
    texts.push(query.get('text') ?? '')
    return { status: 202, body: '0: Accepted for delivery' }
  })
  const stand = openStand({ settings: settingsFor(end.url) })
  return {
    ...{ channel: smsChannel(stand.deps), address: number, typed, form: 'short', isIdempotent: false },
    turn: end.turn,
    moods: {
      gone: { kind: 'refused' },
      refuses: { kind: 'later', everybody: true },
      later: { kind: 'later', everybody: true },
      silent: { kind: 'later', everybody: true },
      rubbish: { kind: 'later', everybody: true },
      switches: { kind: 'later', everybody: true },
      endless: { kind: 'later', everybody: true },
    },
    shown: () => texts,
    secrets: [kannelUser.password],
    logged: stand.logged,
    close: async () => {
      stand.close()
      await end.close()
    },
  }
})

describe('a real Kannel', needs('kannel'), () => {
  let kannel: Kannel
  /** Where Kannel reports to, as our web server would be. */
  let ours: FarEnd
  before(async () => {
    ours = await startFarEnd(() => ({ status: 200, body: '' }))
    kannel = await startKannel({ replyTo: `${ours.url}/heard/kannel-reply?from=%p&text=%a&secret=${replySecret}` })
  })
  after(async () => {
    await kannel.stop()
    await ours.close()
  })

  const open = (password?: string) => {
    const stand = openStand({ settings: settingsFor(kannel.url, password), publicAddress: ours.url })
    return { ...stand, channel: smsChannel(stand.deps) }
  }
  const reportsIn = (stand: ReturnType<typeof open>): readonly Report[] =>
    ours.asked.flatMap(({ path, query }) => (path === '/heard/kannel-report' ? (readKannelReport(stand.deps.vault, query) ?? []) : []))

  test('each message is reported as arrived, under the key that it was sent with', async () => {
    const stand = open()
    const messages = [noticeIn('en'), noticeIn('es'), noticeIn('de', { short: 'kurz' })]
    for (const message of messages) assert.equal((await stand.channel.send(number, message)).kind, 'taken')
    for (const { key } of messages) {
      const report = await until('the report came', () => reportsIn(stand).find(({ of }) => 'key' in of && of.key === key))
      assert.deepEqual(report, { channel: 'sms', of: { key }, state: 'delivered', answer: 'dlr 1' })
    }
    await stand.channel.close()
    stand.close()
  })

  test('300 letters are two parts in the alphabet of telephones, and five in the other', async () => {
    const stand = open()
    for (const [short, parts] of [
      ['a'.repeat(160), 1],
      [`${'a'.repeat(299)}é`, 2],
      ['ñ’…€ß'.repeat(10), 1],
      ['ó'.repeat(70), 1],
      ['ó'.repeat(71), 2],
      ['ó'.repeat(300), 5],
    ] as const) {
      const before = await kannel.parts()
      await stand.channel.send(number, noticeIn('en', { short }))
      await until('all parts came', async () => (await kannel.parts()) === before + parts)
    }
    await stand.channel.close()
    stand.close()
  })

  test('a wrong password is the operator’s matter, and no notice is lost by it', async () => {
    const stand = open('wrong')
    assert.deepEqual(await stand.channel.send(number, noticeIn('en')), { kind: 'later', answer: '403', everybody: true })
    await stand.channel.close()
    stand.close()
  })

  test('what somebody writes back is read, with their number', async () => {
    await kannel.reply('15555550142', 'YES é please')
    const { query } = await until('the reply came', () => ours.asked.find(({ path }) => path === '/heard/kannel-reply'))
    assert.deepEqual(readKannelReply(replySecret, query), { from: number, text: 'YES é please' })
    assert.equal(readKannelReply('another-secret-123', query), undefined)
    assert.equal(readKannelReply(null, query), undefined)
  })
})
