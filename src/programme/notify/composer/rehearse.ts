/** A dry run: who would be told by which channel, and whom nothing reaches. It plans as sending does, in a transaction that cannot write. */
import { sql } from 'kysely'
import { type Language, languages, type Staff } from '#kernel'
import { readLanguage } from '#members'
import type { ChannelName } from '../channels/channel.ts'
import type { NotifyDeps } from '../deps.ts'
import { plansOf } from '../write-notice.ts'
import { everyRecipient } from './audience.ts'
import { type Composition, compositionOf } from './composition.ts'
import { decidedFor } from './decided-for.ts'

export type Rehearsal = {
  readonly people: number
  /** How many each channel would tell first; somebody may be told on two. */
  readonly first: Readonly<Partial<Record<ChannelName, number>>>
  /** Told enough this month: it waits for their weekly letter. */
  readonly later: number
  /** On their own page only, as nothing else reaches them. */
  readonly unreached: number
  /** Of those, the first whom whoever asks may know. */
  readonly unreachedNames: readonly string[]
  readonly byLanguage: Readonly<Partial<Record<Language, number>>>
}

const mostNames = 20

/** Undefined when it does not exist for `who`. */
export async function rehearse(deps: Pick<NotifyDeps, 'storage' | 'clock'>, who: Staff, id: string): Promise<Rehearsal | undefined> {
  const { storage } = deps
  const row = await storage.asTenant(who, (tx) => tx.selectFrom('composition').selectAll().where('id', '=', id).executeTakeFirst())
  if (row === undefined) return undefined
  const { unreachedIds, ...counted } = await count(deps, compositionOf(row))
  const named =
    unreachedIds.length === 0
      ? []
      : await storage.asTenant(who, (tx) =>
          tx.selectFrom('person').select('name').where('id', 'in', unreachedIds).orderBy('name').limit(mostNames).execute(),
        )
  return { ...counted, unreached: unreachedIds.length, unreachedNames: named.map(({ name }) => name) }
}

/** As the programme: plans look at everybody's ways, which no analyst sees. */
const count = ({ storage, clock }: Pick<NotifyDeps, 'storage' | 'clock'>, composition: Composition) =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    await sql`set transaction read only`.execute(tx)
    let [people, later] = [0, 0]
    const unreachedIds: string[] = []
    const first = new Map<ChannelName, number>()
    const byLanguage = new Map<Language, number>()
    for await (const portion of everyRecipient(tx, composition)) {
      const asked = portion.map((one) => ({ decided: decidedFor(composition, one), language: readLanguage(one.language) }))
      const plans = await plansOf(tx, { clock }, asked)
      for (const one of asked) {
        const plan = plans.get(one)
        people += 1
        byLanguage.set(one.language, (byLanguage.get(one.language) ?? 0) + 1)
        if (plan?.digest) later += 1
        if (!plan?.reaches) unreachedIds.push(one.decided.personId)
        const channels = new Set(
          plan?.deliveries.filter(({ isFirst, state }) => isFirst && state === 'queued').map(({ channel }) => channel),
        )
        for (const channel of channels) first.set(channel, (first.get(channel) ?? 0) + 1)
      }
    }
    const inOrder = languages.flatMap((language) => (byLanguage.has(language) ? [[language, byLanguage.get(language)]] : []))
    return { people, later, unreachedIds, first: Object.fromEntries(first), byLanguage: Object.fromEntries(inOrder) }
  })
