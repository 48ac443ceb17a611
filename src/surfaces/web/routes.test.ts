import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { examples, inventedProgramme } from '../../../test/support/invented-programme.ts'
import { mayEnter, pathOf, visitorKinds, visitorOf } from '../../../test/support/visit.ts'
import { makeAssets } from './assets/make-assets.ts'
import { createWeb } from './create-web.ts'
import { routes } from './routes.ts'

const { deps } = inventedProgramme()
const visit = visitorOf(createWeb(deps))
const asset = makeAssets().styles.address.path.replace('/assets/', '')
const changing = routes.filter(({ method }) => method === 'POST')

const ownConsent = { purpose: 'organisation-is-told', organisation: examples.organisation }

/** Redirects and refused forms both mean: the visitor came in. */
const cameIn = (status: number) => status === 200 || status === 303 || status === 422

describe('every route lets in whom it is for, and hides from all others', () => {
  for (const route of routes) {
    for (const kind of visitorKinds) {
      const may = mayEnter(route, kind)
      test(`${route.method} ${route.path} ${may ? 'opens for' : 'hides from'} ${kind}`, async () => {
        const answer = await visit(route.method, pathOf(route, asset), { as: kind, form: ownConsent })
        await answer.body?.cancel()
        if (may) return assert.ok(cameIn(answer.status), `answered ${answer.status}`)
        if (kind !== 'nobody') return assert.equal(answer.status, 404)
        assert.equal(answer.status, 303)
        assert.match(answer.headers.get('location') ?? '', /^\/sign-in/)
      })
    }
  }
})

const strangers = { 'somebody else’s': '01990000-0000-7000-8000-00000000beef', nonsense: "abc'--\u0000%" }

for (const [name, id] of Object.entries(strangers)) {
  describe(`what is ${name} does not exist`, () => {
    for (const route of routes.filter(({ examples: blanks }) => blanks)) {
      test(`${route.method} ${route.path}`, async () => {
        const kind = visitorKinds.findLast((one) => mayEnter(route, one)) ?? 'nobody'
        const form = {
          code: '123456',
          reason: 'x',
          step: 'note',
          name: 'x',
          address: 'a@b.example',
          password: 'x',
          host: 'h.example',
          port: '993',
          consent: 'yes',
        }
        const answer = await visit(route.method, pathOf(route, asset, id), { as: kind, form })
        assert.equal(answer.status, 404, (await answer.text()).slice(0, 400))
      })
    }
  })
}

test('an administrator of one organisation is not let into another by its name in the address', async () => {
  const answer = await visit('GET', '/organisation?of=0199-somebody-elses', { as: 'administrator' })
  assert.equal(answer.status, 404)
})

describe('nothing is changed by a form of another site', () => {
  for (const route of changing) {
    test(`POST ${route.path}`, async () => {
      const { deps: fresh, asked } = inventedProgramme()
      const answer = await visitorOf(createWeb(fresh))('POST', pathOf(route, asset), {
        as: 'operator',
        headers: { 'sec-fetch-site': 'cross-site' },
      })
      assert.equal(answer.status, 403)
      assert.deepEqual(asked, [])
    })
  }
})

test('a GET changes nothing: no page asks for anything to be done', async () => {
  const { deps: fresh, asked } = inventedProgramme()
  const look = visitorOf(createWeb(fresh))
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const kind = visitorKinds.findLast((one) => mayEnter(route, one)) ?? 'nobody'
    await (await look('GET', pathOf(route, asset), { as: kind })).body?.cancel()
  }
  assert.deepEqual(asked, [])
})
