import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const sheets = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.css'))
const text = sheets.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')).join('\n')

test('nothing but what a screen reader alone needs is hidden from the eye', () => {
  const hiding = [...text.matchAll(/([^{}]+)\{[^{}]*clip-path: inset\(50%\)/g)].map(([, selector = '']) => selector.trim())
  // A heading of columns that became lines still says what each is.
  assert.deepEqual(hiding.sort(), ['.collapses thead', '.unseen'])
})

test('no style names left or right: a page that is read from the other side turns by itself', () => {
  const physical =
    /(?:^|[\s;{])(?:left|right|(?:margin|padding|border|inset|scroll-padding)-(?:left|right)[a-z-]*|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/g
  assert.deepEqual(
    [...text.matchAll(physical)].map(([found]) => found.trim()),
    [],
  )
  // Four sides in one line are the same from both.
  const lopsided = [...text.matchAll(/(?:margin|padding|inset): (\S+) ([^\s;]+|calc\([^)]*\)) (\S+) ([^;]+);/g)]
  assert.deepEqual(
    lopsided.filter(([, , right, , left]) => right !== left).map(([found]) => found),
    [],
  )
})
