import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { href, ownPath } from './href.ts'
import { html } from './markup.ts'

const isDefect = (code: string) => (trouble: unknown) => isTrouble(trouble, 'defect') && trouble.code === code

test('what an attacker wrote stays text', () => {
  assert.equal(
    String(html`<p title="${'"><script>'}">${'<img onerror=x>'}</p>`),
    '<p title="&quot;&gt;&lt;script&gt;">&lt;img onerror=x&gt;</p>',
  )
})

test('pieces are joined, and nothing is left of false', () => {
  assert.equal(
    String(html`<ul>${[1, 2].map((one) => html`<li>${one}</li>`)}${false}${undefined}${null}</ul>`),
    '<ul><li>1</li><li>2</li></ul>',
  )
})

test('an address that was not made by href is not shown', () => {
  assert.throws(() => html`<a href="${'javascript:alert(1)'}">x</a>`, isDefect('address-not-made'))
  assert.throws(() => html`<form action="${'/check'}"></form>`, isDefect('address-not-made'))
  assert.equal(String(html`<a href="${href('/check')}">x</a>`), '<a href="/check">x</a>')
})

test('an attribute without quotes is not shown', () => {
  assert.throws(() => html`<p class=${'x'}></p>`, isDefect('unquoted-attribute'))
})

test('blanks of an address are encoded, and an empty query is left out', () => {
  assert.equal(href('/incidents/:id', { id: '../../x?y' }).path, '/incidents/..%2F..%2Fx%3Fy')
  assert.equal(href('/queue', {}, { search: 'a&b', level: undefined, page: 2 }).path, '/queue?search=a%26b&page=2')
})

test('a way back that leads to another site leads home', () => {
  assert.equal(ownPath('/queue?page=2').path, '/queue?page=2')
  for (const other of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:x', '/\t/evil.example', '', null])
    assert.equal(ownPath(other).path, '/', String(other))
})
