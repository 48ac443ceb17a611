/**
 * How many hostile mails of each family are found, and how many of their honest twins are flagged, on mails written by people who had not read the rules
 * (fixtures/mail/unseen). No peer knows who belongs to a house, so none stands beside. Through the inspector, as the product does it, with its readers of files.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInspector } from '../src/app/inspector/index.ts'
import { unseenContext } from '../test/support/unseen-mails.ts'
import type { Row } from './row.ts'

const home = join(import.meta.dirname, '..', 'fixtures', 'mail', 'unseen')

/** The rows of this bench. */
export async function measure(): Promise<readonly Row[]> {
  const inspector = createInspector({ threads: 2, dns: 'off' })
  try {
    const families = [...new Set(globSync('*/*/', { cwd: home }).map((path) => path.split('/')[1] ?? ''))]
      .filter((name) => name !== '')
      .sort()
    const rows: Row[] = []
    for (const family of families) {
      for (const kind of ['hostile', 'honest'] as const) {
        const paths = globSync(`*/${family}/${kind}/*.eml`, { cwd: home }).sort()
        const verdicts = await Promise.all(
          paths.map(async (path) => {
            const bytes = readFileSync(join(home, path))
            return (await inspector.inspect(bytes, unseenContext(bytes))).verdict
          }),
        )
        const share = (verdicts.filter((verdict) => verdict === 'dangerous').length / paths.length) * 100
        rows.push(
          kind === 'hostile'
            ? { name: `${family}: found`, unit: '%', ours: share, better: 'more', note: `${paths.length} unseen mails` }
            : { name: `${family}: honest twins flagged`, unit: '%', ours: share, better: 'less', note: `${paths.length} unseen mails` },
        )
      }
    }
    return rows
  } finally {
    await inspector.close()
  }
}
