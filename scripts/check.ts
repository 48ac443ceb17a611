/**
 * `npm run check`: format and lint, types, boundaries, unused exports, unit
 * tests. It takes seconds; run it before each commit. `--fast` leaves out the
 * unit tests. Journeys, and unit tests that start a mail server or a browser,
 * belong to `npm test`.
 */
import { dirname } from 'node:path'
import { type Breach, linesOf } from './boundaries/breach.ts'
import { findBreaches } from './boundaries/find-breaches.ts'
import { readManifest } from './boundaries/manifest.ts'
import { survey } from './boundaries/survey.ts'
import { findLongFiles } from './checks/find-long-files.ts'
import { findUnusedExports } from './checks/find-unused-exports.ts'
import { leaveSlowTests } from './checks/leave-slow-tests.ts'
import { runTool, type ToolResult } from './checks/run-tool.ts'
import { findTests } from './testing/find-tests.ts'
import { runBatch } from './testing/run-batch.ts'
import { isGreen } from './testing/totals.ts'

const root = dirname(import.meta.dirname)
process.chdir(root)
const isFast = process.argv.includes('--fast')

type Step = { readonly name: string; readonly run: () => Promise<ToolResult> }

const manifest = readManifest(root)
const files = survey({ root, doors: manifest.doors })
const resultOf = (breaches: readonly Breach[]): ToolResult => ({ isGood: breaches.length === 0, says: linesOf(breaches) })

const reading: readonly Step[] = [
  {
    name: 'format and lint',
    run: () => runTool('biome', ['check', '--error-on-warnings', '--diagnostic-level=warn', '--max-diagnostics=40', '.'], root),
  },
  { name: 'types', run: () => runTool('tsc', ['--noEmit', '-p', '.'], root) },
  { name: 'boundaries', run: async () => resultOf(findBreaches(files, manifest)) },
  { name: 'unused exports', run: async () => resultOf(findUnusedExports(files)) },
]

/** Runs a step, says how it went, and answers whether it is good. */
async function take({ name, run }: Step): Promise<boolean> {
  const began = performance.now()
  const { isGood, says } = await run()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(`${isGood ? '✔' : '✖'} ${name} (${seconds} s)\n`)
  if (!isGood) process.stdout.write(`${says}\n\n`)
  return isGood
}

async function runUnitTests(): Promise<ToolResult> {
  const results = []
  for (const batch of leaveSlowTests(findTests(root), files)) results.push(await runBatch(batch, [], 'trouble'))
  return { isGood: results.every(isGreen), says: 'The unit tests above did not pass.' }
}

for (const note of findLongFiles(files)) process.stdout.write(`  ${note.path}: ${note.says}\n`)
const answers = await Promise.all(reading.map(take))
if (!isFast) answers.push(await take({ name: 'unit tests', run: runUnitTests }))
process.exitCode = answers.every(Boolean) ? 0 : 1
