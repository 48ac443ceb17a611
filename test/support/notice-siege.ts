/**
 * Couriers and PostgreSQL are killed at random moments while notices are
 * decided and a mail server asks for patience every now and then.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { isTrouble } from '#kernel'
import type { House } from '../../src/app/house.ts'
import { keepCourier } from './couriers.ts'
import { startGivenPostgres } from './given-postgres.ts'
import { chance } from './letters.ts'
import { seedReaders, tellReaders } from './notice-load.ts'
import { newDataDir } from './product.ts'
import { ask } from './product-database.ts'
import { openHouseFor, seedRelay } from './seed.ts'
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts'
import { until } from './until.ts'

export type Siege = { readonly readers: number; readonly rounds: number; readonly kills: number; readonly seed: number }

export type Survived = {
  /** Deliveries by mail that were decided, by their Message-ID. */
  readonly decided: number
  /** Of those, what no server received. */
  readonly lost: readonly string[]
  /** Received, and never decided. */
  readonly unasked: number
  /** Copies beyond the first. */
  readonly duplicates: number
}

/** Every reader gets a notice a round; counts at the receiving server, which is another process and is not killed. */
export async function besiege({ readers, rounds, kills, seed }: Siege): Promise<Survived> {
  const random = chance(seed)
  const [given, sink, dataDir] = await Promise.all([startGivenPostgres(), startSmtpSink(), newDataDir()])
  const environment = { DATABASE_URL: given.databaseUrl, DATABASE_OWNER_URL: given.databaseOwnerUrl }
  const where = { dataDir, adminUrl: given.adminUrl }
  const house = await openHouseFor(dataDir, environment)
  await seedRelay(house, sink)
  const people = await seedReaders(house, readers)
  const couriers = await Promise.all([keepCourier(dataDir, environment), keepCourier(dataDir, environment)])
  try {
    const over = new AbortController()
    const telling = tellAll(house, people, rounds).finally(() => over.abort())
    const storm = storms(sink, random, over.signal)
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(1500 + 1500 * random())
      const victim = couriers[Math.floor(random() * (couriers.length + 1))]
      if (victim) await victim.kill()
      else await given.kill().then(() => given.start())
    }
    await Promise.all([telling, storm])
    await until('no notice waits', () => nothingWaits(where), 600_000)
    return await countAt(where, sink)
  } finally {
    await Promise.all(couriers.map((one) => one.stop()))
    await house.close()
    await Promise.all([sink.stop(), given.remove()])
  }
}

async function tellAll(house: House, people: readonly string[], rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    try {
      await tellReaders(house, people, 'possible-access')
    } catch (thrown) {
      // Not decided, so not owed.
      if (!isTrouble(thrown, 'setback')) throw thrown
      await pause(200)
      round -= 1
    }
  }
}

async function storms(sink: SmtpSink, random: () => number, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await sink.behave({ do: 'tempfail' })
    await pause(300 * random())
    await sink.behave({ do: 'accept' })
    await pause(2000 * random())
  }
}

type Where = Parameters<typeof ask>[0]

/** The database may just be starting again. */
async function nothingWaits(where: Where): Promise<boolean> {
  const waiting = "select count(*) from bellwether.delivery where channel = 'mail' and state in ('queued', 'sending')"
  const [row] = await ask<{ count: string }>(where, waiting).catch(() => [])
  return row?.count === '0'
}

async function countAt(where: Where, sink: SmtpSink): Promise<Survived> {
  const rows = await ask<{ message_id: string }>(where, "select message_id from bellwether.delivery where channel = 'mail'")
  const decided = new Set(rows.map(({ message_id }) => message_id))
  const letters = (await sink.received()).map(({ messageId }) => messageId)
  const arrived = new Set(letters)
  return {
    decided: decided.size,
    lost: [...decided].filter((id) => !arrived.has(id)),
    unasked: [...arrived].filter((id) => !decided.has(id)).length,
    duplicates: letters.length - arrived.size,
  }
}
