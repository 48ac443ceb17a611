/** What the staff wrote to many, from the approval until it has left: counted by the receiving server, in another process. */
import assert from 'node:assert/strict'
import { availableParallelism, loadavg } from 'node:os'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { runJobs } from '#jobs'
import type { Staff } from '#kernel'
import {
  approveComposition,
  mailChannel,
  type NotifyDeps,
  notifyHandlers,
  openCourier,
  openDkimKeys,
  openPost,
  sendComposition,
  startComposition,
} from '#notify'
import { uuid } from '#storage'
import { silent } from '../support/database.ts'
import { seedReaders } from '../support/notice-load.ts'
import { openWorld, programme } from '../support/programme.ts'
import { startSmtpSink, textOf } from '../support/smtp-sink.ts'

const wave = 500
const mostMs = 5000
const rounds = 3

test('a wave of five hundred people is on its first channel within five seconds of the approval', async (t) => {
  const [world, sink] = await Promise.all([openWorld(), startSmtpSink()])
  const relay = { host: '127.0.0.1', port: sink.port, tls: 'none' as const, user: '', password: '' }
  const sender = async () => ({
    ...{ name: 'Bellwether', publicAddress: 'https://protect.example', fromAddress: 'notices@protect.example', helpContact: '' },
    ...{ intakeDomain: '', relay },
  })
  const deps: NotifyDeps = { ...world, sender }
  const post = openPost(await openDkimKeys(world))
  const channels = [mailChannel({ post, sender })]
  const courier = openCourier({ ...deps, channels, rest: async () => pause(1), log: silent })
  const { storage, clock } = world
  const jobs = await runJobs({
    ...{ storage, clock, log: silent, concurrency: 4, onGaveUp: async () => undefined },
    handlers: notifyHandlers({ ...deps, post, courier, channels }),
  })
  t.after(async () => {
    await jobs.stop()
    await courier.stop()
    post.close()
    await sink.stop()
    await storage.close()
  })
  const staff = async (name: string): Promise<Staff> => {
    const personId = uuid()
    await storage.asTenant(programme, (tx) =>
      tx.insertInto('person').values({ id: personId, name, created_at: clock.now(), erased_at: null }).execute(),
    )
    return { kind: 'analyst', personId }
  }
  const [ana, olu] = [await staff('Ana'), await staff('Olu')]
  await seedReaders(world, wave)
  const text = { headline: 'a false parcel notice goes round', says: ['It asks for a small fee.'] }
  /** From the approval until the last of them has left. */
  const tellAll = async (round: number): Promise<number> => {
    const id = await startComposition(deps, ana, {
      ...{ audience: { kind: 'everybody', typed: '' }, level: 'possible-access', steps: ['leave-mail', 'tell-us'] },
      wordings: { en: text },
    })
    assert.equal(await sendComposition(deps, ana, id), 'asked')
    const approvedAt = Date.now()
    await approveComposition(deps, olu, id)
    const mails = (await sink.waitFor((round + 1) * wave, { withinMs: 60_000 })).slice(round * wave)
    assert.equal(new Set(mails.map(({ to }) => String(to))).size, wave)
    assert.match(textOf(mails[0] ?? assert.fail()), /a false parcel notice goes round/)
    return Math.max(...mails.map(({ at }) => Date.parse(at))) - approvedAt
  }

  // Where more want to run than the machine can, each waits its turn, and so does this.
  const turns = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
  const took: number[] = []
  while (took.length < rounds && !took.some((ms) => ms <= mostMs)) took.push(await tellAll(took.length))
  t.diagnostic(`the last of ${wave} was told after ${took.join(', ')} ms; others asked for the machine ${turns.toFixed(1)} times over`)
  assert.ok(Math.min(...took) <= mostMs * turns, `the last of ${wave} was told after ${took.join(', ')} ms`)
})
