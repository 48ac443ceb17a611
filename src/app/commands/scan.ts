/** Puts `bellwether scan` together: the circle from org.json, the engine in threads, the printing. */
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { scan } from '#cli'
import { type Language, languages, refusal, type Severity, sentenceOf, severities } from '#kernel'
import { nobody, type Org, type OwnSet, readOrg } from '#mail'
import { createInspector } from '../inspector/index.ts'
import { readOwnFiles } from './own-files.ts'

export type ScanFlags = {
  readonly json?: boolean
  readonly org?: string
  readonly failOn?: string
  readonly authserv?: readonly string[]
  readonly dns?: boolean
  readonly lang?: string
  readonly rules?: readonly string[]
  readonly indicators?: readonly string[]
}

const severitySchema = z.enum(severities)
const nobodyKnown: Org = { circle: nobody, authserv: [] }

/** Runs the command; answers the exit status. Throws a refusal for unusable input. */
export async function scanCommand(paths: readonly string[], flags: ScanFlags): Promise<number> {
  const language = flags.lang === undefined ? 'en' : readLanguage(flags.lang)
  const failOn = flags.failOn === undefined ? undefined : readSeverity(flags.failOn)
  const { circle, authserv } = flags.org === undefined ? nobodyKnown : await readOrganisation(flags.org)
  const own: OwnSet | undefined =
    flags.rules || flags.indicators ? await readOwnFiles(flags.rules ?? [], flags.indicators ?? [], circle) : undefined
  const threads = availableParallelism()
  const inspector = createInspector({ threads, dns: flags.dns === true ? 'system' : 'off' })
  try {
    return await scan(
      {
        paths,
        json: flags.json === true,
        circle,
        ...(own && { own }),
        trustedAuthserv: flags.authserv === undefined && authserv.length === 0 ? 'topmost' : [...authserv, ...(flags.authserv ?? [])],
        ...(failOn === undefined ? {} : { failOn }),
        language,
        atOnce: threads * 3,
      },
      { inspect: inspector.inspect, input: process.stdin, output: process.stdout },
    )
  } finally {
    await inspector.close()
  }
}

function readLanguage(text: string): Language {
  const found = languages.find((language) => language === text)
  if (found === undefined) throw refusal('unknown-language', `--lang ${text}: the languages are ${languages.join(', ')}`)
  return found
}

function readSeverity(text: string): Severity {
  const read = severitySchema.safeParse(text)
  if (!read.success) throw refusal('unknown-severity', `--fail-on ${text}: the severities are ${severities.join(', ')}`)
  return read.data
}

async function readOrganisation(path: string): Promise<Org> {
  let json: string
  try {
    json = await readFile(path, 'utf8')
  } catch (error) {
    throw refusal('unreadable-organisation', `reading the organisation in ${path}: ${sentenceOf(error)}`, { cause: error })
  }
  return readOrg(json, path)
}
