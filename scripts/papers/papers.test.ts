/** The papers are held to the code: what they point at exists, and what they list is complete. */
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { readTokens } from '../boundaries/read-tokens.ts'
import { anchorsOf, linksOf } from './read-paper.ts'

const root = dirname(dirname(import.meta.dirname))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const papers = [...globSync('*.md', { cwd: root }), ...globSync('{docs,deploy,fixtures,bench}/**/*.md', { cwd: root })].sort()
const names = z.record(z.string(), z.string())
const manifest = z
  .object({ scripts: names, dependencies: names, optionalDependencies: names, devDependencies: names })
  .parse(JSON.parse(read('package.json')))

for (const paper of papers) {
  test(`every link of ${paper} leads somewhere`, () => {
    const lost = linksOf(read(paper)).filter(({ target }) => !leadsSomewhere(paper, target))
    assert.deepEqual(lost, [])
  })
}

function leadsSomewhere(paper: string, target: string): boolean {
  if (/^[a-z]+:/.test(target)) return true
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? paper : normalize(join(dirname(paper), path))
  if (!existsSync(join(root, file))) return false
  return anchor === undefined || anchorsOf(read(file)).includes(anchor)
}

test('every promise in SECURITY.md names a test that holds us to it', () => {
  const rows = read('SECURITY.md')
    .split('\n')
    .filter((line) => /^\| .+ \|.+\|$/.test(line) && !line.startsWith('| we promise'))
  assert.ok(rows.length >= 15)
  assert.deepEqual(
    rows.filter((row) => !/\.test\.ts\)/.test(row)),
    [],
  )
})

test('the README fits on a few screens', () => {
  assert.ok(read('README.md').split('\n').length <= 150)
})

test('every dependency says why it is here, and nothing else is listed', () => {
  const listed = [...read('docs/decisions/dependencies.md').matchAll(/^\| `([^`]+)` \| (.+?) \|/gm)]
  const packages = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies }
  assert.deepEqual(listed.map(([, name]) => name).sort(), Object.keys(packages).sort())
  assert.ok(listed.every(([, , reason = '']) => reason.length > 3))
})

test('every dependency is pinned exactly', () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies })
  assert.deepEqual(
    versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    [],
  )
})

test('the papers name no npm script that is not there', () => {
  const named = papers.flatMap((paper) => [...read(paper).matchAll(/npm (?:run )?(start|demo|dev|check|test|bench)\b|npm run ([\w:-]+)/g)])
  const unknown = named.map(([, known, other]) => known ?? other ?? '').filter((script) => manifest.scripts[script] === undefined)
  assert.deepEqual(unknown, [])
  assert.deepEqual(Object.keys(manifest.scripts).sort(), ['bench', 'check', 'demo', 'dev', 'start', 'test'])
})

test('what the environment can set is what the operator is told', () => {
  const inCode = globSync('src/**/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'))
  const words = inCode.flatMap((path) => readTokens(read(path)).map(({ text }) => text))
  const own = /^BELLWETHER_(?!TEST_)[A-Z_]+$/
  const known = new Set(words.filter((word) => own.test(word)))
  const told = new Set(read('docs/operator/install.md').match(/\bBELLWETHER_[A-Z_]+[A-Z]\b/g) ?? [])
  assert.deepEqual([...known].filter((name) => !told.has(name)).sort(), [])
  assert.deepEqual([...told].filter((name) => !known.has(name)).sort(), [])
})

test('a link inside code is none, and a heading is reached by its name', () => {
  assert.deepEqual(linksOf('[a](b.md) `[c](d.md)`\n```\n[e](f.md)\n```\n![g](h.png)'), [
    { target: 'b.md', line: 1 },
    { target: 'h.png', line: 5 },
  ])
  assert.deepEqual(anchorsOf('# Words\n## Who may import whom?'), ['words', 'who-may-import-whom'])
})
