/**
 * Which unit tests are for every commit. Those that start a mail server, a
 * browser or the whole product take minutes together and run in `npm test`.
 */
import type { SurveyedFile } from '../boundaries/survey.ts'
import type { Batch } from '../testing/find-tests.ts'

const slowHelp = ['dovecot', 'browser', 'given-postgres', 'product', 'postfix'].map((name) => `test/support/${name}.ts`)

/** The batches without journeys and without tests that use a slow helper. */
export function leaveSlowTests(batches: readonly Batch[], files: readonly SurveyedFile[]): readonly Batch[] {
  const slow = new Set(files.filter(usesSlowHelp).map(({ path }) => path))
  return batches
    .filter(({ name }) => name !== 'journeys')
    .map((batch) => ({ ...batch, files: batch.files.filter((file) => !slow.has(file)) }))
}

function usesSlowHelp({ links }: SurveyedFile): boolean {
  return links.some(({ target }) => target?.kind === 'file' && slowHelp.includes(target.path))
}
