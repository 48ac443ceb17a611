/** What an operator gets wrong before anything runs: exit status 2 and one sentence that says what to do. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Ended, isOneSentence, runCommand } from '../support/command.ts'
import { freePort } from '../support/free-port.ts'
import { newDataDir, startProduct } from '../support/product.ts'
import { openHouseFor } from '../support/seed.ts'

const refused = (ended: Ended, sentence: RegExp): void => {
  assert.ok(isOneSentence(ended), `ended with ${ended.status}: ${ended.stderr}`)
  assert.match(ended.stderr, sentence)
}

async function place(t: { after(done: () => Promise<void>): void }): Promise<{ dataDir: string; environment: Record<string, string> }> {
  const dataDir = await newDataDir()
  t.after(() => rm(dataDir, { recursive: true, force: true }))
  return { dataDir, environment: { BELLWETHER_DATA: dataDir, PORT: String(await freePort()) } }
}

async function takenPort(t: { after(done: () => Promise<void>): void }): Promise<string> {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(async () => void other.close())
  const address = other.address()
  return String(typeof address === 'object' && address ? address.port : 0)
}

test('a taken port is told with its number', async (t) => {
  const { environment } = await place(t)
  const PORT = await takenPort(t)
  refused(await runCommand(['start'], { ...environment, PORT }), new RegExp(`Port ${PORT} is already in use`))
})

test('a taken port of the intake is told too', async (t) => {
  const { dataDir, environment } = await place(t)
  const house = await openHouseFor(dataDir)
  await house.settings.save({ kind: 'programme' }, { ...(await house.settings.read()), intakeDomain: 'reports.example' })
  await house.close()
  const port = await takenPort(t)
  const ended = await runCommand(['start', '--roles', 'worker,ingest'], { ...environment, BELLWETHER_INTAKE_PORT: port })
  refused(ended, new RegExp(`intake cannot listen on 127\\.0\\.0\\.1:${port}`))
})

test('a second Bellwether on the same data is refused, and the first goes on', async (t) => {
  const product = await startProduct()
  t.after(() => product.remove())
  refused(await runCommand(['start'], { BELLWETHER_DATA: product.dataDir, PORT: String(await freePort()) }), /another Bellwether|already/i)
  assert.equal((await fetch(`${product.address}/healthz`)).status, 200)
})

test('a broken configuration file is named, with what is wrong in it', async (t) => {
  const { dataDir, environment } = await place(t)
  const file = join(dataDir, 'bellwether.json')
  await writeFile(file, '{ "port": 8080,, }')
  refused(await runCommand(['start'], environment), /bellwether\.json is not valid JSON/)
  await writeFile(file, '{ "port": "eighty" }')
  refused(await runCommand(['start'], environment), /bellwether\.json, "port" is not right/)
  await writeFile(file, '{ "prot": 8080 }')
  refused(await runCommand(['start'], environment), /bellwether\.json.*prot/)
  refused(await runCommand(['start'], { ...environment, BELLWETHER_CONFIG: join(dataDir, 'none.json') }), /none\.json cannot be read/)
})

test('a role that is none is told with the roles there are', async (t) => {
  const { environment } = await place(t)
  refused(await runCommand(['start', '--roles', 'web,cook'], environment), /no role "cook"; the roles are web, worker, ingest/)
})

test('a path that is not there is named, and no mail is made up', async () => {
  const ended = await runCommand(['scan', '/nowhere/at-all.eml', '--json'])
  refused(ended, /\/nowhere\/at-all\.eml/)
  assert.equal(ended.stdout, '')
})

test('a number that is none is told: the port, the poll, the threads', async (t) => {
  const { environment } = await place(t)
  for (const name of ['PORT', 'BELLWETHER_INTAKE_PORT', 'BELLWETHER_POLL_SECONDS', 'BELLWETHER_THREADS'])
    refused(await runCommand(['start'], { ...environment, [name]: 'many' }), new RegExp(name))
})

test('a database that does not answer is told without its password', async (t) => {
  const { environment } = await place(t)
  const port = await freePort()
  const given = `postgres://app:hidden-word@127.0.0.1:${port}/bellwether`
  const ended = await runCommand(['start'], { ...environment, DATABASE_URL: given, DATABASE_OWNER_URL: given })
  refused(ended, new RegExp(`127\\.0\\.0\\.1:${port}|database`, 'i'))
  assert.doesNotMatch(ended.stderr, /hidden-word/)
})
