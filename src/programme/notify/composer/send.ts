/**
 * Sending what the staff wrote. To more than a few, a second pair of eyes
 * approves it first. A job then writes the notices, a portion in a
 * transaction; killed in between it goes on, and nobody is told twice.
 */
import { z } from 'zod'
import { record } from '#audit'
import { enqueue } from '#jobs'
import { languages, type Staff } from '#kernel'
import type { Tx } from '#storage'
import type { NotifyDeps } from '../deps.ts'
import { domainOf } from '../signing/compose-letter.ts'
import { writeNotices } from '../write-notice.ts'
import { everyRecipient, recipientsOf } from './audience.ts'
import { checkWording } from './check-wording.ts'
import { type Composition, compositionOf, holdComposition } from './composition.ts'
import { decidedFor } from './decided-for.ts'
import { nobodyToTell, notADraft, notYoursToApprove, wordingNotReady } from './refusals.ts'

export const compositionTask = 'send-composition'

/** Up to so many, whoever wrote it sends it. */
const mostAlone = 10
/** Written in one transaction: few enough that nobody waits for its locks, many enough to be quick. */
const portion = 200

type Deps = Pick<NotifyDeps, 'storage' | 'clock'>

/** `asked` when a colleague has to approve it. Undefined when it does not exist or is a colleague's. Refusals `not-a-draft`, `wording-not-ready`, `nobody-to-tell`. */
export async function sendComposition({ storage, clock }: Deps, who: Staff, id: string): Promise<'asked' | 'sending' | undefined> {
  const people = await storage.asTenant({ kind: 'programme' }, (tx) => countPeople(tx, id))
  return storage.asTenant(who, async (tx) => {
    const held = await holdComposition(tx, id)
    if (held === undefined || held.madeBy !== who.personId) return undefined
    if (held.state !== 'draft') throw notADraft()
    if (!isReady(held)) throw wordingNotReady()
    if (people === 0) throw nobodyToTell()
    const state = people > mostAlone ? 'asked' : 'sending'
    await tx.updateTable('composition').set({ state, people, changed_at: clock.now() }).where('id', '=', id).execute()
    if (state === 'sending') await begin(tx, id)
    const action = state === 'asked' ? 'notice.ask-approval' : 'notice.send'
    await record(tx, clock, { actor: who, action, subject: `composition/${id}`, details: { people } })
    return state
  })
}

/** The second pair of eyes. False when it does not exist. Refusals `not-yours-to-approve`, `not-a-draft`. */
export const approveComposition = ({ storage, clock }: Deps, who: Staff, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const held = await holdComposition(tx, id)
    if (held === undefined) return false
    if (held.madeBy === who.personId) throw notYoursToApprove()
    if (held.state !== 'asked') throw notADraft()
    const now = clock.now()
    await tx
      .updateTable('composition')
      .set({ state: 'sending', approved_by: who.personId, approved_at: now, changed_at: now })
      .where('id', '=', id)
      .execute()
    await begin(tx, id)
    await record(tx, clock, { actor: who, action: 'notice.approve', subject: `composition/${id}`, details: { people: held.people } })
    return true
  })

const begin = (tx: Tx, id: string): Promise<void> =>
  enqueue(tx, { task: compositionTask, payload: { compositionId: id }, key: `${compositionTask}/${id}`, priority: -10 })

/** Every language that was written has to be right. */
export const isReady = ({ level, wordings }: Pick<Composition, 'level' | 'wordings'>): boolean =>
  languages.every((language) => {
    const written = wordings[language]
    return written === undefined || checkWording(language, level, written).faults.length === 0
  })

async function countPeople(tx: Tx, id: string): Promise<number> {
  const row = await tx.selectFrom('composition').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return 0
  let people = 0
  for await (const some of everyRecipient(tx, compositionOf(row))) people += some.length
  return people
}

const asked = z.object({ compositionId: z.uuid() })

/** The handler of `send-composition`. */
export const sendToAll =
  (deps: NotifyDeps) =>
  async (payload: unknown): Promise<void> => {
    const { storage, clock } = deps
    const { compositionId } = asked.parse(payload)
    let after: string | null = null
    do after = await tellNext(deps, compositionId, after)
    while (after !== null)
    await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx
        .updateTable('composition')
        .set({ state: 'sent', sent_at: clock.now() })
        .where('id', '=', compositionId)
        .where('state', '=', 'sending')
        .execute(),
    )
  }

/** Tells the next portion; answers where to go on, null when all were told. */
async function tellNext({ storage, vault, clock, sender }: NotifyDeps, id: string, after: string | null): Promise<string | null> {
  const messageDomain = domainOf((await sender()).fromAddress)
  const found = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx.selectFrom('composition').selectAll().where('id', '=', id).where('state', '=', 'sending').executeTakeFirst()
    if (row === undefined) return undefined
    const composition = compositionOf(row)
    return { composition, people: await recipientsOf(tx, { ...composition, after, most: portion }) }
  })
  const last = found?.people.at(-1)
  if (found === undefined || last === undefined) return null
  await vault.fetch(found.people.map(({ personId }) => ({ kind: 'person', id: personId })))
  const sealed = await Promise.all(
    found.people.map(async (one) => ({
      sealer: await vault.sealer({ kind: 'person', id: one.personId }),
      decided: decidedFor(found.composition, one),
    })),
  )
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const told = await toldAlready(
      tx,
      id,
      found.people.map(({ personId }) => personId),
    )
    await writeNotices(
      tx,
      { vault, clock, messageDomain },
      sealed.filter(({ decided }) => !told.has(decided.personId)),
    )
  })
  return last.personId
}

async function toldAlready(tx: Tx, id: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('notice')
    .select('person_id')
    .where('composition_id', '=', id)
    .where('person_id', 'in', personIds)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
