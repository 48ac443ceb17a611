/**
 * One channel's way out of the outbox: claims what is due, keeps as many on
 * their way as the channel allows, and frees a place only when the outcome is
 * written. So what a killed process leaves in doubt is at most `atOnce`.
 */
import { isTrouble, type Log, secondsMs } from '#kernel'
import type { Channel, Sent } from '../channels/channel.ts'
import type { Rest } from '../deps.ts'
import type { Claimed } from './claim.ts'
import type { Outcome } from './settle.ts'

export type LaneDeps = {
  readonly channel: Channel
  readonly claim: (most: number) => Promise<{ readonly claimed: readonly Claimed[]; readonly more: boolean }>
  readonly send: (claimed: Claimed) => Promise<Sent>
  readonly write: (outcome: Outcome) => Promise<void>
  readonly now: () => Date
  readonly rest: Rest
  readonly log: Log
}

const most = 400
/** As many are claimed as leave within about this time: what is claimed cannot be called back. */
const briefMs = 250
/** A far end that takes nothing is left alone this long. */
const restsMs = secondsMs(5)
const writeAgainMs = 250

export class Lane {
  readonly #deps: LaneDeps
  /** Claimed and on their way, with what is known of those that left. */
  readonly #held = new Map<string, Outcome | undefined>()
  #ready: Claimed[] = []
  #claiming: Promise<void> | undefined
  #mayHaveMore = false
  #atOnceClaimed: number
  #claimedAtMs = 0
  #restsUntilMs = 0
  #slots = 0
  #idle: PromiseWithResolvers<void> | undefined
  #trouble: unknown
  #stopped = false

  constructor(deps: LaneDeps) {
    this.#deps = deps
    this.#atOnceClaimed = deps.channel.atOnce
  }

  /** The deliveries that this process knows of: claimed, on their way, or not yet written down. */
  get held(): readonly string[] {
    return [...this.#held.keys()]
  }

  /** Something may be due. Resolves when nothing that is due is left on its way; rejects with the setback of a claim. */
  async run(): Promise<void> {
    if (this.#stopped || this.#deps.now().getTime() < this.#restsUntilMs) return
    this.#mayHaveMore = true
    this.#idle ??= Promise.withResolvers<void>()
    const { promise } = this.#idle
    this.#begin(1)
    await promise
  }

  /** Lets what is on its way end, and begins nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#idle?.promise.catch(() => undefined)
  }

  /** As many more slots, or as there is room for. */
  #begin(wanted: number): void {
    for (let begun = 0; begun < wanted && this.#slots < this.#deps.channel.atOnce; begun += 1) {
      this.#slots += 1
      this.#slot()
        .catch((cause: unknown) => {
          this.#trouble ??= cause
        })
        .finally(() => this.#end())
    }
  }

  #end(): void {
    this.#slots -= 1
    if (this.#slots > 0) return
    const [idle, trouble] = [this.#idle, this.#trouble]
    this.#idle = undefined
    this.#trouble = undefined
    if (trouble === undefined) idle?.resolve()
    else idle?.reject(trouble)
  }

  async #slot(): Promise<void> {
    for (;;) {
      const claimed = await this.#next()
      if (claimed === undefined) return
      const outcome = await this.#sendOne(claimed)
      this.#held.set(claimed.deliveryId, outcome)
      await this.#write(outcome)
      this.#held.delete(claimed.deliveryId)
    }
  }

  async #next(): Promise<Claimed | undefined> {
    if (this.#stopped) return undefined
    if (this.#ready.length <= this.#deps.channel.atOnce && this.#mayHaveMore) {
      this.#claiming ??= this.#claim().finally(() => {
        this.#claiming = undefined
      })
      if (this.#ready.length === 0) await this.#claiming
      else this.#claiming.catch(() => undefined)
    }
    return this.#ready.shift() ?? (this.#claiming === undefined ? undefined : this.#next())
  }

  async #claim(): Promise<void> {
    const nowMs = this.#deps.now().getTime()
    const quick = nowMs - this.#claimedAtMs < briefMs
    const { atOnce } = this.#deps.channel
    this.#atOnceClaimed = Math.min(most, Math.max(atOnce, quick ? this.#atOnceClaimed * 2 : Math.ceil(this.#atOnceClaimed / 2)))
    this.#claimedAtMs = nowMs
    const { claimed, more } = await this.#deps.claim(this.#atOnceClaimed)
    this.#mayHaveMore = more
    for (const one of claimed) this.#held.set(one.deliveryId, undefined)
    this.#ready.push(...claimed)
    this.#begin(claimed.length)
  }

  async #sendOne(claimed: Claimed): Promise<Outcome> {
    const { channel, now } = this.#deps
    const at = now()
    const { deliveryId, attempts } = claimed
    // The far end takes nothing just now: this one waits with the others.
    const restMs = this.#restsUntilMs - at.getTime()
    const sent: Sent =
      restMs > 0
        ? { kind: 'later', answer: 'the channel did not answer a moment ago', everybody: true, afterMs: restMs }
        : await this.#try(claimed)
    if (sent.kind === 'later' && sent.everybody && restMs <= 0) this.#restsUntilMs = now().getTime() + (sent.afterMs ?? restsMs)
    if (restMs <= 0) this.#tell(deliveryId, sent)
    return { deliveryId, channel: channel.name, attempts, sent, at: now() }
  }

  #tell(delivery: string, sent: Sent): void {
    const { channel, log } = this.#deps
    if (sent.kind === 'taken') return
    if (sent.kind !== 'later') log.warn({ delivery, channel: channel.name, became: sent.kind }, 'a notice was not taken for its address')
    else if (sent.everybody) log.warn({ delivery, channel: channel.name }, 'a channel takes nothing just now; what is due on it waits')
    else log.warn({ delivery, channel: channel.name }, 'a notice waits: its address asks for patience')
  }

  async #try(claimed: Claimed): Promise<Sent> {
    try {
      return await this.#deps.send(claimed)
    } catch (thrown) {
      // A key or a database that is away: it is tried again.
      if (isTrouble(thrown, 'setback')) return { kind: 'later', answer: thrown.code, everybody: false }
      this.#deps.log.error({ delivery: claimed.deliveryId, cause: String(thrown).slice(0, 200) }, 'a notice could not be written')
      return { kind: 'refused', answer: 'it could not be written: a defect of ours' }
    }
  }

  /** As long as the process lives it goes on: the sooner it is written down, the less another process sends it again. */
  async #write(outcome: Outcome): Promise<void> {
    for (;;) {
      try {
        return await this.#deps.write(outcome)
      } catch (thrown) {
        if (!isTrouble(thrown, 'setback') || this.#stopped) throw thrown
        await this.#deps.rest(writeAgainMs)
      }
    }
  }
}
