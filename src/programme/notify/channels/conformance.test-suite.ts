/**
 * What every channel must do, as tests that are run over each: the same table
 * of what far ends do, whatever they speak. A new channel is its file and one
 * call of `conforms`.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Language, languages, noticeLevels } from '#kernel'
import { adviceOf, checkIn, sayIn, titleOf, whereIn } from '#mail'
import type { Mood } from '../../../../test/support/fakes/far-end.ts'
import { linkable } from '../../../../test/support/linkable.ts'
import { until } from '../../../../test/support/until.ts'
import { noticeForms } from '../letters/notice-forms.ts'
import type { Channel, Message, Sent } from './channel.ts'

export type Stand = {
  readonly channel: Channel
  readonly address: string
  /** As somebody would type it, and what is no address of this kind. */
  readonly typed: { readonly good: string; readonly bad: readonly string[] }
  readonly turn: (mood: Mood) => void
  /** What is made of each mood; those that this far end cannot have are left out. */
  readonly moods: Partial<Readonly<Record<Exclude<Mood, 'takes'>, Partial<Sent>>>>
  /** What readers got, as they see it, one a message. */
  readonly shown: () => readonly string[] | Promise<readonly string[]>
  /** Whether a reader gets the whole letter or its short or spoken form. */
  readonly form: 'text' | 'short' | 'spoken'
  readonly isIdempotent: boolean
  /** What must stand in no answer and no log. */
  readonly secrets: readonly string[]
  /** What was logged so far. */
  readonly logged: () => string
  /** Connections of ours that the far end holds. */
  readonly sockets?: () => number
  /** Ends the far end; nobody listens afterwards. */
  readonly close: () => Promise<void>
}

const sender = {
  ...{ name: 'Bellwether', publicAddress: 'https://protect.example', fromAddress: 'notices@protect.example' },
  ...{ helpContact: 'Ana, at the office', intakeDomain: '', relay: null },
}
const attackers =
  '<!channel> @room </Say><Hangup/> [pay](https://evil.example) **x** ]]> &lt; \r\nX-Evil: 1\u202Egnp.exe\u0000\u001B[2J {x} $(x) `x`'

let made = 0

/** A real notice of somebody whose attacker writes what hurts most. */
export function noticeIn(language: Language, changes: Partial<Message> = {}): Message {
  made += 1
  const code = `AB${String(made).padStart(6, '0')}`
  const content = {
    kind: 'incident',
    headline: 'mail.borrowed-name',
    reasons: [],
    from: attackers,
    subject: attackers,
    arrivedAt: new Date('2026-05-03T14:05:00Z'),
    account: { kind: 'work', masked: 'm…z@ruiz.example' },
  } as const
  const level = noticeLevels[made % noticeLevels.length] ?? 'targeted'
  const explain = { titleOf, sayIn, adviceOf, checkIn, whereIn }
  return {
    key: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    messageId: `<${made}@protect.example>`,
    ...{ language, level, code, decidedAt: new Date('2026-05-03T14:06:00Z') },
    ...noticeForms({ explain, sender }, { language, level, content: { ...content, reasons: [] }, code }),
    ...changes,
  }
}

/** Letters and digits alone: far ends set lines and signs in their own way. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '')

/** A channel's file is held to all of it. */
export function conforms(name: string, open: () => Promise<Stand>, options: { readonly skip?: string | false } = {}): void {
  describe(name, options, () => conform(open))
}

function conform(open: () => Promise<Stand>): void {
  const held = (title: string, work: (stand: Stand) => Promise<void>) => test(title, () => work(stand))
  let stand: Stand
  const answers: string[] = []
  before(async () => {
    stand = await open()
  })
  after(async () => {
    await stand.channel.close()
    await stand.close()
  })

  async function send(message: Message, address = stand.address): Promise<Sent> {
    const sent = await stand.channel.send(address, message)
    answers.push(sent.answer)
    return sent
  }
  const shownSince = (count: number) =>
    until('it arrived', async () => {
      const shown = await stand.shown()
      return shown.length > count && shown.slice(count)
    })

  held('an address is read as it is kept, shown so that only its owner knows it, and nothing else is taken for one', async () => {
    const { channel, typed, address } = stand
    assert.equal(channel.readAddress(`  ${typed.good} `), channel.readAddress(typed.good))
    assert.ok(channel.readAddress(typed.good))
    assert.equal(channel.readAddress(address), address)
    for (const bad of ['', ' ', 'x', 'javascript:alert(1)', 'https://user:pass@hooks.slack.com/x', ...typed.bad])
      assert.equal(channel.readAddress(bad), undefined, bad)
    assert.ok(!channel.masked(address).includes(address.slice(2, -2)))
    assert.equal(await channel.isSetUp(), true)
  })

  for (const language of languages)
    held(`a notice arrives whole in ${language}, with its code, and nothing in it can be tapped`, async () => {
      const before = (await stand.shown()).length
      const message = noticeIn(language)
      const sent = await send(message)
      assert.equal(sent.kind, 'taken')
      const [shown = '', ...more] = await shownSince(before)
      assert.deepEqual(more, [])
      const wanted = stand.form === 'spoken' ? message.spoken.join(' ') : message[stand.form]
      assert.ok(bare(shown).includes(bare(wanted)), `${shown}\n\nshould say\n\n${wanted}`)
      assert.deepEqual(linkable(shown), [])
    })

  held('pictures, accents and 300 letters arrive as they were written', async () => {
    const short = `Ñandú 🙂👩🏽‍💻 Größe “ça” — l’été… ${'Übermäßig '.repeat(30)}`.slice(0, 296)
    const message = noticeIn('de', { short, text: `${short}\n${'long '.repeat(400)}`, spoken: [short, 'The code is A, B.', 'Press 1.'] })
    const before = (await stand.shown()).length
    assert.equal((await send(message)).kind, 'taken')
    const [shown = ''] = await shownSince(before)
    assert.ok(bare(shown).includes(bare(short)), shown)
  })

  held("an attacker's words are words", async () => {
    const message = noticeIn('en', {
      subject: `Targeted ${attackers}`,
      text: attackers,
      short: attackers,
      spoken: [attackers, attackers, attackers],
    })
    const before = (await stand.shown()).length
    assert.equal((await send(message)).kind, 'taken')
    const [shown = '', ...more] = await shownSince(before)
    assert.deepEqual(more, [])
    for (const words of ['<!channel>', '@room', '</Say><Hangup/>', '[pay]', '**x**', '&lt;', '{x}', '$(x)'])
      assert.ok(shown.includes(words), `${words} in ${shown}`)
    assert.doesNotMatch(shown, /NOT PLAIN|[^\P{Cc}\n]|\u202E/u)
  })

  held('the same notice sent again is one message where the far end knows its key, and never an error', async () => {
    const message = noticeIn('fr')
    const before = (await stand.shown()).length
    const [first, second] = [await send(message), await send(message)]
    assert.deepEqual([first.kind, second.kind], ['taken', 'taken'])
    await until('both arrived', async () => (await stand.shown()).length >= before + (stand.isIdempotent ? 1 : 2))
    assert.equal((await stand.shown()).length, before + (stand.isIdempotent ? 1 : 2))
  })

  held('whatever the far end does is said in four words, in time', async () => {
    for (const [mood, wanted] of Object.entries(stand.moods)) {
      stand.turn(mood as Mood)
      const beganAtMs = Date.now()
      const sent = await send(noticeIn('es'))
      const { answer, ...rest } = sent
      assert.partialDeepStrictEqual(rest, wanted, `${mood}: ${JSON.stringify(sent)}`)
      assert.notEqual(rest.kind, 'taken')
      assert.ok(answer.length > 0 && answer.length <= 200 && !/[\r\n]/.test(answer), answer)
      assert.ok(Date.now() - beganAtMs < 5000, mood)
    }
    stand.turn('takes')
    assert.equal(await until('it takes again', async () => (await send(noticeIn('es'))).kind === 'taken'), true)
  })

  held('no answer and no log has an address or a secret in it', async () => {
    assert.ok(answers.length > 0)
    for (const secret of [...stand.secrets, stand.address]) {
      assert.deepEqual(
        answers.filter((answer) => answer.includes(secret)),
        [],
      )
      assert.ok(!stand.logged().includes(secret))
    }
  })

  held('nothing is left open when it is closed, and nobody who listens is waited for in vain', async () => {
    await stand.channel.close()
    const { sockets } = stand
    if (sockets !== undefined) await until('all connections are closed', () => sockets() === 0)
    await stand.close()
    const { kind } = await stand.channel.send(stand.address, noticeIn('en'))
    assert.equal(kind, 'later')
  })
}
