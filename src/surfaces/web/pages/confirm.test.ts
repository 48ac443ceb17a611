import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { examples, inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { mayEnter, pathOf, visitorKinds, visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'
import type { WebDeps } from '../deps.ts'
import { routes } from '../routes.ts'

/** A programme in which nobody proved for a while that it is still them. */
const stale = (deps: WebDeps): WebDeps => ({
  ...deps,
  door: {
    ...deps.door,
    visitorOf: async (token, userAgent) => {
      const visitor = await deps.door.visitorOf(token, userAgent)
      return visitor && { ...visitor, session: { ...visitor.session, fresh: false } }
    },
  },
})

const { deps, asked } = inventedProgramme({ change: stale })
const visit = visitorOf(createWeb(deps))
const protectedOnes = routes.filter(({ fresh }) => fresh !== undefined)

test('what matters most asks for a proof: passkeys, codes, addresses, permissions, data, roles, removal, settings, sessions', () => {
  const paths = protectedOnes.map(({ method, path }) => `${method} ${path}`)
  for (const one of [
    'POST /passkeys',
    'POST /passkeys/:id/remove',
    'POST /apps/:id',
    'POST /apps/:id/remove',
    'POST /recovery-codes',
    'POST /security/provider',
    'POST /security/provider/unbind',
    'POST /accounts/personal',
    'POST /accounts/:id/remove',
    'POST /privacy/give',
    'GET /privacy/mine.json',
    'POST /organisation/people/:person/role',
    'POST /organisation/people/:person/remove',
    'POST /organisations/:id/people/:person/role',
    'POST /organisations/:id/people/:person/remove',
    'POST /settings/:part',
    'POST /sessions/:id/end',
    'POST /recoveries/:id/vouch',
    'POST /organisation/tokens',
    'POST /tokens',
    'POST /organisation/webhooks',
    'POST /webhooks/:hook/remove',
  ])
    assert.ok(paths.includes(one), one)
})

describe('nothing of it happens without the proof', () => {
  for (const route of protectedOnes) {
    test(`${route.method} ${route.path}`, async () => {
      const kind = visitorKinds.findLast((one) => mayEnter(route, one)) ?? 'nobody'
      asked.length = 0
      const answer = await visit(route.method, pathOf(route, ''), { as: kind, form: { code: '123456' } })
      const location = answer.headers.get('location') ?? ''
      if (route.method === 'GET' || route.fresh === 'page') assert.match(location, /^\/confirm\?next=%2F/)
      else assert.match(await answer.text(), /Confirm that it is you/)
      assert.deepEqual(asked, [])
    })
  }
})

test('somebody who may not come in at all is not asked to confirm: the page does not exist for them', async () => {
  assert.equal((await visit('GET', '/settings', { as: 'person' })).status, 404)
  assert.equal(
    (await visit('POST', `/organisations/${examples.organisation}/people/${examples.member}/role`, { as: 'person' })).status,
    404,
  )
})

test('what was typed into a form is carried along, and sent on as it was', async () => {
  const form = { purpose: 'organisation-is-told', organisation: examples.organisation, note: '"quoted" & <odd>' }
  const page = await (await visit('POST', '/privacy/give', { as: 'person', form })).text()
  assert.match(page, /name="confirm-action" value="\/privacy\/give"/)
  assert.match(page, /name="note" value="&quot;quoted&quot; &amp; &lt;odd&gt;"/)
  const carried = { ...form, 'confirm-action': '/privacy/give', 'confirm-next': '' }
  const wrong = await visit('POST', '/confirm', { as: 'person', form: { ...carried, 'confirm-code': '000000' } })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /name="note" value="&quot;quoted/)
  const right = await visit('POST', '/confirm', { as: 'person', form: { ...carried, 'confirm-code': '123456' } })
  assert.equal(right.status, 307, 'the browser posts it once more, as it stands')
  assert.equal(right.headers.get('location'), '/privacy/give')
  assert.match(right.headers.get('set-cookie') ?? '', /^bellwether=/)
})

test('a page is next after the proof, and never one of another site', async () => {
  const to = async (next: string) => {
    const form = { 'confirm-next': next, 'confirm-action': '', 'confirm-code': '123456' }
    return (await visit('POST', '/confirm', { as: 'person', form })).headers.get('location')
  }
  assert.equal(await to('/passkeys'), '/passkeys')
  assert.equal(await to('//evil.example/'), '/')
  const form = { 'confirm-next': '', 'confirm-action': '//evil.example/', 'confirm-code': '123456' }
  assert.equal((await visit('POST', '/confirm', { as: 'person', form })).headers.get('location'), '/')
})

test('whoever has only a mailbox is mailed digits, and the form stays in hand', async () => {
  const change = (whole: WebDeps): WebDeps => ({
    ...stale(whole),
    door: {
      ...whole.door,
      visitorOf: async (token, userAgent) => {
        const visitor = await whole.door.visitorOf(token, userAgent)
        const ways = { passkey: false, app: false, recoveryCodes: 0, mail: true }
        return visitor && { ...visitor, ways, session: { ...visitor.session, fresh: false } }
      },
    },
  })
  const look = visitorOf(createWeb(inventedProgramme({ change }).deps))
  const form = { purpose: 'organisation-is-told', organisation: examples.organisation }
  assert.match(await (await look('POST', '/privacy/give', { as: 'person', form })).text(), /Mail me a code/)
  const carried = { ...form, 'confirm-action': '/privacy/give', 'confirm-next': '' }
  const sent = await (await look('POST', '/confirm/send', { as: 'person', form: carried })).text()
  assert.match(sent, /Six digits are on their way to dana@hartley\.example/)
  assert.match(sent, /name="purpose" value="organisation-is-told"/)
  const entered = {
    ...carried,
    'confirm-challenge': 'asked-by-this-browser',
    'confirm-address': 'dana@hartley.example',
    'confirm-code': '123456',
  }
  assert.equal((await look('POST', '/confirm', { as: 'person', form: entered })).status, 307)
})
