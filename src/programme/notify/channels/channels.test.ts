import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { createAsker } from '#fetch'
import { openStand } from '../../../../test/support/channel-stand.ts'
import { startFarEnd } from '../../../../test/support/fakes/far-end.ts'
import { matrixToken, startMatrix } from '../../../../test/support/fakes/matrix.ts'
import { startSignal } from '../../../../test/support/fakes/signal-cli.ts'
import { slackPath, startSlack } from '../../../../test/support/fakes/slack.ts'
import { startTeams, teamsPath } from '../../../../test/support/fakes/teams.ts'
import { spokenIn, startTwilio, twilioAccount } from '../../../../test/support/fakes/twilio.ts'
import { conforms, noticeIn, type Stand } from './conformance.test-suite.ts'
import { openChannels } from './index.ts'
import { matrixChannel } from './matrix.ts'
import { signalChannel } from './signal.ts'
import { slackChannel } from './slack.ts'
import { smsChannel } from './sms.ts'
import { teamsChannel } from './teams.ts'
import { voiceChannel } from './voice.ts'
import { webhookChannel, webhookSecret } from './webhook.ts'

const number = '+15555550142'
const typedNumbers = {
  good: '+1 555 555-0142',
  bad: ['5555550142', '+999 12', '+1555555014255555', 'tel:+15555550142', '+15555550142;+15555550143'],
}

/** A gateway is everybody's: when it fails, the others need not be tried. */
const broken = (everybody: boolean): Stand['moods'] => ({
  silent: { kind: 'later', everybody },
  switches: { kind: 'later', everybody },
  endless: { kind: 'later', everybody },
})
const brokenGateway = { ...broken(true), rubbish: { kind: 'later', everybody: true } } as const

conforms('text messages through Twilio', async () => {
  const twilio = await startTwilio()
  const stand = openStand({ settings: { sms: { gateway: 'twilio', url: twilio.url, ...twilioAccount, sender: '+15555550100' } } })
  return {
    ...{ channel: smsChannel(stand.deps), address: number, typed: typedNumbers, form: 'short', isIdempotent: false },
    turn: twilio.turn,
    moods: {
      ...brokenGateway,
      gone: { kind: 'gone' },
      refuses: { kind: 'refused' },
      later: { kind: 'later', everybody: true, afterMs: 3000 },
    },
    shown: () => twilio.messages.map(({ Body = '' }) => Body),
    secrets: [twilioAccount.authToken, Buffer.from(`${twilioAccount.accountSid}:${twilioAccount.authToken}`).toString('base64')],
    logged: stand.logged,
    close: async () => {
      stand.close()
      await twilio.close()
    },
  }
})

conforms('calls', async () => {
  const twilio = await startTwilio()
  const stand = openStand({ settings: { voice: { url: twilio.url, ...twilioAccount, from: '+15555550100' } } })
  return {
    ...{ channel: voiceChannel(stand.deps), address: number, typed: typedNumbers, form: 'spoken', isIdempotent: false },
    turn: twilio.turn,
    moods: {
      ...brokenGateway,
      gone: { kind: 'gone' },
      refuses: { kind: 'refused' },
      later: { kind: 'later', everybody: true, afterMs: 3000 },
    },
    shown: () => twilio.calls.map(({ Twiml = '' }) => spokenIn(Twiml)?.join(' ') ?? 'NOT PLAIN'),
    secrets: [twilioAccount.authToken],
    logged: stand.logged,
    close: async () => {
      stand.close()
      await twilio.close()
    },
  }
})

conforms('Signal', async () => {
  const account = '+15555550100'
  const cli = await startSignal(account)
  const stand = openStand({ settings: { signal: { url: cli.url, account } } })
  return {
    ...{ channel: signalChannel(stand.deps), address: number, typed: typedNumbers, form: 'text', isIdempotent: false },
    turn: cli.turn,
    moods: {
      ...brokenGateway,
      gone: { kind: 'gone' },
      refuses: { kind: 'later', everybody: false },
      later: { kind: 'later', everybody: true, afterMs: 30_000 },
    },
    shown: () => cli.messages,
    secrets: [account],
    logged: stand.logged,
    close: async () => {
      stand.close()
      await cli.close()
    },
  }
})

conforms('Matrix', async () => {
  const room = '!OGEhHVWSdvArJzumhm:ruiz.example'
  const homeserver = await startMatrix(room)
  const stand = openStand({ settings: { matrix: { homeserver: homeserver.url, accessToken: matrixToken } } })
  return {
    ...{ channel: matrixChannel(stand.deps), address: room, form: 'text', isIdempotent: true },
    typed: { good: room, bad: ['#room:ruiz.example', '@ana:ruiz.example', '!a b:ruiz.example', '!room:ruiz.example/../x'] },
    turn: homeserver.turn,
    moods: {
      ...brokenGateway,
      gone: { kind: 'gone' },
      refuses: { kind: 'refused' },
      later: { kind: 'later', everybody: true, afterMs: 1500 },
    },
    shown: () => homeserver.messages,
    secrets: [matrixToken],
    logged: stand.logged,
    close: async () => {
      stand.close()
      await homeserver.close()
    },
  }
})

conforms('Slack', async () => {
  const slack = await startSlack()
  const stand = openStand({ instead: { of: 'https://hooks.slack.com', url: slack.url } })
  const address = `https://hooks.slack.com${slackPath}`
  return {
    ...{ channel: slackChannel(stand.deps), address, form: 'text', isIdempotent: false },
    typed: {
      good: address,
      bad: [address.replace('https', 'http'), 'https://hooks.slack.com.evil.example/services/T/B/x', 'https://127.0.0.1/services'],
    },
    turn: slack.turn,
    moods: {
      ...broken(false),
      rubbish: { kind: 'later', everybody: false },
      gone: { kind: 'gone' },
      refuses: { kind: 'refused' },
      later: { kind: 'later', everybody: false, afterMs: 1000 },
    },
    shown: () => slack.messages,
    secrets: ['slack-secret-of-the-room'],
    logged: stand.logged,
    close: async () => {
      stand.close()
      await slack.close()
    },
  }
})

conforms('Teams', async () => {
  const teams = await startTeams()
  const home = 'https://prod-12.westeurope.logic.azure.com'
  const stand = openStand({ instead: { of: home, url: teams.url } })
  const address = `${home}${teamsPath}`
  return {
    ...{ channel: teamsChannel(stand.deps), address, form: 'text', isIdempotent: false },
    typed: {
      good: address,
      bad: ['https://logic.azure.com.evil.example/x', 'https://evillogic.azure.com/', 'http://prod-12.westeurope.logic.azure.com/'],
    },
    turn: teams.turn,
    moods: {
      ...broken(false),
      gone: { kind: 'gone' },
      refuses: { kind: 'refused' },
      later: { kind: 'later', everybody: false, afterMs: 2000 },
    },
    shown: () => teams.messages,
    secrets: ['teams-secret-of-the-room'],
    logged: stand.logged,
    close: async () => {
      stand.close()
      await teams.close()
    },
  }
})

const hookAddress = 'https://hooks.ruiz.example/in?key=secret-of-the-hook'

conforms('webhooks', async () => {
  const received = new Map<string, string>()
  const end = await startFarEnd(({ headers, body }, mood) => {
    if (mood === 'gone') return { status: 410, body }
    if (mood === 'refuses') return { status: 422, body }
    if (mood === 'later') return { status: 429, headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }, body }
    const event = new Webhook(webhookSecret(stand.deps.vault, hookAddress)).verify(body, Object(headers))
    received.set(String(headers['idempotency-key']), Object(event).data.text)
    return { status: 204, body: '' }
  })
  const stand = openStand({ instead: { of: 'https://hooks.ruiz.example', url: end.url } })
  return {
    ...{ channel: webhookChannel(stand.deps), address: hookAddress, form: 'text', isIdempotent: true },
    typed: { good: hookAddress, bad: ['http://hooks.ruiz.example/in', 'https://hooks.ruiz.example:8443/in', 'ftp://hooks.ruiz.example/'] },
    turn: end.turn,
    moods: {
      ...broken(false),
      gone: { kind: 'gone' },
      refuses: { kind: 'refused' },
      later: { kind: 'later', everybody: false },
    },
    shown: () => [...received.values()],
    secrets: ['secret-of-the-hook', webhookSecret(stand.deps.vault, hookAddress)],
    logged: stand.logged,
    close: async () => {
      stand.close()
      await end.close()
    },
  }
})

test('a channel that nobody set up says so, and takes nothing', async () => {
  const stand = openStand({})
  for (const channel of openChannels(stand.deps)) {
    const isGateway = ['sms', 'voice', 'signal', 'matrix'].includes(channel.name)
    assert.equal(await channel.isSetUp(), !isGateway, channel.name)
    if (isGateway) assert.partialDeepStrictEqual(await channel.send(number, noticeIn('en')), { kind: 'later', everybody: true })
    await channel.close()
  }
  stand.close()
})

test('an address that leads into the house is not dialled', async () => {
  const stand = openStand({})
  const askTyped = createAsker({ lookUp: async () => ['10.0.0.5'] })
  const webhook = webhookChannel({ ...stand.deps, askTyped })
  const sent = await webhook.send('https://inside.ruiz.example/', noticeIn('en'))
  assert.deepEqual(sent, { kind: 'later', answer: 'not on the open internet', everybody: false })
  stand.close()
})
