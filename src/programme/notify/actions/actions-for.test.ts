import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeLevels } from '#kernel'
import { actionsFor } from './actions-for.ts'
import { type ActionId, type Asked, actionIds, catalogue, mostMinutes } from './catalogue.ts'
import { menuHouseOf } from './menus.ts'

const got: Asked = {
  ...{ level: 'confirmed-access', kind: 'incident', findings: ['mail.new-bank'], account: 'work', hasOnlyMail: true, foundAnything: true },
}
const tried: Asked = { ...got, level: 'targeted' }
const ids = (asked: Asked): readonly ActionId[] => actionsFor(asked).map(({ id }) => id)

test('who may be read along is asked to end sessions first, then for a passkey, then for another password', () => {
  assert.deepEqual(ids(got), ['end-sessions', 'add-passkey', 'change-password'])
})

test('who has a passkey is asked to take away what was left behind instead', () => {
  assert.deepEqual(ids({ ...got, hasOnlyMail: false }), ['end-sessions', 'change-password', 'remove-rules'])
  assert.deepEqual(ids({ ...got, hasOnlyMail: false, account: 'personal' }), ['end-sessions', 'change-password', 'look-through'])
})

test('where an app was let in, it is the app that goes: a new password would not shut it out', () => {
  const byApp: Asked = { ...got, findings: ['mail.app-consent'] }
  assert.deepEqual(ids(byApp), ['end-sessions', 'add-passkey', 'remove-app'])
  assert.ok(!ids({ ...byApp, hasOnlyMail: false }).includes('change-password'))
})

test('where nobody got in, the mail is left alone and nothing is changed', () => {
  for (const level of ['targeted', 'attempt-blocked'] as const)
    assert.deepEqual(ids({ ...tried, level }), ['leave-mail', 'as-advised', 'tell-us'])
})

test('an administrator is asked to ask their colleague, and nothing about mailboxes', () => {
  assert.deepEqual(ids({ ...got, kind: 'organisation-told', account: undefined, findings: [] }), ['ask-them', 'mind-requests'])
})

test('of a first look that found nothing, nothing is asked', () => {
  assert.deepEqual(ids({ ...tried, kind: 'first-look', foundAnything: false }), [])
  assert.deepEqual(ids({ ...tried, kind: 'first-look' }), ['leave-old-mails', 'tell-us'])
})

test('a week in one letter asks for care, and for a word from whoever did what a mail asked', () => {
  assert.deepEqual(ids({ ...tried, kind: 'digest', account: undefined }), ['leave-old-mails', 'tell-us'])
})

/** Every combination of what a choice is made from. */
function* everyCase(): Generator<Asked> {
  for (const level of noticeLevels)
    for (const kind of ['incident', 'first-look', 'organisation-told', 'digest'] as const)
      for (const account of ['work', 'personal', undefined] as const)
        for (const findings of [['mail.app-consent'], ['mail.device-code'], []])
          for (const hasOnlyMail of [true, false])
            for (const foundAnything of [true, false]) yield { level, kind, account, findings, hasOnlyMail, foundAnything }
}

test('nobody is asked for more than three things or ten minutes, and the first helps most', () => {
  for (const asked of everyCase()) {
    const chosen = actionsFor(asked)
    assert.ok(chosen.length <= 3)
    assert.ok(chosen.reduce((sum, { minutes }) => sum + minutes, 0) <= mostMinutes)
    const places = chosen.map((action) => catalogue.indexOf(action))
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
    )
  }
})

test('each action is asked of somebody, and none of everybody', () => {
  const cases = [...everyCase()]
  for (const id of actionIds) {
    const count = cases.filter((asked) => ids(asked).includes(id)).length
    assert.ok(count > 0 && count < cases.length, `${id} in ${count} of ${cases.length}`)
  }
})

test('the menus are those of the house that keeps the mailbox, whoever owns its domain', () => {
  assert.equal(menuHouseOf('dana@gmail.com', undefined), 'google')
  assert.equal(menuHouseOf('dana@outlook.com', 'outlook.office365.com'), 'microsoft')
  assert.equal(menuHouseOf('dana@ruiz.example', 'outlook.office365.com'), 'microsoft-365')
  assert.equal(menuHouseOf('dana@ruiz.example', 'imap.gmail.com'), 'google')
  assert.equal(menuHouseOf('dana@ruiz.example', 'imap.notgmail.com'), 'other')
  assert.equal(menuHouseOf('dana@ruiz.example', undefined), 'other')
})
