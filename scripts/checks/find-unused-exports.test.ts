import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSpecifiers } from '../boundaries/find-specifiers.ts'
import { readTokens } from '../boundaries/read-tokens.ts'
import { resolveSpecifier } from '../boundaries/resolve-specifier.ts'
import type { SurveyedFile } from '../boundaries/survey.ts'
import { exportsOf, findUnusedExports } from './find-unused-exports.ts'

const doors = { '#mail': 'src/engines/mail/index.ts', '#judge': 'src/engines/mail/judge.ts', '#message': 'src/engines/mail/message.ts' }

function surveyed(path: string, source: string): SurveyedFile {
  const tokens = readTokens(source)
  const links = findSpecifiers(tokens).map((specifier) => ({
    ...specifier,
    target: specifier.text === undefined ? undefined : resolveSpecifier({ root: '/nowhere', doors }, path, specifier.text),
  }))
  return { path, tokens, links, lost: undefined }
}

test('every form of export is known by the name others see', () => {
  const source = `export const a = 1
export async function b() {}
export function* c() {}
export abstract class D {}
export type E = string
export { f as g, type H }
export type { I } from './i.ts'
const notMe = { export: 1 }`
  assert.deepEqual(
    exportsOf(readTokens(source)).map(({ name }) => name),
    ['a', 'b', 'c', 'D', 'E', 'g', 'H', 'I'],
  )
})

test('an export that nobody takes is named with its line', () => {
  const files = [
    surveyed('src/engines/mail/index.ts', 'export const judge = 1\nexport const forgotten = 2'),
    surveyed('src/main.ts', `import { judge } from '#mail'`),
  ]
  assert.deepEqual(findUnusedExports(files), [
    { path: 'src/engines/mail/index.ts', line: 2, says: "Nobody takes 'forgotten': keep it in the file, or delete it." },
  ])
})

test('a front door may name the types of what it gives, and a file those of its functions', () => {
  const files = [
    surveyed('src/engines/mail/index.ts', `export type { Message } from '#message'\nexport { type View, judge } from '#judge'`),
    surveyed('src/engines/mail/message.ts', 'export type Message = string\nexport type Lonely = number'),
    surveyed('src/engines/mail/judge.ts', 'export type View = string\nexport type Answer = number\nexport const judge = (): Answer => 1'),
    surveyed('src/main.ts', `import { judge } from '#mail'`),
  ]
  assert.deepEqual(
    findUnusedExports(files).map(({ says }) => says),
    ["Nobody takes 'Lonely': keep it in the file, or delete it."],
  )
})

test('what is loaded whole counts as taken', () => {
  const files = [surveyed('src/engines/mail/index.ts', 'export const judge = 1'), surveyed('src/main.ts', `await import('#mail')`)]
  assert.deepEqual(findUnusedExports(files), [])
})
