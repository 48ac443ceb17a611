/**
 * The courier takes deliveries out of the outbox and hands them to their
 * channels. The rows are the truth: a job only wakes it, a look each second
 * finds what a lost wake-up left, and what a dead process was sending comes
 * back. Nothing is lost by a crash; what was sent and not yet written down is
 * sent again under the same key.
 */
import { isTrouble, type Log, secondsMs, sentenceOf } from '#kernel'
import type { Channel, ChannelName } from '../channels/channel.ts'
import type { NotifyDeps, Rest } from '../deps.ts'
import { claimDue } from './claim.ts'
import { GroupCommit } from './group-commit.ts'
import { Lane } from './lane.ts'
import { openMessages } from './messages.ts'
import { type Outcome, settleAll } from './settle.ts'
import { giveBack, openSignOfLife } from './sign-of-life.ts'

export type CourierDeps = NotifyDeps & { readonly channels: readonly Channel[]; readonly rest: Rest; readonly log: Log }

export type Courier = {
  /** Something may be due: it is looked for soon. */
  readonly wake: () => void
  /** Delivers what is due; resolves when nothing of it is left on its way. Rejects with the setback that stopped it. */
  readonly deliverDue: () => Promise<void>
  /** Lets what is on its way end. */
  readonly stop: () => Promise<void>
}

const lookEveryMs = secondsMs(1)

/** Begins to look for what is due, each second and whenever it is woken. */
export function openCourier(deps: CourierDeps): Courier {
  const { storage, clock, rest, log } = deps
  const life = openSignOfLife(deps)
  const messages = openMessages(deps)
  const commits = new GroupCommit<Outcome>((outcomes) => settleAll(deps, outcomes))
  const claims = new Set<Promise<unknown>>()
  /** A claim whose answer was lost with the database may have been made. */
  let mayHoldUnknown = false
  let recovering: Promise<void> | undefined
  let stopped = false

  const lanes = new Map<ChannelName, Lane>(
    deps.channels.map((channel) => [
      channel.name,
      new Lane({
        channel,
        claim: (most) => claim(channel.name, most),
        send: async (claimed) => channel.send(await messages.addressOf(claimed), await messages.write(claimed)),
        write: (outcome) => commits.add(outcome),
        now: clock.now,
        rest,
        log,
      }),
    ]),
  )

  async function claim(channel: ChannelName, most: number) {
    if (mayHoldUnknown) recovering ??= recover()
    await recovering
    await life.show()
    const asked = claimDue(deps, { channel, mine: life.mine, most }).then(async (found) => {
      await messages.prepare(found.claimed)
      return found
    })
    claims.add(asked)
    try {
      return await asked
    } catch (cause) {
      mayHoldUnknown = true
      throw cause
    } finally {
      claims.delete(asked)
    }
  }

  async function recover(): Promise<void> {
    try {
      await Promise.allSettled(claims)
      const known = [...lanes.values()].flatMap((lane) => lane.held)
      await giveBack(storage, life.mine, known)
      mayHoldUnknown = false
    } finally {
      recovering = undefined
    }
  }

  async function dueChannels(): Promise<readonly ChannelName[]> {
    const rows = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('delivery').select('channel').distinct().where('state', '=', 'queued').where('due_at', '<=', clock.now()).execute(),
    )
    return rows.flatMap(({ channel }) => (channel !== 'home' && lanes.has(channel) ? [channel] : []))
  }

  async function deliverDue(): Promise<void> {
    await Promise.all((await dueChannels()).map((name) => lanes.get(name)?.run()))
  }

  async function look(): Promise<void> {
    await life.takeOver()
    for (const name of await dueChannels()) lanes.get(name)?.run().catch(complain)
  }

  function complain(cause: unknown): void {
    if (isTrouble(cause, 'setback')) log.warn({ cause: cause.message }, 'the courier waits for its database')
    else log.error({ cause: sentenceOf(cause) }, 'the courier stumbled; it goes on')
  }

  let looking: Promise<void> | undefined
  let again = false
  function wake(): void {
    if (stopped) return
    if (looking !== undefined) {
      again = true
      return
    }
    looking = look()
      .catch(complain)
      .finally(() => {
        looking = undefined
        if (again) {
          again = false
          wake()
        }
      })
  }

  const everySecond = setInterval(wake, lookEveryMs)
  return {
    wake,
    deliverDue,
    stop: async () => {
      stopped = true
      clearInterval(everySecond)
      await looking
      await Promise.all([...lanes.values()].map((lane) => lane.stop()))
      await life.close()
    },
  }
}
