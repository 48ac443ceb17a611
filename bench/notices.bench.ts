/**
 * How notices leave: how many in a second, how soon after they were decided,
 * and what twenty kills cost. Each is counted by the receiving server, which is
 * another process. Alertmanager tells the same receiver in the same run.
 */

import { setTimeout as pause } from 'node:timers/promises'
import { keepCourier } from '../test/support/couriers.ts'
import { startGivenPostgres, withoutPostgres } from '../test/support/given-postgres.ts'
import { type HookSink, startHookSink } from '../test/support/hook-sink.ts'
import { seedHooked, seedPushed, seedReaders, tellReaders } from '../test/support/notice-load.ts'
import { besiege } from '../test/support/notice-siege.ts'
import { newDataDir } from '../test/support/product.ts'
import { openHouseFor, seedRelay } from '../test/support/seed.ts'
import { startSmtpSink } from '../test/support/smtp-sink.ts'
import { until } from '../test/support/until.ts'
import { runAlertmanager } from './peers/alertmanager.ts'
import type { Row } from './row.ts'

const siege = { readers: 500, rounds: 40, kills: 20, seed: 20_261_127 }
const mails = 6000
const hooks = 20_000
const wave = 500
const single = 300
const duplicatesAKill = 3

type Peer = Awaited<ReturnType<typeof runAlertmanager>>

/** The rows of this bench. Fails when something was lost. */
export async function measure(): Promise<readonly Row[]> {
  const why = withoutPostgres()
  if (why) throw new Error(why)
  const hooks = await startHookSink()
  try {
    const peer = await runAlertmanager(hooks)
    return [...(await hookRows(hooks, peer)), ...(await mailRows()), ...(await siegeRows(peer))]
  } finally {
    await hooks.stop()
  }
}

type Hooked = { readonly name: 'webhooks' | 'pushes'; readonly count: number; readonly seed: typeof seedHooked; readonly note: string }

/** How many leave in a second, all of them decided first, so that nothing but delivering is measured; two couriers, one a core. */
async function perSecond(sink: HookSink, { name, count, seed, note }: Hooked): Promise<Row> {
  const [given, dataDir] = await Promise.all([startGivenPostgres(), newDataDir()])
  const environment = { DATABASE_URL: given.databaseUrl, DATABASE_OWNER_URL: given.databaseOwnerUrl, BELLWETHER_PUSH_SINK: sink.url }
  const house = await openHouseFor(dataDir, environment)
  try {
    const people = await seed(house, wave, sink.url)
    for (let round = 0; round < count / wave; round += 1) await tellReaders(house, people, 'possible-access')
    await sink.forget()
    const couriers = await Promise.all([keepCourier(dataDir, environment), keepCourier(dataDir, environment)])
    try {
      await until('all were told', async () => (await sink.counted()) >= count, 300_000)
      const { total, keys, firstAt, lastAt } = await sink.received()
      const copies = total - Object.keys(keys).length
      if (copies > 0) throw new Error(`${copies} were told twice`)
      return {
        name,
        unit: 'notices/s',
        ours: count / ((lastAt - firstAt) / 1000),
        better: 'more',
        note: `${count} notices that waited, ${note}`,
      }
    } finally {
      await Promise.all(couriers.map((one) => one.stop()))
    }
  } finally {
    await house.close()
    await given.remove()
  }
}

async function hookRows(sink: HookSink, peer: Peer): Promise<readonly Row[]> {
  const note = 'to a receiver in another process; the peer told 2,000 alerts, each in a group of its own'
  const hooked = await perSecond(sink, { name: 'webhooks', count: hooks, seed: seedHooked, note })
  const encrypted = 'encrypted each for its browser, to a receiver in another process, without TLS'
  return [
    { ...hooked, ...(peer && { peer: { name: peer.name, value: peer.perSecond } }) },
    await perSecond(sink, { name: 'pushes', count: hooks, seed: seedPushed, note: encrypted }),
  ]
}

async function mailRows(): Promise<readonly Row[]> {
  const [given, sink, dataDir] = await Promise.all([startGivenPostgres(), startSmtpSink(), newDataDir()])
  const environment = { DATABASE_URL: given.databaseUrl, DATABASE_OWNER_URL: given.databaseOwnerUrl }
  const house = await openHouseFor(dataDir, environment)
  await seedRelay(house, sink)
  const people = await seedReaders(house, wave)
  const courier = await keepCourier(dataDir, environment)
  const arrivals = async (count: number) => (await sink.waitFor(count, { withinMs: 300_000 })).map(({ at }) => Date.parse(at))
  try {
    const began = Date.now()
    await tellReaders(house, people, 'possible-access')
    const waveMs = Math.max(...(await arrivals(wave))) - began
    const waits: number[] = []
    for (let n = 0; n < single; n += 1) {
      await tellReaders(house, people.slice(n, n + 1), 'possible-access')
      const decidedAt = Date.now()
      const times = await arrivals(wave + n + 1)
      waits.push(Math.max(0, (times.at(-1) ?? 0) - decidedAt))
    }
    const perSecond = await mailsPerSecond()
    const sorted = waits.toSorted((one, other) => one - other)
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
    return [
      {
        name: 'mails',
        unit: 'notices/s',
        ours: perSecond,
        better: 'more',
        note: `${mails} notices that waited; SMTP to a server in another process, three at a time, signed`,
      },
      {
        name: 'from decided to handed over (median)',
        unit: 'ms',
        ours: at(0.5),
        better: 'less',
        note: `${single} notices, one at a time, by mail; a query each five seconds would wait 2,500`,
      },
      { name: 'from decided to handed over (99 in 100)', unit: 'ms', ours: at(0.99), better: 'less', note: 'the same' },
      {
        name: `a wave of ${wave} people, the last one told`,
        unit: 'ms',
        ours: waveMs,
        better: 'less',
        note: 'from before they were decided; five in five seconds would take 500,000',
      },
    ]

    async function waiting(): Promise<number> {
      const rows = await house.storage.asTenant({ kind: 'programme' }, (tx) =>
        tx.selectFrom('delivery').select('id').where('state', 'in', ['queued', 'sending']).limit(1).execute(),
      )
      return rows.length
    }

    /** All of them decided first, so that nothing but delivering is measured. */
    async function mailsPerSecond(): Promise<number> {
      courier.pause()
      const before = (await sink.received()).length
      for (let round = 0; round < mails / wave; round += 1) await tellReaders(house, people, 'possible-access')
      courier.resume()
      // Asked of the database, and seldom: reading the receiver's file takes time that the courier needs.
      while ((await waiting()) > 0) await pause(500)
      const times = (await arrivals(before + mails)).slice(before)
      return mails / ((Math.max(...times) - Math.min(...times)) / 1000)
    }
  } finally {
    await courier.stop()
    await house.close()
    await Promise.all([sink.stop(), given.remove()])
  }
}

async function siegeRows(peer: Peer): Promise<readonly Row[]> {
  const { decided, lost, duplicates } = await besiege(siege)
  const note = `${decided} notices by mail, ${siege.kills} times kill -9 of a courier or PostgreSQL, 4xx now and then; counted by the receiving server`
  if (lost.length > 0) throw new Error(`${lost.length} notices were lost`)
  if (duplicates > siege.kills * duplicatesAKill) throw new Error(`${duplicates} duplicates in ${siege.kills} kills`)
  return [
    {
      name: 'lost of 100 that were accepted, after a kill -9',
      unit: 'notices',
      ours: 0,
      ...(peer && { peer: { name: peer.name, value: 100 - peer.survivors } }),
      better: 'less',
      note: `${note}. The peer was killed a second after it accepted a hundred, in a waiting window of three; who sends to it again loses nothing`,
    },
    { name: 'second copies a kill, by mail', unit: 'mails', ours: duplicates / siege.kills, better: 'less', note },
  ]
}
