/**
 * Twenty times kill -9, at random moments, of the product's processes and of
 * PostgreSQL alike, while a thousand mails arrive for fifty people. No mail is
 * left unseen, no notice is lost, and what arrives twice is the same letter.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startDovecot, withoutDovecot } from '../support/dovecot.ts'
import { attackKinds, attackLetter, chance, honestLetter } from '../support/letters.ts'
import { newDataDir, type Product, startProduct } from '../support/product.ts'
import { ask } from '../support/product-database.ts'
import { openHouseFor, seedOrganisation, seedRelay } from '../support/seed.ts'
import { startSmtpSink, textOf } from '../support/smtp-sink.ts'
import { type Ground, grounds } from '../support/two-databases.ts'
import { until } from '../support/until.ts'

const people = 50
const mails = 1000
const kills = 20
const duplicatesAKill = 3
/** The mails arrive over about this time, and the kills fall among them. */
const arrivalMs = 60_000

/** A start may find the database away; systemd would try again after a tenth of a second, and so on. */
async function startAgain(product: Product): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await product.start()
    } catch (cause) {
      if (tries > 100) throw cause
      await pause(100)
    }
  }
}

/** A process that is started again whenever it ends, as systemd would. */
async function keepAlive(options: Parameters<typeof startProduct>[0]): Promise<{ kill(): Promise<void>; stop(): Promise<void> }> {
  const product: Product = await startProduct(options)
  let restarting = Promise.resolve()
  return {
    kill: async () => {
      await restarting
      await product.kill()
      // Not waited for: the next kill may fall into the start.
      restarting = startAgain(product)
    },
    stop: async () => {
      await restarting
      await product.stop()
    },
  }
}

type Victims = {
  readonly processes: readonly { kill(): Promise<void>; stop(): Promise<void> }[]
  readonly killDatabase: () => Promise<void>
}

/** On the built-in server one process plays all roles; on a given one, three share the work. */
async function startVictims(on: Ground, dataDir: string): Promise<Victims> {
  const { given, environment } = on
  if (!given) {
    const postmaster = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    return { processes: [await keepAlive({ dataDir, environment })], killDatabase: async () => void process.kill(postmaster(), 'SIGKILL') }
  }
  const parts = ['web,ingest', 'worker', 'worker,ingest']
  return {
    processes: await Promise.all(parts.map((roles) => keepAlive({ dataDir, environment, roles }))),
    killDatabase: async () => {
      await given.kill()
      await given.start()
    },
  }
}

for (const ground of grounds) {
  test(`after ${kills} kills every mail was seen and every notice arrived, on ${ground.name}`, {
    skip: withoutDovecot() || ground.without(),
    timeout: 420_000,
  }, async (t) => {
    const seed = Number(process.env['BELLWETHER_SEED'] ?? Date.now() % 1_000_000)
    t.diagnostic(`seed ${seed}`)
    const random = chance(seed)
    const [dovecot, sink, on, dataDir] = await Promise.all([startDovecot(), startSmtpSink(), ground.open(), newDataDir()])
    let victims: Victims | undefined
    t.after(async () => {
      // The processes first: one that is just being started again needs its database.
      await Promise.all(victims?.processes.map((one) => one.stop()) ?? [])
      await Promise.all([dovecot.remove(), sink.stop(), on.remove()])
    })
    const house = await openHouseFor(dataDir, on.environment)
    const names = Array.from(
      { length: people },
      (_, index) => `Person ${String.fromCharCode(65 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`,
    )
    const seeded = await seedOrganisation(house, {
      organisation: 'Westlake Office',
      domain: 'westlake-office.example',
      people: names,
      imap: dovecot,
    })
    await seedRelay(house, sink)
    await house.close()
    for (const one of seeded) await dovecot.addBox(one.work, one.password)
    const where = { dataDir, ...(on.given && { adminUrl: on.given.adminUrl }) }
    const count = async (text: string) => Number((await ask<{ count: string }>(where, text).catch(() => []))[0]?.count ?? -1)

    const alive = await startVictims(on, dataDir)
    victims = alive
    await until(
      'every mailbox is watched',
      async () => (await count("select count(*) from bellwether.connection where state = 'watching'")) === people,
      60_000,
    )

    // At least two hundred of the thousand are hostile; which, and to whom, is drawn now.
    let hostile = 0
    const arriving = (async () => {
      for (let index = 0; index < mails; index++) {
        const one = seeded[Math.floor(random() * people)]
        const kind = attackKinds[Math.floor(random() * attackKinds.length)]
        assert.ok(one && kind)
        const left = mails - index
        const attack = random() < 0.22 || left <= 200 - hostile
        if (attack) hostile++
        const to = { name: one.name, address: one.work }
        await dovecot.deliver(one.work, attack ? attackLetter(kind, random, to).bytes : honestLetter(random, to).bytes)
        await pause((arrivalMs / mails) * 2 * random())
      }
    })()
    for (let kill = 0; kill < kills; kill++) {
      await pause((arrivalMs / kills) * 2 * random())
      const target = Math.floor(random() * (alive.processes.length + 1))
      const victim = alive.processes[target]
      await (victim ? victim.kill() : alive.killDatabase().catch(() => undefined))
    }
    await arriving
    assert.ok(hostile >= 200)

    await until('every mail was examined', async () => (await count('select count(*) from bellwether.message_verdict')) >= mails, 120_000)
    await until(
      'no notice waits',
      async () => (await count("select count(*) from bellwether.delivery where channel = 'mail' and state in ('queued', 'sending')")) === 0,
      120_000,
    )

    assert.equal(
      await count('select count(distinct (connection_id, folder, uid_validity, uid)) from bellwether.message_verdict'),
      mails,
      'no mail unseen',
    )
    const untold = `select count(*) from bellwether.affected a where not exists
      (select from bellwether.notice n where n.incident_id = a.incident_id and n.person_id = a.person_id)`
    assert.equal(await count(untold), 0, 'everybody who was reached has a notice')

    const deliveries = await ask<{ message_id: string }>(where, "select message_id from bellwether.delivery where channel = 'mail'")
    const letters = await sink.received()
    const copies = new Map<string, string[]>()
    for (const letter of letters) copies.set(letter.messageId, [...(copies.get(letter.messageId) ?? []), textOf(letter)])
    assert.deepEqual(
      deliveries.filter(({ message_id }) => !copies.has(message_id)),
      [],
      'no notice was lost',
    )
    assert.equal(copies.size, deliveries.length, 'nothing was sent that was not decided')
    const duplicates = letters.length - copies.size
    t.diagnostic(`${mails} mails, ${hostile} hostile, ${deliveries.length} notices, ${duplicates} duplicates in ${kills} kills`)
    assert.ok(duplicates <= kills * duplicatesAKill, `${duplicates} duplicates in ${kills} kills`)
    const codeOf = (text: string) => /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/.exec(text)?.[0]
    for (const same of copies.values()) assert.equal(new Set(same.map(codeOf)).size, 1, 'a duplicate carries the same code')
    assert.equal(
      await count("select count(*) from bellwether.message_verdict where verdict = 'dangerous'"),
      hostile,
      'each hostile mail is known as one',
    )
  })
}
