/**
 * How many hostile mails of each family are found, and how many of their honest twins are flagged (fixtures/mail/unseen). By the real command, as an operator would
 * run it: with the reader's organisation and the name of its own mail service. No peer knows who belongs to a house, so none stands beside. Most sets have been
 * opened since: what each showed at first sight, the figure that tells of unseen mail, stands in fixtures/mail/unseen/ORIGIN.md.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { riverton } from '../test/support/mail-fixtures.ts'
import { type UnseenMail, unseenMails } from '../test/support/unseen-mails.ts'
import type { Row } from './row.ts'

const main = join(import.meta.dirname, '..', 'src', 'main.ts')
const lineSchema = z.object({ file: z.string(), verdict: z.enum(['dangerous', 'careful', 'fine']) })

/** The rows of this bench. */
export async function measure(): Promise<readonly Row[]> {
  const mails = unseenMails()
  const dangerous = verdictsOf(mails)
  const families = [...new Set(mails.map((mail) => mail.family))].sort()
  return families.flatMap((family) =>
    [true, false].map((isHostile): Row => {
      const some = mails.filter((mail) => mail.family === family && mail.isHostile === isHostile)
      const share = (some.filter((mail) => dangerous.has(mail.path)).length / some.length) * 100
      const what = isHostile ? 'found' : 'honest twins flagged'
      return {
        name: `${family}: ${what}`,
        unit: '%',
        ours: share,
        better: isHostile ? 'more' : 'less',
        note: `${some.length} mails, all measured before, most of them learnt from since`,
      }
    }),
  )
}

/** The paths of those that were called dangerous. */
function verdictsOf(mails: readonly UnseenMail[]): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'))
  try {
    const org = join(folder, 'org.json')
    const { organisation, ...rest } = riverton
    writeFileSync(org, JSON.stringify({ ...organisation, ...rest }))
    const houses = [...new Set(mails.map((mail) => mail.house))]
    return new Set(
      houses.flatMap((house) => {
        const circle = organisation.domains.some((domain) => domain === house) ? ['--org', org] : []
        const paths = mails.filter((mail) => mail.house === house).map((mail) => mail.path)
        return scan([...paths, ...circle, '--authserv', `mx.${house}`])
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function scan(args: readonly string[]): readonly string[] {
  const { status, stdout } = spawnSync(process.execPath, [main, 'scan', '--json', ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`the scan ended with ${status}`)
  return stdout
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter(({ verdict }) => verdict === 'dangerous')
    .map(({ file }) => file)
}
