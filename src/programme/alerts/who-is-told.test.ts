import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Matter, whoIsTold } from './who-is-told.ts'

const administrators = [
  { personId: 'ada', organisationId: 'campaign' },
  { personId: 'ben', organisationId: 'party' },
]
const personal: Matter = { reached: 'marta', organisationId: null, grantedTo: [], sharers: [], administrators }

test('a personal matter is told to its person and to nobody else', () => {
  assert.deepEqual(whoIsTold(personal), [{ personId: 'marta', as: 'mailbox-owner' }])
})

test('an organisation hears of a personal matter only while it is allowed to', () => {
  assert.deepEqual(whoIsTold({ ...personal, grantedTo: ['campaign'] }), [
    { personId: 'marta', as: 'mailbox-owner' },
    { personId: 'ada', as: 'administrator' },
  ])
})

test('a work matter interrupts the reached person only', () => {
  assert.deepEqual(whoIsTold({ ...personal, organisationId: 'campaign', grantedTo: ['campaign', 'party'] }), [
    { personId: 'marta', as: 'mailbox-owner' },
  ])
})

test('an administrator whose own mailbox was reached is told once', () => {
  const own = whoIsTold({ ...personal, reached: 'ada', grantedTo: ['campaign', 'party'] })
  assert.deepEqual(
    own.map(({ personId }) => personId),
    ['ada', 'ben'],
  )
})

test('one person who administers two allowed organisations is told once', () => {
  const both = [...administrators, { personId: 'ada', organisationId: 'party' }]
  assert.equal(
    whoIsTold({ ...personal, grantedTo: ['campaign', 'party'], administrators: both }).filter(({ personId }) => personId === 'ada').length,
    1,
  )
})

test('others of the household are told of the mailbox they read too, once, and never of a work matter', () => {
  const shared: Matter = { ...personal, sharers: ['sam', 'ada', 'marta'], grantedTo: ['campaign'] }
  assert.deepEqual(whoIsTold(shared), [
    { personId: 'marta', as: 'mailbox-owner' },
    { personId: 'sam', as: 'reads-it-too' },
    { personId: 'ada', as: 'reads-it-too' },
  ])
  assert.deepEqual(whoIsTold({ ...shared, organisationId: 'campaign' }), [{ personId: 'marta', as: 'mailbox-owner' }])
})
