import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { mayEnter, pathOf, visitorKinds, visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'
import type { WebDeps } from '../deps.ts'
import { routes } from '../routes.ts'

/** A desk that answers certain networks alone. Every visitor of these tests comes from 203.0.113.9. */
const answering =
  (deskNetworks: readonly string[]) =>
  (deps: WebDeps): WebDeps => ({ ...deps, programme: () => ({ ...deps.programme(), deskNetworks }) })
const visitorsOf = (networks: readonly string[]) => {
  const { deps, asked } = inventedProgramme({ change: answering(networks) })
  return { visit: visitorOf(createWeb(deps)), asked }
}

const desk = routes.filter(({ who }) => ['staff', 'operator', 'auditor', 'trainer'].includes(who))

describe('from outside the operator’s networks the desk does not answer, whoever asks', () => {
  const { visit, asked } = visitorsOf(['198.51.100.0/24', '2001:db8::/32'])
  for (const route of desk) {
    test(`${route.method} ${route.path}`, async () => {
      asked.length = 0
      for (const kind of visitorKinds) {
        const answer = await visit(route.method, pathOf(route, ''), { as: kind })
        const page = await answer.text()
        if (kind === 'nobody') assert.match(answer.headers.get('location') ?? '', /^\/sign-in/)
        else assert.equal(answer.status, mayEnter(route, kind) ? 403 : 404)
        if (answer.status === 403) assert.match(page, /The desk answers only from networks that the operator named/)
      }
      assert.deepEqual(asked, [])
    })
  }
})

test('within them it answers, and what a proxy that nobody trusts says of the address changes nothing', async () => {
  assert.equal((await visitorsOf(['203.0.113.0/24']).visit('GET', '/queue', { as: 'analyst' })).status, 200)
  const headers = { 'x-forwarded-for': '198.51.100.7' }
  assert.equal((await visitorsOf(['198.51.100.0/24']).visit('GET', '/queue', { as: 'analyst', headers })).status, 403)
})

test('everybody’s own pages, an organisation’s and a helper’s answer from anywhere', async () => {
  const { visit } = visitorsOf(['198.51.100.0/24'])
  for (const [path, as] of [
    ['/home', 'operator'],
    ['/security', 'analyst'],
    ['/organisation', 'administrator'],
    ['/helping', 'helper-set-up'],
    ['/check', 'nobody'],
  ] as const)
    assert.equal((await visit('GET', path, { as })).status, 200, path)
})

test('nobody shuts themselves out by naming networks', async () => {
  const { visit, asked } = visitorsOf([])
  const save = (deskNetworks: string) => visit('POST', '/settings/access', { as: 'operator', form: { deskNetworks } })
  const refused = await save('198.51.100.0/24\n2001:db8::/32')
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Your own address, 203\.0\.113\.9, is in none of these/)
  assert.deepEqual(asked, [])
  assert.notEqual((await save('198.51.100.0/24\n203.0.113.0/24')).status, 422)
  assert.notEqual((await save('')).status, 422)
})
