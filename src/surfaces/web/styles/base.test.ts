import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

test('nothing but what a screen reader alone needs is hidden from the eye', () => {
  const sheets = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.css'))
  const text = sheets.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')).join('\n')
  const hiding = [...text.matchAll(/([^{}]+)\{[^{}]*clip-path: inset\(50%\)/g)].map(([, selector = '']) => selector.trim())
  // A heading of columns that became lines still says what each is.
  assert.deepEqual(hiding.sort(), ['.collapses thead', '.unseen'])
})
