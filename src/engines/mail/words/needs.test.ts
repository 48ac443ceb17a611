import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Need, needOf } from './needs.ts'
import { written } from './openers.ts'

/** `a b* | c`: one of these; `a & b`: both in one sentence; `a and b`: both anywhere. */
function told(need: Need): string {
  if (need === 'nothing') return 'nothing'
  if ('one' in need) return need.one.map(written).sort().join(' ')
  const parts = ('any' in need ? need.any : need.every).map((part) =>
    part !== 'nothing' && 'one' in part ? told(part) : `(${told(part)})`,
  )
  return parts.join('any' in need ? ' | ' : need.apart ? ' and ' : ' & ')
}

const needs = (pattern: RegExp): string => told(needOf(pattern))

test('the words that a pattern needs are read off it', () => {
  assert.equal(needs(/\bexpir\w+|\b(?:the )?card\b/), 'expir* | (card the & *card*)')
  assert.equal(needs(/\byour\b[^.\n]{0,40}\b(?:card|account)/), 'your & account* card*')
  assert.equal(needs(/\b(?:a|the) (?:last day|end)\b/), 'a the & end last & (end* | (last & day*))')
  assert.equal(needs(/\b\d{2,3} hours/), '0* 1* 2* 3* 4* 5* 6* 7* 8* 9* & hours*')
  assert.equal(needs(/\b\w+ now/), 'now*')
})

test('what may begin amid a word is looked for amid words', () => {
  assert.equal(needs(/synchroni[sz]e/), '*synchron*')
  assert.equal(needs(/\b(?:[\w-]+ ){0,3}account/), '*account*')
})

test('words may stand in several sentences where the pattern goes on over the end of one', () => {
  assert.equal(needs(/\byour\b[^\n]{0,40}\bcard/), 'your and card*')
  assert.equal(needs(/\byour\scard/), 'your and card*')
  assert.equal(needs(/\byour[+-/]card/), 'your* and *card*')
})

test('a pattern that may do without any word is searched for always', () => {
  for (const pattern of [/do/, /.\w/, /now|\$/, /\bnow/i, /synchroni[sz]e|do ?n[o']t/]) assert.equal(needs(pattern), 'nothing')
})
