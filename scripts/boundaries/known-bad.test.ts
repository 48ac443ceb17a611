/** Proves that the boundary checks bite: each known-bad file is caught by the checks its first line names, and no good file is. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { after, test } from 'node:test'
import { findBreaches } from './find-breaches.ts'
import { readManifest } from './manifest.ts'
import { survey } from './survey.ts'

const root = dirname(dirname(import.meta.dirname))
const fixtures = join(root, 'fixtures', 'known-bad')
const files = globSync('src/**/*.ts', { cwd: fixtures }).sort()
const badFiles = files.filter((file) => file.includes('/bad/'))

// Biome leaves fixtures/ alone and reads its rules by folder, so it gets a house of its own.
const house = realpathSync(mkdtempSync(join(tmpdir(), 'bellwether-known-bad-')))
after(() => rmSync(house, { recursive: true, force: true }))
cpSync(fixtures, house, { recursive: true })
cpSync(join(root, 'biome.json'), join(house, 'biome.json'))

const lawful = new Set(['noRestrictedImports', 'noRestrictedGlobals', 'noImportCycles', 'noExplicitAny', 'noFloatingPromises'])
const byBiome = caughtByBiome()
const manifest = readManifest(fixtures)
const byBoundaries = new Set(findBreaches(survey({ root: fixtures, doors: manifest.doors }), manifest).map(({ path }) => path))

test('there is a known-bad file for every way around', () => {
  assert.ok(badFiles.length >= 50, `only ${badFiles.length}`)
})

for (const file of badFiles) {
  const [head = ''] = readFileSync(join(fixtures, file), 'utf8').split('\n')
  const checks = head.replace('// caught by: ', '').split(', ')
  const way = file.split('/').at(-1)?.replace('.ts', '').replaceAll('-', ' ')

  test(`nobody gets around the boundaries by: ${way}`, () => {
    assert.ok(
      checks.every((check) => check === 'boundaries' || check === 'biome'),
      head,
    )
    if (checks.includes('boundaries')) assert.ok(byBoundaries.has(file), 'the boundary script lets it pass')
    if (checks.includes('biome')) assert.ok(byBiome.has(file), 'Biome lets it pass')
  })
}

test('an honest file breaks no boundary', () => {
  const honest = files.filter((file) => !file.includes('/bad/'))
  assert.deepEqual(
    honest.filter((file) => byBoundaries.has(file)),
    [],
  )
  assert.deepEqual(
    honest.filter((file) => byBiome.has(file)),
    [],
  )
})

function caughtByBiome(): ReadonlySet<string> {
  const biome = join(root, 'node_modules', '.bin', 'biome')
  const { stdout } = spawnSync(biome, ['lint', '--reporter=github', '--max-diagnostics=none', '.'], { cwd: house, encoding: 'utf8' })
  const lines = stdout.split('\n').flatMap((line) => {
    const [, rule, file] = /title=lint\/\w+\/(\w+),file=([^,]+),/.exec(line) ?? []
    return rule !== undefined && file !== undefined && lawful.has(rule) ? [relative(house, resolve(house, file))] : []
  })
  return new Set(lines)
}
