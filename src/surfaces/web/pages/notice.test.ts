import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examples, inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'
import type { NoticeSeen } from '../deps/person.ts'
import type { WebDeps } from '../deps.ts'

const path = `/notices/${examples.notice}`

/** The pages of a programme in which the notice is as `change` makes it, and what is said of its actions. */
function pagesWith(change: (notice: NoticeSeen) => NoticeSeen) {
  const said: string[] = []
  const changed = (deps: WebDeps): WebDeps => ({
    ...deps,
    person: {
      ...deps.person,
      notice: async (who, id) => {
        const notice = await deps.person.notice(who, id)
        return notice && change(notice)
      },
      sayDone: async (who, which) => {
        said.push(`done ${which.action ?? 'all'}`)
        return deps.person.sayDone(who, which)
      },
      takeBack: async (who, which) => {
        said.push(`not done ${which.action ?? 'all'}`)
        return deps.person.takeBack(who, which)
      },
    },
  })
  return { visit: visitorOf(createWeb(inventedProgramme({ change: changed }).deps)), said }
}

const open = ({ doneAt: _, ...one }: NoticeSeen['actions'][number]) => ({ ...one, isSeen: false })
const done = (one: NoticeSeen['actions'][number]) => ({ ...one, doneAt: new Date('2026-05-03T12:00:00Z') })
const buttons = (page: string, says: string): number => page.split(`>${says}</button>`).length - 1

test('each open action has its own button, and several have one for all', async () => {
  const { visit } = pagesWith((notice) => ({ ...notice, actions: notice.actions.map(open) }))
  const page = await (await visit('GET', path, { as: 'person' })).text()
  assert.equal(buttons(page, 'I have done this'), 3)
  assert.equal(buttons(page, 'I have done all of this'), 1)
  assert.doesNotMatch(page, /Nothing is left to do/)
})

test('what is done is said so; what a person said can be taken back, what we saw cannot', async () => {
  const { visit } = pagesWith((notice) => notice)
  const page = await (await visit('GET', path, { as: 'person' })).text()
  assert.match(page, /Done, as you said/)
  assert.match(page, /Done, as we saw/)
  assert.equal(buttons(page, 'It is not done yet'), 1)
  assert.equal(buttons(page, 'I have done this'), 1)
  assert.equal(buttons(page, 'I have done all of this'), 0)
})

test('when all is done the page is calm', async () => {
  const { visit } = pagesWith((notice) => ({ ...notice, done: true, actions: notice.actions.map(done) }))
  const page = await (await visit('GET', path, { as: 'person' })).text()
  assert.match(page, /Done\. Nothing is left to do\./)
  assert.equal(buttons(page, 'I have done this'), 0)
})

test('where nothing was found, nothing is asked', async () => {
  const { visit } = pagesWith((notice) => ({ ...notice, actions: [] }))
  assert.doesNotMatch(await (await visit('GET', path, { as: 'person' })).text(), /What to do/)
})

test('a button says which action is done or is not, and leads back to the notice', async () => {
  const { visit, said } = pagesWith((notice) => notice)
  const answer = await visit('POST', `${path}/done`, { as: 'person', form: { action: 'change-password' } })
  assert.equal(answer.headers.get('location'), `${path}?done=action-done`)
  await visit('POST', `${path}/done`, { as: 'person', form: {} })
  await visit('POST', `${path}/undone`, { as: 'person', form: { action: 'as-advised' } })
  assert.deepEqual(said, ['done change-password', 'done all', 'not done as-advised'])
})
