import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { silent } from '../../../../test/support/database.ts'
import { until } from '../../../../test/support/until.ts'
import { openStorage } from '../open-storage.ts'
import { isAlive, startTicks } from './process-life.ts'

const script = join(import.meta.dirname, '../../../../test/support/storage-process.ts')
const isRoot = process.getuid?.() === 0
const nobody = 65_534

const homes: string[] = []
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) await ended(child)
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.stdin?.end()
  await exit
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'bellwether-embedded-'))
  chmodSync(home, 0o711)
  homes.push(home)
  return home
}

type Said = { readonly people?: number; readonly refused?: string; readonly says?: string }

/** Starts the process; `said` is its first line. */
async function open(dataDir: string, as?: { uid: number; gid: number }): Promise<{ child: ChildProcess; said: Said }> {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['pipe', 'pipe', 'inherit'], ...as })
  children.push(child)
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const line = await until('the process spoke', () => text.split('\n').length > 1 && text.split('\n')[0], 30_000)
  return { child, said: JSON.parse(line) }
}

const lockOf = (dataDir: string) => join(dataDir, 'postgres', 'postmaster.pid')
const postmasterOf = (dataDir: string) => Number(readFileSync(lockOf(dataDir), 'utf8').split('\n')[0])

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

test('a second Bellwether on the same data is refused with a sentence, and the first lives on', async () => {
  const dataDir = join(newHome(), 'data')
  const storage = await openStorage({ dataDir, log: silent })
  const { said } = await open(dataDir)
  assert.equal(said.refused, 'data-in-use')
  assert.match(said.says ?? '', new RegExp(`Another Bellwether \\(process ${process.pid}\\) already uses ${dataDir}`))
  await assert.rejects(openStorage({ dataDir, log: silent }), /already uses/)
  assert.equal(await storage.reachable(), true)
  await storage.close()
})

test('a lock left by a process whose number now belongs to another does not lock anybody out', async () => {
  const dataDir = join(newHome(), 'data')
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, 'bellwether.pid'), JSON.stringify({ pid: 1, ticks: `${Number(startTicks(1)) + 1}` }))
  assert.equal((await open(dataDir)).said.people, 1)
})

test('a Bellwether killed without warning leaves its server behind, and the next start goes on with the data', async () => {
  const dataDir = join(newHome(), 'data')
  const first = await open(dataDir)
  const left = postmasterOf(dataDir)
  await kill(first.child)
  assert.ok(isAlive(left))
  const second = await open(dataDir)
  assert.equal(second.said.people, 2)
  assert.equal(isAlive(left), false)
})

test('Bellwether and its server killed at once: the next start recovers what was committed', async () => {
  const dataDir = join(newHome(), 'data')
  const { child } = await open(dataDir)
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  await kill(child)
  assert.equal((await open(dataDir)).said.people, 2)
})

test('a stale lock of the server that names a living stranger is no lock', async () => {
  const dataDir = join(newHome(), 'data')
  const { child } = await open(dataDir)
  const server = postmasterOf(dataDir)
  await kill(child)
  process.kill(server, 'SIGKILL')
  await until('the server is gone', () => !isAlive(server))
  const [, ...rest] = readFileSync(lockOf(dataDir), 'utf8').split('\n')
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
  try {
    writeFileSync(lockOf(dataDir), [stranger.pid, ...rest].join('\n'))
    assert.equal((await open(dataDir)).said.people, 2)
    assert.ok(isAlive(stranger.pid ?? 0), 'the stranger was left in peace')
  } finally {
    stranger.kill()
  }
})

test('a first start that was cut off leaves nothing that stops the next one', async () => {
  const dataDir = join(newHome(), 'data')
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n')
  assert.equal((await open(dataDir)).said.people, 1)
})

test('data of another major version is refused and left as it is', async () => {
  const dataDir = join(newHome(), 'data')
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
  const { said } = await open(dataDir)
  assert.equal(said.refused, 'other-postgres-version')
  assert.match(said.says ?? '', /belongs to PostgreSQL 15, and this Bellwether brings 18.*pg_dump 15.*DATABASE_URL/)
  assert.equal(readFileSync(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8'), '15\n')
})

test('root runs the server as nobody', { skip: !isRoot && 'needs root' }, async () => {
  const dataDir = join(newHome(), 'data')
  const { said } = await open(dataDir)
  assert.equal(said.people, 1)
  assert.equal(statSync(`/proc/${postmasterOf(dataDir)}`).uid, nobody)
  assert.equal(statSync(join(dataDir, 'postgres.json')).mode & 0o777, 0o600)
})

test('root runs the server also where nobody may walk, and moves between the two', { skip: !isRoot && 'needs root' }, async () => {
  const home = newHome()
  const dataDir = join(home, 'data')
  for (const [mode, people] of [
    [0o700, 1],
    [0o711, 2],
    [0o700, 3],
  ] as const) {
    chmodSync(home, mode)
    const { child, said } = await open(dataDir)
    assert.equal(said.people, people)
    await ended(child)
  }
})

test('a plain user runs the server as themselves', { skip: !isRoot && 'the other tests are this one' }, async () => {
  const home = newHome()
  chownSync(home, nobody, nobody)
  chmodSync(home, 0o700)
  const dataDir = join(home, 'data')
  const { said } = await open(dataDir, { uid: nobody, gid: nobody })
  assert.equal(said.people, 1)
  assert.equal(statSync(`/proc/${postmasterOf(dataDir)}`).uid, nobody)
})

test('a calm end leaves no process and no lock', async () => {
  const dataDir = join(newHome(), 'data')
  const { child } = await open(dataDir)
  const server = postmasterOf(dataDir)
  await ended(child)
  assert.equal(isAlive(server), false)
  assert.throws(() => statSync(lockOf(dataDir)))
  assert.throws(() => statSync(join(dataDir, 'bellwether.pid')))
})
