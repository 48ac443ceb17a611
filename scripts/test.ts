/**
 * `npm test`: everything. `npm test -- path…` runs only the tests there; what
 * begins with a dash is handed to node --test.
 *
 * Before journeys it looks for the parts of the system that some of them need;
 * see scripts/system-parts/.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { provideParts, surroundingsOf } from './system-parts/provide-parts.ts'
import { findTests, pathsNotThere } from './testing/find-tests.ts'
import { runBatch } from './testing/run-batch.ts'
import { addTotals, isGreen, linesOf, noTotals } from './testing/totals.ts'

const root = dirname(import.meta.dirname)
process.chdir(root)

const given = process.argv.slice(2)
const paths = given.filter((argument) => !argument.startsWith('-'))
const extra = given.filter((argument) => argument.startsWith('-'))
const say = (line: string) => process.stdout.write(`${line}\n`)

const unknown = pathsNotThere(root, paths)
if (unknown.length > 0) {
  say(`There is no ${unknown.join(' and no ')} to test.`)
  process.exit(2)
}

const batches = findTests(root, paths)
const needsParts = batches.some((batch) => batch.name === 'journeys' && batch.files.length > 0)
if (needsParts && !provideParts(surroundingsOf(process.env), say)) process.exit(1)

let totals = noTotals
for (const batch of batches) {
  if (batch.files.length === 0) continue
  say(`\n${batch.name}: ${batch.files.length} files`)
  totals = addTotals(totals, await runBatch(batch, extra, 'told'))
}

const closing = linesOf(totals)
say(`\nall together\n${closing}`)
// .ci/run repeats these lines after the checks.
mkdirSync(join(root, '.cache'), { recursive: true })
writeFileSync(join(root, '.cache', 'test-totals.txt'), `${closing}\n`)
process.exitCode = isGreen(totals) ? 0 : 1
