import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minutesMs } from '#kernel'
import { type Escalation, nextStep, type Taken, type Target } from './escalate.ts'

const since = new Date('2026-11-26T03:00:00Z')
const escalation: Escalation = {
  steps: [
    { target: { kind: 'schedule', id: 'desk' }, thenMinutes: 10 },
    { target: { kind: 'schedule', id: 'second' }, thenMinutes: 5 },
    { target: { kind: 'person', id: 'ines' }, thenMinutes: 30 },
  ],
  repeats: 1,
}

/** All steps as `minutes:people`, taken as soon as they are due. */
function story(of: Escalation, peopleAt: (target: Target, at: Date) => readonly string[]): readonly string[] {
  const told: string[] = []
  let taken: Taken | undefined
  for (let next = nextStep(of, { taken, since, peopleAt }); next; next = nextStep(of, { taken, since, peopleAt })) {
    told.push(`${(next.dueAt.getTime() - since.getTime()) / minutesMs(1)}:${next.people.join('+')}`)
    taken = { step: next.step, round: next.round, at: next.dueAt }
  }
  return told
}
const all = ({ id }: Target) => [id]

test('steps follow each other after their minutes, and all of them once more for each repeat', () => {
  assert.deepEqual(story(escalation, all), ['0:desk', '10:second', '15:ines', '45:desk', '55:second', '60:ines'])
  assert.deepEqual(story({ ...escalation, repeats: 0 }, all), ['0:desk', '10:second', '15:ines'])
})

test('a step that reaches nobody is passed over without waiting for it', () => {
  assert.deepEqual(
    story({ ...escalation, repeats: 0 }, ({ id }) => (id === 'desk' ? [] : [id])),
    ['0:second', '5:ines'],
  )
  assert.deepEqual(
    story({ ...escalation, repeats: 0 }, ({ id }) => (id === 'second' ? [] : [id])),
    ['0:desk', '10:ines'],
  )
})

test('no minutes between two steps page both at once', () => {
  const both = { repeats: 0, steps: escalation.steps.map((step) => ({ ...step, thenMinutes: 0 })) }
  assert.deepEqual(story(both, all), ['0:desk', '0:second', '0:ines'])
})

test('whoever is on call when a step is due is paged, not whoever was when it began', () => {
  const handover = new Date(since.getTime() + minutesMs(12))
  assert.deepEqual(
    story(escalation, (_, at) => [at < handover ? 'ana' : 'bo']),
    ['0:ana', '10:ana', '15:bo', '45:bo', '55:bo', '60:bo'],
  )
})

test('where nobody is reached there is no next step, and without steps none at all', () => {
  assert.deepEqual(
    story(escalation, () => []),
    [],
  )
  assert.deepEqual(story({ steps: [], repeats: 3 }, all), [])
})
