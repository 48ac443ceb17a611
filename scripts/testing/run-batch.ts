/** Runs one batch of test files with node --test in its own process and answers with its totals. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Batch } from './find-tests.ts'
import { noTotals, type Totals, totalsFrom } from './totals.ts'

const optionsOf: Readonly<Record<Batch['name'], readonly string[]>> = {
  pure: ['--test-isolation=none', '--test-timeout=120000'],
  units: ['--test-concurrency=2', '--test-timeout=180000'],
  // One at a time: each starts the whole product and measures how fast it is.
  journeys: ['--test-concurrency=1', '--test-timeout=1200000'],
}

/** `told`: everything is reported as it happens; `trouble`: only a run that did not pass; `silent`: nothing. */
export type Manner = 'told' | 'trouble' | 'silent'

/** Runs the batch and answers with what was counted. */
export async function runBatch(batch: Batch, extra: readonly string[], manner: Manner): Promise<Totals> {
  if (batch.files.length === 0) return noTotals
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-totals-'))
  const totalsFile = join(folder, 'totals.json')
  const began = performance.now()
  try {
    const args = [
      '--disable-warning=ExperimentalWarning',
      '--test',
      ...optionsOf[batch.name],
      `--test-reporter=${manner === 'told' ? 'spec' : 'dot'}`,
      '--test-reporter-destination=stdout',
      `--test-reporter=${join(import.meta.dirname, 'totals-reporter.ts')}`,
      `--test-reporter-destination=${totalsFile}`,
      ...extra,
      ...batch.files,
    ]
    const { code, output } = await runNode(args, manner)
    const totals = totalsFrom(readIfThere(totalsFile), performance.now() - began)
    if (manner === 'trouble' && code !== 0) process.stdout.write(output)
    // A process that died before its summary must not pass for an empty, green batch.
    return code !== 0 && totals.fail === 0 && totals.cancelled === 0 ? { ...totals, fail: 1, tests: totals.tests + 1 } : totals
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runNode(args: readonly string[], manner: Manner): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((done, failed) => {
    // Children of a test run must not think they are one file of an outer run.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', manner === 'told' ? 'inherit' : 'pipe', manner === 'silent' ? 'ignore' : 'inherit'],
      env,
    })
    const pieces: Buffer[] = []
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece))
    child.on('error', failed)
    child.on('close', (code) => done({ code: code ?? 1, output: Buffer.concat(pieces).toString() }))
  })
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
