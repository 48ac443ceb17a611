import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Inspection, inspect, nobody, type Seen, type SenderHistory } from '#mail'
import { histories } from '../../../../test/support/histories.ts'
import { fixtureMail, fixtureNames, riverton } from '../../../../test/support/mail-fixtures.ts'

const trustedAuthserv: readonly string[] = ['mx.riverton.example']
const byHistory = new Set(['mail.first-contact', 'mail.name-from-new-address', 'mail.stranger-in-thread', 'mail.answer-to-new-address'])
const spoke = ({ findings }: Inspection): readonly string[] => findings.map(({ id }) => id).filter((id) => byHistory.has(id))
const look = (name: string, history?: SenderHistory) =>
  inspect(fixtureMail(name), { trustedAuthserv, circle: riverton, ...(history !== undefined && { history }) })
const named = (kind: 'hostile' | 'honest') => Object.entries(histories).filter(([name]) => name.startsWith(`history/${kind}`))

test('each mail has its memory, and each memory its mail', () => {
  assert.deepEqual(Object.keys(histories).sort(), fixtureNames('history'))
  assert.ok(named('hostile').length >= 10 && named('honest').length >= 10)
})

for (const [name, history] of named('hostile')) {
  test(`${name} is dangerous to who remembers`, async () => {
    const { verdict, score, reasons, weights } = await look(name, history)
    assert.equal(verdict, 'dangerous', `${score} ${JSON.stringify(weights)}`)
    assert.ok(reasons.length > 0)
  })
}

for (const [name, history] of named('honest')) {
  test(`${name} is left alone by who remembers`, async () => {
    const inspection = await look(name, history)
    assert.equal(inspection.verdict, 'fine', `${inspection.score} ${JSON.stringify(inspection.weights)}`)
  })
}

test('without a memory, or with a young one, nobody is called new', async () => {
  for (const name of [...fixtureNames('history'), ...fixtureNames('hostile').slice(0, 40), ...fixtureNames('honest')]) {
    assert.deepEqual(spoke(await look(name)), [], name)
    const history = histories[name]
    if (history === undefined) continue
    const young = await look(name, { ...history, ripe: false })
    assert.deepEqual(spoke(young), [], `${name}, young`)
  }
})

test('an eighth of them only the memory finds', async () => {
  const missed = await Promise.all(named('hostile').map(async ([name]) => (await look(name)).verdict !== 'dangerous'))
  assert.ok(
    missed.filter(Boolean).length >= missed.length / 8,
    `${missed.filter(Boolean).length} of ${missed.length} are not dangerous without it`,
  )
})

test('no honest mail becomes dangerous because nobody has heard of its sender', async () => {
  for (const name of fixtureNames('honest')) {
    for (const circle of [nobody, riverton]) {
      const about = /^From:[^\n]*?([^\s<>"]+@[^\s<>"]+)/m.exec(Buffer.from(fixtureMail(name)).toString())?.[1]?.toLowerCase() ?? ''
      const history: SenderHistory = { about, ripe: true, address: {}, domain: {}, elsewhere: 0 }
      const { verdict, score, weights } = await inspect(fixtureMail(name), { trustedAuthserv, circle, history })
      assert.notEqual(verdict, 'dangerous', `${name} ${score} ${JSON.stringify(weights)}`)
    }
  }
})

test('who only ever wrote to us has bought little; who we write with counts, as long as the check of the sender holds', async () => {
  const name = 'history/honest-mutual-hurry'
  const friend = histories[name]
  assert.ok(friend)
  const clears = async (seen: Seen, bytes = fixtureMail(name)) => {
    const history = { ...friend, address: { reader: seen } }
    const { weights } = await inspect(bytes, { trustedAuthserv, circle: riverton, history })
    return weights.filter(({ kind }) => kind === 'history').reduce((total, { points }) => total + points, 0)
  }
  const mutual = { heardWeeks: 9, wroteWeeks: 7, firstDaysAgo: 210, lastDaysAgo: 4 }
  const fiftyInAWeek = { heardWeeks: 1, wroteWeeks: 0, firstDaysAgo: 6, lastDaysAgo: 0 }
  const everyWeek = { heardWeeks: 40, wroteWeeks: 0, firstDaysAgo: 360, lastDaysAgo: 1 }
  assert.deepEqual([await clears(fiftyInAWeek), await clears(everyWeek), await clears(mutual)], [0, -8, -40])
  const failing = Buffer.from(
    Buffer.from(fixtureMail(name)).toString().replace('dmarc=pass', 'dmarc=fail').replace('dkim=pass', 'dkim=fail'),
  )
  assert.equal(await clears(mutual, failing), 0)
  const unchecked = Buffer.from(
    Buffer.from(fixtureMail(name))
      .toString()
      .replace(/^Authentication-Results[^\n]*\n/m, ''),
  )
  assert.equal(await clears(mutual, unchecked), -8)
})

test('an answer about somebody else is no answer', async () => {
  const history = histories['history/hostile-name-lookalike']
  assert.ok(history)
  assert.deepEqual(spoke(await look('history/hostile-name-lookalike', { ...history, about: 'other@harborllne.example' })), [])
})
