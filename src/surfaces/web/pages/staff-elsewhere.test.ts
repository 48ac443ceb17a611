import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'
import type { WebDeps } from '../deps.ts'

const languages = ['en', 'es', 'fr', 'de'] as const
const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'] })
const problemsOf = (page: string) =>
  validator.validateStringSync(page).results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))

/** Everybody came in by the staff's provider a while ago, and has bound nothing any more. */
const byProvider = (deps: WebDeps): WebDeps => ({
  ...deps,
  elsewhere: { ...deps.elsewhere, staffIdentity: async () => undefined },
  door: {
    ...deps.door,
    visitorOf: async (token, userAgent) => {
      const visitor = await deps.door.visitorOf(token, userAgent)
      return visitor && { ...visitor, session: { ...visitor.session, method: 'staff-provider', fresh: false } }
    },
  },
})

const codes = [
  'provider-said-no',
  'provider-answer-wrong',
  'provider-not-reached',
  'provider-not-set-up',
  'sign-in-time-unknown',
  'sign-in-too-old',
  'sign-in-too-weak',
  'identity-not-known',
  'identity-not-free',
  'identity-bound-already',
  'too-many-tries',
  'sign-in-again',
]

test('each way in which it comes to nothing has one sentence of its own, in each language, on a page that is valid', async () => {
  for (const language of languages) {
    const visit = visitorOf(createWeb(inventedProgramme({ language }).deps))
    const said = new Set<string>()
    for (const code of codes) {
      const page = await (
        await visit('GET', `/sign-in?why=${code}&done=signed-out&there=yes`, { headers: { 'accept-language': language } })
      ).text()
      assert.deepEqual(problemsOf(page), [], `${language} ${code}`)
      const [, sentence] = /<p class="note" role="alert">([^<]+)</.exec(page) ?? []
      said.add(sentence ?? assert.fail(`${language} says nothing of ${code}`))
    }
    assert.equal(said.size, codes.length)
  }
})

test('what somebody wrote into the address is not said', async () => {
  const visit = visitorOf(createWeb(inventedProgramme().deps))
  for (const why of ['call-us-at-555', '__proto__', 'constructor']) {
    const answer = await visit('GET', `/sign-in?why=${why}`)
    assert.equal(answer.status, 200, why)
    assert.doesNotMatch(await answer.text(), /role="alert"/, why)
  }
})

test('a session that the provider began confirms there first, with a page that is valid, and by a passkey too', async () => {
  const visit = visitorOf(createWeb(inventedProgramme({ change: byProvider }).deps))
  const page = await (await visit('GET', '/confirm?next=%2Fsettings&why=sign-in-too-old', { as: 'operator' })).text()
  assert.deepEqual(problemsOf(page), [])
  assert.match(page, /action="\/confirm\/there"[\s\S]*name="confirm-page" value="\/settings"[\s\S]*data-passkey="get"/)
  assert.match(page, /too old for this/)
  const outside = await (await visit('GET', '/confirm?next=https%3A%2F%2Fevil.example', { as: 'operator' })).text()
  assert.match(outside, /name="confirm-page" value="\/"/)
})

test('whoever has bound nothing is shown how, and whoever has no part is shown nothing', async () => {
  const unbound = (deps: WebDeps): WebDeps => ({ ...deps, elsewhere: { ...deps.elsewhere, staffIdentity: async () => undefined } })
  const visit = visitorOf(createWeb(inventedProgramme({ change: unbound }).deps))
  const page = await (await visit('GET', '/security/provider', { as: 'auditor' })).text()
  assert.deepEqual(problemsOf(page), [])
  assert.match(page, /action="\/security\/provider"/)
  for (const as of ['person', 'administrator', 'helper-set-up'] as const)
    assert.equal((await visit('GET', '/security/provider', { as })).headers.get('location'), '/security')
})

test('signing out goes on to the provider from such a session alone, and only where it has a page for that', async () => {
  const there = async (change: (deps: WebDeps) => WebDeps) => {
    const visit = visitorOf(createWeb(inventedProgramme({ change }).deps))
    return (await visit('POST', '/sign-out', { as: 'analyst' })).headers.get('location')
  }
  assert.equal(await there(byProvider), '/sign-in?done=signed-out&there=yes')
  assert.equal(await there((deps) => deps), '/sign-in?done=signed-out')
  const without = (deps: WebDeps) => {
    const changed = byProvider(deps)
    return { ...changed, elsewhere: { ...changed.elsewhere, staffSignOut: async () => undefined } }
  }
  assert.equal(await there(without), '/sign-in?done=signed-out')
})
