import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSpecifiers } from './find-specifiers.ts'
import { LostReading, readTokens } from './read-tokens.ts'

const specifiersOf = (source: string) => findSpecifiers(readTokens(source)).map(({ text }) => text)
const only = (source: string) => {
  const [found, ...more] = findSpecifiers(readTokens(source))
  assert.equal(more.length, 0)
  assert.ok(found)
  return found
}

test('an import inside a string, a comment, a template or a regular expression is none', () => {
  const source = [
    `const a = "import x from 'one'"`,
    '/* import(\'two\') */ // import "three"',
    "const b = `import 'four' and require('five')`",
    `const c = /import 'six'[/"]/.test(a)`,
    `const d = a / 2 / 1, e = "import 'seven'"`,
    `if (a) /["']/.exec(b)`,
    `const f = { import: 1 }.import`,
  ].join('\n')
  assert.deepEqual(specifiersOf(source), [])
})

test('an import inside the code of a template is one', () => {
  assert.deepEqual(specifiersOf("const a = `x ${`y ${await import('#storage')}`} { z`"), ['#storage'])
})

test('a slash after a closing parenthesis divides, after a condition it begins an expression', () => {
  assert.deepEqual(specifiersOf(`const a = (b) / c / await import('x')`), ['x'])
  assert.deepEqual(specifiersOf(`while (b) /'/.test(c); import('x')`), ['x'])
})

test('every form of import and re-export is seen with the names it takes', () => {
  const names = (source: string) => only(source).names
  assert.deepEqual(names(`import a, { b as c, type D } from 'x'`), ['default', 'b', 'D'])
  assert.deepEqual(names(`import * as all from 'x'`), ['*'])
  assert.deepEqual(names(`export * as all from 'x'`), ['*'])
  assert.deepEqual(names(`export { a as b, c } from 'x'`), ['a', 'c'])
  assert.deepEqual(names(`import 'x'`), [])
  assert.deepEqual(names(`import type from 'x'`), ['default'])
  assert.deepEqual(names(`import data from 'x' with { type: 'json' }`), ['default'])
})

test('an import is of types only when each of its names is', () => {
  assert.equal(only(`import type { A } from 'x'`).isTypeOnly, true)
  assert.equal(only(`import { type A, type B } from 'x'`).isTypeOnly, true)
  assert.equal(only(`import { type A, b } from 'x'`).isTypeOnly, false)
  assert.equal(only(`import { type } from 'x'`).isTypeOnly, false)
  assert.equal(only(`export type { A } from 'x'`).isTypeOnly, true)
  assert.equal(only(`import {} from 'x'`).isTypeOnly, false)
})

test("a file's own declarations are no imports", () => {
  assert.deepEqual(
    specifiersOf(`export const from = 'x'\nexport { from }\nexport type A = 'y'\nexport default 'z'\nexport type { A as B }`),
    [],
  )
})

test('a computed path is reported as one that cannot be checked', () => {
  for (const source of [
    `import('a' + b)`,
    `import(name)`,
    'import(`#${room}`)',
    `require(b)`,
    `import.meta.resolve(b)`,
    'new URL(`./${f(a, b)}.ts`, import.meta.url)',
  ]) {
    assert.equal(only(source).text, undefined, source)
  }
})

test('require, resolve and the file of a worker are seen too', () => {
  assert.deepEqual(specifiersOf(`require('a'); require.resolve('b'); import.meta.resolve('c'); process.getBuiltinModule('d')`), [
    'a',
    'b',
    'c',
    'd',
  ])
  assert.deepEqual(specifiersOf(`new Worker(new URL('./worker.ts', import.meta.url)); new URL('/path', base)`), ['./worker.ts'])
})

test('a text that ends in the middle is never passed over', () => {
  for (const source of [`const a = 'b`, '/* a', 'const a = `b', 'const a = `${b', 'const a = /b']) {
    assert.throws(() => readTokens(source), LostReading, source)
  }
})
