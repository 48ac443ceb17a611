import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { type InventedOptions, inventedProgramme } from '../../../test/support/invented-programme.ts'
import { mayEnter, pathOf, visitorKinds, visitorOf } from '../../../test/support/visit.ts'
import { createWeb } from './create-web.ts'
import { routes } from './routes.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
})

function problemsOf(page: string): readonly string[] {
  const { results } = validator.validateStringSync(page)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`))
}

const states: readonly (readonly [string, InventedOptions])[] = [
  ['in use', {}],
  ['on the first day', { empty: true }],
  ['in Spanish', { language: 'es' }],
  ['in French', { language: 'fr' }],
  ['in German', { language: 'de' }],
]

for (const [state, options] of states) {
  describe(`every page is valid HTML ${state}`, () => {
    const visit = visitorOf(createWeb(inventedProgramme(options).deps))
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      for (const kind of visitorKinds.filter((one) => mayEnter(route, one))) {
        test(`${route.path} for ${kind}`, async () => {
          const answer = await visit('GET', pathOf(route, 'none'), { as: kind, headers: { 'accept-language': options.language ?? 'en' } })
          if (!answer.headers.get('content-type')?.startsWith('text/html')) return await answer.body?.cancel()
          const page = await answer.text()
          assert.deepEqual(problemsOf(page), [])
          assert.doesNotMatch(page, /undefined|\[object|NaN|Invalid Date/)
        })
      }
    }
  })
}

describe('a form that is not right is shown again, valid, with what was typed', () => {
  const visit = visitorOf(createWeb(inventedProgramme().deps))
  for (const route of routes.filter(({ method }) => method === 'POST')) {
    test(`POST ${route.path}`, async () => {
      const kind = visitorKinds.findLast((one) => mayEnter(route, one)) ?? 'nobody'
      const answer = await visit('POST', pathOf(route, 'none'), { as: kind })
      const page = await answer.text()
      if (answer.headers.get('content-type')?.startsWith('text/html')) assert.deepEqual(problemsOf(page), [])
      if (answer.status === 422) assert.match(page, /class="problems" role="alert"/)
    })
  }
})

test('no page loads anything from elsewhere, and none carries a script or a style of its own', async () => {
  const visit = visitorOf(createWeb(inventedProgramme().deps))
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const kind = visitorKinds.findLast((one) => mayEnter(route, one)) ?? 'nobody'
    const answer = await visit('GET', pathOf(route, 'none'), { as: kind })
    // A file to take along is read elsewhere, and brings its own look.
    const isFile = answer.headers.get('content-disposition')?.startsWith('attachment') === true
    if (isFile || !answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel()
      continue
    }
    const page = await answer.text()
    // Markup that was put into a sentence is shown as text.
    assert.doesNotMatch(page, /&lt;(?:time|span|small|b)\b/, route.path)
    assert.doesNotMatch(page, /<style|\sstyle="|\son\w+="|<script(?![^>]*\ssrc="\/assets\/)/, route.path)
    for (const [, address] of page.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) assert.match(address ?? '', /^[/#]/, route.path)
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /default-src 'none'.*script-src 'self'.*form-action 'self'.*base-uri 'none'.*frame-ancestors 'none'/,
    )
  }
})
