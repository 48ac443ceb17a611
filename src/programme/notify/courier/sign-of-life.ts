/**
 * Whose deliveries are under way: each process holds an advisory lock under a
 * number of its own. One whose lock is free has died, and what it was sending
 * goes back into the outbox, in doubt: it may arrive twice, under one key.
 */
import { randomInt } from 'node:crypto'
import { type Clock, secondsMs } from '#kernel'
import type { LockHolder, Storage } from '#storage'

/** Advisory locks of couriers have this first number. */
export const courierSpace = 7_041_779
/** A process that lost its database may be about to have it again. */
const graceMs = secondsMs(4)

type Deps = { readonly storage: Storage; readonly clock: Clock }

export type SignOfLife = {
  /** The number that this process claims under. */
  readonly mine: number
  /** Puts the sign up, or finds it up. Setback while the database is away. */
  readonly show: () => Promise<void>
  /** Gives back what dead processes held; true when there was any. */
  readonly takeOver: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export function openSignOfLife({ storage, clock }: Deps): SignOfLife {
  const mine = randomInt(1, 2 ** 31 - 1)
  const deadSince = new Map<number, number>()
  let locks: LockHolder | undefined
  let isUp = false
  let opening: Promise<void> | undefined

  async function putUp(): Promise<void> {
    if (locks === undefined) {
      const opened = await storage.holdLocks({
        onLost: () => {
          locks = undefined
          isUp = false
        },
      })
      locks = opened
    }
    isUp = await locks.tryLock(courierSpace, mine)
  }

  async function show(): Promise<void> {
    if (isUp) return
    opening ??= putUp().finally(() => {
      opening = undefined
    })
    await opening
  }

  async function takeOver(): Promise<boolean> {
    await show()
    const holders = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('delivery').select('held_by').distinct().where('state', '=', 'sending').execute(),
    )
    const others = holders.flatMap(({ held_by }) => (held_by === null || held_by === mine ? [] : [held_by]))
    for (const known of deadSince.keys()) if (!others.includes(known)) deadSince.delete(known)
    let any = false
    for (const holder of others) {
      if (((await locks?.countHolders(courierSpace, holder)) ?? 1) > 0) deadSince.delete(holder)
      else if (await isLongDead(holder)) any = true
    }
    return any
  }

  async function isLongDead(holder: number): Promise<boolean> {
    const now = clock.now().getTime()
    const since = deadSince.get(holder)
    deadSince.set(holder, since ?? now)
    if (since === undefined || now - since < graceMs) return false
    await giveBack(storage, holder)
    return true
  }

  return {
    mine,
    show,
    takeOver,
    close: async () => {
      await locks?.close()
    },
  }
}

/** What `holder` was sending is due again; without those of `but`. */
export const giveBack = (storage: Storage, holder: number, but: readonly string[] = []): Promise<unknown> =>
  storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .updateTable('delivery')
      .set({ state: 'queued', held_by: null })
      .where('state', '=', 'sending')
      .where('held_by', '=', holder)
      .$if(but.length > 0, (rest) => rest.where('id', 'not in', but))
      .execute(),
  )
