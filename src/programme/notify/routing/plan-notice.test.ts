import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysMs, deliveryChannels, isWithin, minuteOfDay, minutesMs, type NoticeLevel, noticeLevels } from '#kernel'
import { hoursOfSetting, minutesOf, zones } from '../../../../test/support/minute-walk.ts'
import type { ChannelName } from '../channels/channel.ts'
import { isAccess } from './levels.ts'
import { planNotice, type ToTell, type Way } from './plan-notice.ts'
import type { Preference } from './preference.ts'
import { remindersOf } from './reminders.ts'

const channelNames = deliveryChannels.filter((one) => one !== 'home')
const day = new Date('2026-11-26T12:00:00Z')
const night = new Date('2026-11-26T23:30:00Z')
const preference: Preference = { channelOrder: [], zone: 'UTC', quiet: { from: 1320, until: 420 } }
const way = (channel: ChannelName, more: Partial<Way> = {}): Way => ({
  ...{ channel, id: channel, isSubject: false, isProven: true, isBouncing: false },
  ...more,
})
const usual: ToTell = {
  level: 'targeted',
  suspectedTakeOver: false,
  now: day,
  ways: [way('mail', { id: 'subject', isSubject: true }), way('mail'), way('sms'), way('push'), way('voice'), way('matrix')],
  preference,
  interruptionsThisMonth: 0,
}

/** `push 0 sms 10`: the channels with their minutes after now. */
function plan(more: Partial<ToTell>): string {
  const told = { ...usual, ...more }
  const { deliveries, digest } = planNotice(told)
  if (digest) return 'digest'
  const minutes = (at: Date) => Math.round((at.getTime() - told.now.getTime()) / minutesMs(1))
  return deliveries.map(({ channel, dueAt, state }) => `${channel} ${state === 'held' ? state : minutes(dueAt)}`).join(' ')
}

test('who was only targeted is told on one channel and by mail, and no further one follows', () => {
  assert.equal(plan({}), 'push 0 mail 0')
  assert.equal(plan({ level: 'attempt-blocked' }), 'push 0 mail 0')
})

test('when somebody may be in, the next channel follows each ten minutes, the whole text by mail at once', () => {
  assert.equal(plan({ level: 'possible-access' }), 'push 0 mail 0 sms 10 matrix 20 voice 30')
  assert.equal(plan({ level: 'confirmed-access', ways: [way('voice'), way('sms')] }), 'sms 0 voice 10')
})

test('each person has their own order; what they did not name comes after', () => {
  const named = (...channelOrder: ChannelName[]) => ({ preference: { ...preference, channelOrder } })
  assert.equal(plan(named('matrix')), 'matrix 0 mail 0')
  assert.equal(
    plan({ ...named('voice', 'sms'), level: 'confirmed-access' }),
    'voice 0 mail 0 sms 10 push 20 matrix 30',
    'somebody who asks to be called first is called',
  )
  assert.equal(plan(named('mail')), 'mail 0', 'nothing before mail: nothing rings')
})

test('only what is proven and answers is used', () => {
  const ways = [way('push', { isProven: false }), way('signal', { isBouncing: true }), way('sms'), way('mail', { isProven: false })]
  assert.equal(plan({ ways }), 'sms 0')
})

test('the mailbox it is about is never written to, at no level', () => {
  const subject = way('mail', { id: 'subject', isSubject: true })
  for (const level of noticeLevels)
    for (const suspectedTakeOver of [true, false]) {
      const alone = planNotice({ ...usual, level, suspectedTakeOver, ways: [subject] })
      assert.deepEqual([alone.digest, alone.reaches, alone.deliveries], [false, false, []])
      assert.equal(alone.why, 'nowhere to tell it: 1 is the mailbox it is about')
      const more = planNotice({ ...usual, level, suspectedTakeOver, ways: [subject, way('mail')] })
      assert.deepEqual(
        more.deliveries.map(({ accountId }) => accountId),
        ['mail'],
      )
      assert.match(more.why, suspectedTakeOver ? /somebody else may hold/ : /nothing to the mailbox it is about/)
    }
})

test('with a take-over suspected, chats that the mailbox opens are held and another channel is the first', () => {
  const ways = [way('slack'), way('sms'), way('mail')]
  const first = { preference: { ...preference, channelOrder: ['slack'] as const } }
  assert.equal(plan({ ...first, ways, level: 'possible-access' }), 'slack 0 mail 0 sms 10')
  assert.equal(plan({ ...first, ways, level: 'possible-access', suspectedTakeOver: true }), 'sms 0 mail 0 slack held')
  assert.equal(planNotice({ ...usual, ways: [way('slack')], suspectedTakeOver: true }).reaches, false)
  assert.equal(planNotice({ ...usual, ways: [way('slack')] }).reaches, true)
})

test('a call is for access, or for whom nothing else reaches', () => {
  assert.equal(plan({ ways: [way('voice'), way('mail')] }), 'mail 0')
  assert.equal(plan({ ways: [way('voice')] }), 'voice 0')
  assert.equal(plan({ ways: [way('voice'), way('mail')], level: 'possible-access' }), 'voice 0 mail 0')
})

test('a quiet night holds what can wait, and never access; the reason is said', () => {
  assert.equal(plan({ now: night }), 'push 450 mail 450')
  assert.match(planNotice({ ...usual, now: night }).why, /^targeted: quiet hours in UTC until 2026-11-27T07:00:00.000Z; push/)
  assert.equal(plan({ now: night, level: 'possible-access', ways: [way('push'), way('sms')] }), 'push 0 sms 10')
  assert.match(planNotice({ ...usual, now: night, level: 'confirmed-access' }).why, /at once, in quiet hours: they hold back no access/)
  assert.match(planNotice({ ...usual, level: 'confirmed-access' }).why, /^confirmed-access: at once; push/)
  assert.equal(plan({ now: night, preference: { ...preference, quiet: { from: 0, until: 0 } } }), 'push 0 mail 0', 'never quiet')
})

test('a third interruption of a month waits for the digest, and access does not', () => {
  assert.equal(plan({ interruptionsThisMonth: 1 }), 'push 0 mail 0')
  assert.equal(plan({ interruptionsThisMonth: 2 }), 'digest')
  assert.match(planNotice({ ...usual, interruptionsThisMonth: 2 }).why, /^digest: 2 interruptions this month/)
  assert.equal(plan({ interruptionsThisMonth: 9, level: 'possible-access', ways: [way('sms')] }), 'sms 0')
})

test('all devices of a channel are told in its turn, and access goes before the rest', () => {
  const ways = [way('push', { id: 'phone' }), way('sms'), way('push', { id: 'desk' })]
  const { deliveries } = planNotice({ ...usual, level: 'confirmed-access', ways })
  assert.deepEqual(
    deliveries.map(({ contactMethodId, accountId, priority }) => [contactMethodId, accountId, priority]),
    [
      ['phone', null, 0],
      ['desk', null, 0],
      ['sms', null, 0],
    ],
  )
})

test('a notice has until its deadline: an hour, four, or a week', () => {
  const hours = (level: NoticeLevel) => (planNotice({ ...usual, level }).deadlineAt.getTime() - day.getTime()) / 3_600_000
  assert.deepEqual(noticeLevels.map(hours), [168, 168, 4, 1])
})

test('reminders come after a day, three days and a week, by night only when somebody may be in, and never of a digest', () => {
  const hours = (level: NoticeLevel, decidedAt: Date) =>
    remindersOf({ level, decidedAt, digest: false }, preference).map(({ dueAt }) => (dueAt.getTime() - decidedAt.getTime()) / 3_600_000)
  assert.deepEqual(hours('targeted', day), [24, 72, 168])
  assert.deepEqual(hours('targeted', night), [31.5, 79.5, 175.5])
  assert.deepEqual(hours('possible-access', night), [24, 72, 168])
  assert.deepEqual(remindersOf({ level: 'targeted', decidedAt: day, digest: true }, preference), [])
})

const moments = zones.flatMap((zone) =>
  [Date.parse('2026-11-26'), ...hoursOfSetting(zone, ['2026-01-01', '2028-01-01'])].map((at) => ({ zone, at })),
)
const ways = fc.array(
  fc.record({
    channel: fc.constantFrom(...channelNames),
    id: fc.uuid(),
    isSubject: fc.boolean(),
    isProven: fc.boolean(),
    isBouncing: fc.boolean(),
  }),
  { maxLength: 8 },
)
const anything = fc
  .record({
    level: fc.constantFrom(...noticeLevels),
    suspectedTakeOver: fc.boolean(),
    around: fc.constantFrom(...moments),
    before: fc.nat(daysMs(1)),
    ways,
    channelOrder: fc.uniqueArray(fc.constantFrom(...channelNames)),
    from: fc.nat(1439),
    until: fc.nat(1439),
    interruptionsThisMonth: fc.nat(4),
  })
  .map(({ around, before, channelOrder, from, until, ...rest }) => ({
    ...rest,
    now: new Date(around.at - before),
    preference: { channelOrder, zone: around.zone, quiet: { from, until } },
  }))

/** The first minute that is not quiet, found by looking at each. */
function wakes({ now, preference: { zone, quiet } }: ToTell): number {
  const start = now.getTime() - (now.getTime() % minutesMs(1))
  const minute = [...minutesOf(zone, start, start + daysMs(2))].find(({ reading }) => !isWithin(minuteOfDay(reading), quiet))
  return Math.max(minute?.at ?? Number.NaN, now.getTime())
}

test('whatever a person has and wants, in forty zones and on the nights of their clocks, the rules hold', () => {
  fc.assert(
    fc.property(anything, (told) => {
      const { deliveries, digest, reaches } = planNotice(told)
      const usable = told.ways.filter(({ isSubject, isProven, isBouncing }) => !isSubject && isProven && !isBouncing)
      const access = isAccess(told.level)
      for (const { accountId, contactMethodId } of deliveries) assert.ok(usable.some(({ id }) => id === (accountId ?? contactMethodId)))
      if (access)
        assert.equal(new Set(deliveries.map((one) => one.accountId ?? one.contactMethodId)).size, new Set(usable.map(({ id }) => id)).size)
      assert.equal(digest, !access && usable.length > 0 && told.interruptionsThisMonth >= 2)
      if (digest) return assert.deepEqual(deliveries, [])
      assert.equal(deliveries.filter(({ channel }) => channel === 'mail').length, usable.filter(({ channel }) => channel === 'mail').length)
      const first = access ? told.now.getTime() : wakes(told)
      if (reaches) assert.equal(Math.min(...deliveries.map(({ dueAt }) => dueAt.getTime())), first)
      for (const { channel, dueAt } of deliveries) if (channel === 'mail' || !access) assert.equal(dueAt.getTime(), first)
      const ringing = new Set(deliveries.map(({ channel }) => channel).filter((channel) => channel !== 'mail'))
      if (!access) assert.ok(ringing.size <= 1)
    }),
    { numRuns: 500 },
  )
})
