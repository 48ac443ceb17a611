import assert from 'node:assert/strict'
import { test } from 'node:test'
import { walkPage } from './walk-page.ts'

/** `<p class="x">` opens, `</p>` closes, text stands as it is read, comments in brackets. */
function told(html: string): string {
  const out: string[] = []
  walkPage(html, {
    onOpen: (name, attributes) =>
      out.push(`<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)].join(' ')}>`),
    onClose: (name) => out.push(`</${name}>`),
    onText: (text) => out.push(text),
    onComment: (comment) => out.push(`[${comment}]`),
  })
  return out.join('')
}

const pages: Readonly<Record<string, readonly [html: string, read: string]>> = {
  'attributes in all their dress': [
    `<A HREF="/x?a=1&amp;b=2" title='it"s' rel=no hidden href=y>go</A>`,
    '<a href="/x?a=1&b=2" title="it"s" rel="no" hidden="">go</a>',
  ],
  'an address ending in a slash keeps it': ['<a href=https://a.example/>x</a>', '<a href="https://a.example/">x</a>'],
  'entities, in text and in addresses': ['R&eacute;my&#32;&amp;&#x41;&lt <a href="?a&copy=1&lt;">', 'Rémy &A< <a href="?a&copy=1<"></a>'],
  'a bracket that opens nothing is text': ['1 < 2 <3 a<', '1 < 2 <3 a<'],
  'paragraphs, items and cells that nobody closed': ['<p>a<div>b<ul><li>c<li>d', '<p>a</p><div>b<ul><li>c</li><li>d</li></ul></div>'],
  'a link within a link': ['<a href=x>one<a href=y>two', '<a href="x">one</a><a href="y">two</a>'],
  'end tags of what is not open': ['</b>a</p>b</br>c</>', 'a<p></p>b<br></br>c'],
  'elements without content': ['<br>a<hr/>b<img src=x>', '<br></br>a<hr></hr>b<img src="x"></img>'],
  'a form within a form is none': ['<form action=a><form action=b>x</form>', '<form action="a">x</form>'],
  'what stands in a script is no markup': ['<script>if (a<b) "</scr"</script >x', '<script>if (a<b) "</scr"</script>x'],
  'a title has entities and no tags': ['<title>a &amp; <b></title>c', '<title>a & <b></title>c'],
  comments: ['ver<!-- x -->ify<!-->a<!--->b<!--c--!>d<!-- e', 'ver[ x ]ify[]a[]b[c]d[ e]'],
  'what browsers take for comments': ['<?php x?>a</ b>c<!x>d<!doctype html>e', '[?php x?]a[ b]c[x]de'],
  'a drawing': [
    '<svg><path d=x /><title>t</title><style>a</style></svg><p/>b',
    '<svg><path d="x"></path><title>t</title><style>a</style></svg><p>b</p>',
  ],
  'data in a page and in a drawing': ['<![CDATA[a]]>b<svg><![CDATA[c<]]></svg>', '[[CDATA[a]]]b<svg>c<</svg>'],
  'a tag that never ends is nothing': ['a<b href="x', 'a'],
  'a slash amid a tag': ['<b/ class=x / id=y>z', '<b class="x" id="y">z</b>'],
}
for (const [what, [html, read]] of Object.entries(pages)) test(`read as browsers read it: ${what}`, () => assert.equal(told(html), read))

const longestMs = 2000
const many = 400_000
const endless: Readonly<Record<string, string>> = {
  'opening brackets': '<'.repeat(10_000_000),
  'tags that never end': '<b '.repeat(many),
  'end tags that never end': '</b '.repeat(many),
  'end tags of nothing': `${'<i>'.repeat(many)}${'</b>'.repeat(many)}`,
  'elements that never close': '<i><b>'.repeat(many),
  'comments that never end': '<!--'.repeat(many),
  'data that never ends': `<svg>${'<![CDATA['.repeat(many)}`,
  'scripts that never end': '<script>'.repeat(many),
  'titles that nearly end': `<title>${'</titl'.repeat(many)}`,
  'quotation marks that never close': `<a x="${`y='`.repeat(many)}`,
  'attributes without end': `<a ${Array.from({ length: 100_000 }, (_, at) => `x${at}=1`).join(' ')}>`,
  'the same attribute': `<a ${'x=1 '.repeat(many)}>`,
  'entities that are none': '&a'.repeat(many),
  'forms within forms': '<form>'.repeat(many),
}
for (const [what, html] of Object.entries(endless)) {
  test(`a page of ${what} costs no more than its length`, () => {
    const began = performance.now()
    walkPage(html, { onOpen: () => undefined, onClose: () => undefined, onText: () => undefined })
    const ms = performance.now() - began
    assert.ok(ms < longestMs, `${Math.round(ms)} ms`)
  })
}
