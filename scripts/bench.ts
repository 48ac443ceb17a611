/**
 * `npm run bench`: runs bench/*.bench.ts, each in its own process, and writes
 * bench/RESULTS.md. `npm run bench -- mail` runs only those whose name holds
 * the word, and writes only their sections.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { rowSchema } from '../bench/row.ts'
import { toMarkdown } from './benching/results.ts'

const root = dirname(import.meta.dirname)
const folder = join(root, 'bench')
const wanted = process.argv.slice(2)
const files = globSync('*.bench.ts', { cwd: folder }).sort()
const chosen = wanted.length === 0 ? files : files.filter((file) => wanted.some((word) => file.includes(word)))

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, Node ${process.version}`
/** Memory is measured under the caps that the product gives a thread of the engine. */
const caps: Readonly<Record<string, readonly string[]>> = { mutation: ['--max-old-space-size=192', '--max-semi-space-size=2'] }

const benches = chosen.map((file) => {
  const name = basename(file, '.bench.ts')
  process.stdout.write(`${name} …\n`)
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--expose-gc',
    ...(caps[name] ?? []),
    join(root, 'scripts', 'benching', 'run-one.ts'),
    join(folder, file),
  ]
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    // As the command sets it.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) {
    process.stdout.write(`${name} did not end well; RESULTS.md stays as it was.\n`)
    process.exit(1)
  }
  return { name, measuredAt: new Date(), machine, rows: z.array(rowSchema).parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]')) }
})

const file = join(folder, 'RESULTS.md')
const text = toMarkdown(existsSync(file) ? readFileSync(file, 'utf8') : '', benches)
writeFileSync(file, text)
process.stdout.write(`\n${text}`)
