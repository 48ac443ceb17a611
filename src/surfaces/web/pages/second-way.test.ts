import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { mailboxAlone } from '../../../../test/support/came-by-mail.ts'
import { inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { pathOf, visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'
import { routes } from '../routes.ts'

const { deps, asked } = inventedProgramme({ change: mailboxAlone({ hours: 0 }) })
const visit = visitorOf(createWeb(deps))

describe('from the second day on nobody administers by a mailbox alone', () => {
  for (const route of routes.filter(({ who }) => who === 'administrator')) {
    test(`${route.method} ${route.path}`, async () => {
      asked.length = 0
      const answer = await visit(route.method, pathOf(route, ''), { as: 'administrator', form: { name: 'Lee' } })
      assert.equal(answer.status, 303)
      assert.match(answer.headers.get('location') ?? '', /^\/second-way\?next=%2Forganisation/)
      assert.deepEqual(asked, [])
    })
  }
})

test('whoever administers nothing is not led there: the page does not exist for them', async () => {
  assert.equal((await visit('GET', '/organisation', { as: 'person' })).status, 404)
  assert.equal((await visit('GET', '/organisation?of=01990000-0000-7000-8000-00000000beef', { as: 'administrator' })).status, 404)
})

test('the page names both ways, and their own pages stay open', async () => {
  const page = await (await visit('GET', '/second-way?next=%2Forganisation%3Fof%3Dx', { as: 'administrator' })).text()
  assert.match(page, /href="\/passkeys\?next=%2Forganisation%3Fof%3Dx"[\s\S]*href="\/apps"/)
  for (const path of ['/home', '/security', '/apps', '/passkeys'])
    assert.equal((await visit('GET', path, { as: 'administrator' })).status, 200, path)
})

test('on the first day the pages open, and say until when', async () => {
  const early = visitorOf(createWeb(inventedProgramme({ change: mailboxAlone({ hours: 2 }) }).deps))
  const page = await (await early('GET', '/organisation', { as: 'administrator' })).text()
  assert.match(page, /Until 23 November 2026 at 12:12 UTC these pages open by your mailbox alone/)
  assert.equal((await early('GET', '/second-way?next=%2Forganisation', { as: 'administrator' })).headers.get('location'), '/organisation')
  const has = visitorOf(createWeb(inventedProgramme().deps))
  assert.doesNotMatch(await (await has('GET', '/organisation', { as: 'administrator' })).text(), /mailbox alone/)
})
