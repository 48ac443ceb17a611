/**
 * What the operator added, held by this process: read again when it changed, at most every few seconds asked. A database that is away
 * leaves what was read last, so that mails go on being judged.
 */
import { type Clock, hoursMs, type Language, secondsMs } from '#kernel'
import { nothingOwn, type OwnSet } from '#mail'
import { type OwnState, ownState } from '#own-rules'
import type { Storage } from '#storage'

const askAgainMs = secondsMs(5)
/** What ends by date ends without a change. */
const readAgainMs = hoursMs(1)

export type Own = {
  /** What mails are judged by now; the same value until something changed. */
  readonly current: () => Promise<OwnSet>
  /** The headline of a rule of the operator's own; undefined for any other. May be some seconds old. */
  readonly titleOf: (findingId: string, language: Language) => string | undefined
}

export function openOwn({ storage, clock }: { readonly storage: Storage; readonly clock: Clock }): Own {
  let held: { readonly state: OwnState; readonly askedMs: number; readonly readMs: number } | undefined
  let reading: Promise<OwnState> | undefined

  async function read(): Promise<OwnState> {
    const nowMs = clock.now().getTime()
    const mark = held !== undefined && nowMs - held.readMs < readAgainMs ? held.state.mark : undefined
    const state = await storage.asTenant({ kind: 'programme' }, (tx) => ownState(tx, clock.now(), mark))
    held = { state: state ?? held?.state ?? empty, askedMs: nowMs, readMs: state === undefined ? (held?.readMs ?? nowMs) : nowMs }
    return held.state
  }

  async function state(): Promise<OwnState> {
    if (held !== undefined && clock.now().getTime() - held.askedMs < askAgainMs) return held.state
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading.catch((cause: unknown) => {
      if (held === undefined) throw cause
      return held.state
    })
  }

  return {
    current: async () => (await state()).set,
    titleOf: (findingId, language) => {
      if (!findingId.startsWith('own.')) return undefined
      void state().catch(() => undefined)
      const titles = held?.state.titles.get(findingId)
      return titles?.[language] ?? titles?.en
    },
  }
}

const empty: OwnState = { mark: '', set: nothingOwn, titles: new Map() }
