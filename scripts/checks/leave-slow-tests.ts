/**
 * Which unit tests are for every commit. Those that start a mail server, a
 * browser or the whole product, or that kill a database and wait until it
 * heals, take minutes together and run in `npm test`.
 */
import type { SurveyedFile } from '../boundaries/survey.ts'
import type { Batch } from '../testing/find-tests.ts'

const slowHelp = ['dovecot', 'browser', 'given-postgres', 'product', 'postfix'].map((name) => `test/support/${name}.ts`)

/** Tests whose subject is a crash and what follows it. */
const slowTests = [
  'src/connectors/intake/real-bounce.test.ts',
  'src/platform/jobs/lost-database.test.ts',
  'src/platform/jobs/run-jobs.test.ts',
  'src/platform/storage/embedded/embedded.test.ts',
]

/** The batches without journeys and without slow tests. */
export function leaveSlowTests(batches: readonly Batch[], files: readonly SurveyedFile[]): readonly Batch[] {
  const slow = new Set([...slowTests, ...files.filter(usesSlowHelp).map(({ path }) => path)])
  return batches
    .filter(({ name }) => name !== 'journeys')
    .map((batch) => ({ ...batch, files: batch.files.filter((file) => !slow.has(file)) }))
}

function usesSlowHelp({ links }: SurveyedFile): boolean {
  return links.some(({ target }) => target?.kind === 'file' && slowHelp.includes(target.path))
}
