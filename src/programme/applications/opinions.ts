/** What the staff say of a doubtful application: one of them decides a plain one, two who agree a grave one. */
import type { Staff } from '#kernel'
import { type Application, byId } from './application-row.ts'
import { opinionsNeeded } from './assess.ts'
import { checkApplication } from './check-application.ts'
import { close } from './close.ts'
import type { ApplicationsDeps } from './deps.ts'
import { reasonMissing, rulesChanged } from './refusals.ts'

export type Opinion = { readonly says: 'accept' | 'refuse'; readonly reason: string }
export type OpinionSeen = Opinion & { readonly by: string; readonly isMine: boolean; readonly at: Date }

/**
 * Gives or changes one's opinion; whichever side first has as many as are needed decides, at once. Answers with the
 * application as it then stands; undefined when there is none that waits for a person. Refusals `reason-missing`, and
 * `rules-changed` when other rules are in force than those it was held against: it is held against them first.
 */
export async function giveOpinion(
  deps: ApplicationsDeps,
  who: Staff,
  id: string,
  { says, reason }: Opinion,
): Promise<Application | undefined> {
  const told = reason.normalize('NFC').trim().slice(0, 2000)
  if (told === '') throw reasonMissing()
  const renewed = await heldAgain(deps, id)
  if (renewed !== undefined) {
    if (renewed.state === 'with-a-person') throw rulesChanged()
    return renewed
  }
  const now = deps.clock.now()
  // An opinion is written as the one who holds it; what follows from it is the programme's doing, in the same breath.
  const isGiven = await deps.storage.asTenant(who, async (tx) => {
    const found = await tx.selectFrom('application').select('state').where('id', '=', id).executeTakeFirst()
    if (found?.state !== 'with-a-person') return false
    await tx
      .insertInto('application_opinion')
      .values({ application_id: id, person_id: who.personId, says, reason: told, at: now })
      .onConflict((conflict) => conflict.columns(['application_id', 'person_id']).doUpdateSet({ says, reason: told, at: now }))
      .execute()
    return true
  })
  if (!isGiven) return undefined
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found = await byId(tx, id)
    if (found?.state !== 'with-a-person') return found
    const given = await tx
      .selectFrom('application_opinion')
      .innerJoin('staff', 'staff.person_id', 'application_opinion.person_id')
      .select(['says'])
      .where('application_id', '=', id)
      .where('staff.until', 'is', null)
      .execute()
    const needed = opinionsNeeded(found.doubts)
    const side = (['accept', 'refuse'] as const).find((one) => given.filter((row) => row.says === one).length >= needed)
    if (side === undefined) return found
    const state = side === 'accept' ? ('accepted' as const) : ('refused' as const)
    await tx.updateTable('application').set({ state, decided_at: now, changed_at: now }).where('id', '=', id).execute()
    return close(tx, deps, { ...found, state, decidedAt: now }, { actor: who, details: { opinions: given.length, needed } })
  })
}

/** Held against the rules in force when it waits under others, and as it then stands; undefined when these decided already. */
async function heldAgain(deps: ApplicationsDeps, id: string): Promise<Application | undefined> {
  const found = await deps.storage.asTenant({ kind: 'programme' }, (tx) => byId(tx, id))
  if (found?.state !== 'with-a-person') return undefined
  const { programme } = await deps.rules(found.answers.facts)
  return found.programme?.hash === programme.hash ? undefined : checkApplication(deps, id)
}
