/** Triage: what an analyst decides about an incident. Each decision is a row that never changes, and stands in the audit log. */
import { record } from '#audit'
import type { Who } from '#kernel'
import { type Tx, uuid } from '#storage'
import { ownerOfRow } from './arrival.ts'
import type { DeskDeps } from './deps.ts'
import { merge } from './merge.ts'
import { askReach, endReach, mayWarnOthers } from './reach/ask-reach.ts'
import { alreadyDecided, reasonMissing } from './refusals.ts'

export const dismissReasons = ['honest-mail', 'our-own-test', 'duplicate', 'not-enough'] as const
export type DismissReason = (typeof dismissReasons)[number]

export type Decision =
  | { readonly step: 'confirm'; readonly reason: string }
  | { readonly step: 'dismiss'; readonly why: DismissReason; readonly reason: string }
  | { readonly step: 'reopen'; readonly reason: string }
  | { readonly step: 'note'; readonly reason: string }
  | { readonly step: 'merge'; readonly into: string; readonly reason: string }

type Deps = Pick<DeskDeps, 'storage' | 'clock'>

/** False when the incident does not exist for `who`. Refusals `already-decided`, `cannot-merge`, `reason-missing`. */
export async function decide(deps: Deps, who: Who, id: string, decision: Decision): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  if (decision.step === 'merge') return merge(deps, who, id, decision)
  if (decision.step === 'note' && decision.reason.trim() === '') throw reasonMissing()
  const { storage, clock } = deps
  return storage.asTenant(who, async (tx) => {
    const found = await tx.selectFrom('incident').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (found === undefined) return false
    if (!mayFollow(decision.step, found.state)) throw alreadyDecided()
    const now = clock.now()
    await setState(tx, id, decision.step, { now, by: who.personId })
    if (decision.step === 'confirm' && (await mayWarnOthers(tx, found))) await askReach(tx, clock, who, found)
    if (decision.step === 'reopen') await endReach(tx, clock, id)
    await tx
      .insertInto('triage_step')
      .values({
        id: uuid(),
        incident_id: id,
        organisation_id: found.organisation_id,
        person_id: found.person_id,
        by_person: who.personId,
        step: decision.step,
        reason: reasonOf(decision),
        other_incident: null,
        at: now,
      })
      .execute()
    await record(tx, clock, {
      actor: who,
      action: `incident.${decision.step}`,
      subject: `incident/${id}`,
      owner: ownerOfRow(found),
      ...(decision.step === 'dismiss' && { details: { why: decision.why } }),
    })
    return true
  })
}

function mayFollow(step: 'confirm' | 'dismiss' | 'reopen' | 'note', state: string): boolean {
  if (state === 'merged') return step === 'note'
  if (step === 'confirm' || step === 'dismiss') return state === 'open'
  return step === 'note' || state !== 'open'
}

const stateAfter = { confirm: 'confirmed', dismiss: 'dismissed', reopen: 'open' } as const

async function setState(
  tx: Tx,
  id: string,
  step: 'confirm' | 'dismiss' | 'reopen' | 'note',
  { now, by }: { readonly now: Date; readonly by: string },
): Promise<void> {
  if (step === 'note') return
  const decided = step === 'reopen' ? { decided_at: null, decided_by: null } : { decided_at: now, decided_by: by }
  await tx
    .updateTable('incident')
    .set({ state: stateAfter[step], ...decided })
    .where('id', '=', id)
    .execute()
}

const reasonOf = (decision: Exclude<Decision, { step: 'merge' }>): string => {
  const text = decision.reason.trim().slice(0, 2000)
  return decision.step === 'dismiss' ? [decision.why, text].filter((part) => part !== '').join(': ') : text
}
