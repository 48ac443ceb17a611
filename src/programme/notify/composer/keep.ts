/** Writing a notice: a draft is its author's until it is asked for, and withdrawn by anybody until it leaves. */
import { record } from '#audit'
import type { NoticeLevel, Staff } from '#kernel'
import { type Tx, uuid } from '#storage'
import { mostActions } from '../actions/catalogue.ts'
import type { NotifyDeps } from '../deps.ts'
import { type AudienceTyped, findAudience } from './audience.ts'
import type { ComposedStep } from './composed-steps.ts'
import type { ComposedWordings } from './composed-wordings.ts'
import { holdComposition } from './composition.ts'
import { notADraft } from './refusals.ts'

export type Draft = {
  readonly audience: AudienceTyped
  readonly level: NoticeLevel
  readonly wordings: ComposedWordings
  readonly steps: readonly ComposedStep[]
}

type Deps = Pick<NotifyDeps, 'storage' | 'clock'>

/** Its id. However far its words are: what is wrong with them is told, and asked for only when it is to be sent. Refusal `audience-not-found`. */
export const startComposition = ({ storage, clock }: Deps, who: Staff, draft: Draft): Promise<string> =>
  storage.asTenant(who, async (tx) => {
    const id = uuid()
    const now = clock.now()
    await tx
      .insertInto('composition')
      .values({ ...(await columnsOf(tx, draft)), id, state: 'draft', made_by: who.personId, made_at: now, changed_at: now, ...unsent })
      .execute()
    await record(tx, clock, { actor: who, action: 'notice.compose', subject: `composition/${id}`, details: detailsOf(draft) })
    return id
  })

const unsent = { people: null, approved_by: null, approved_at: null, sent_at: null }

/** False when it does not exist or is a colleague's. Refusals `audience-not-found`, `not-a-draft`. */
export const keepComposition = ({ storage, clock }: Deps, who: Staff, id: string, draft: Draft): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const held = await holdComposition(tx, id)
    if (held === undefined || held.madeBy !== who.personId) return false
    if (held.state !== 'draft') throw notADraft()
    await tx
      .updateTable('composition')
      .set({ ...(await columnsOf(tx, draft)), changed_at: clock.now() })
      .where('id', '=', id)
      .execute()
    await record(tx, clock, { actor: who, action: 'notice.compose', subject: `composition/${id}`, details: detailsOf(draft) })
    return true
  })

async function columnsOf(tx: Tx, { audience, level, wordings, steps }: Draft) {
  const { kind, id } = await findAudience(tx, audience)
  return { audience: kind, audience_id: id, level, wordings: JSON.stringify(wordings), steps: [...steps.slice(0, mostActions)] }
}

const detailsOf = ({ audience, level }: Draft) => ({ audience: audience.kind, level })

/** Before anything left. False when it does not exist; refusal `not-a-draft`. */
export const withdrawComposition = ({ storage, clock }: Deps, who: Staff, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const held = await holdComposition(tx, id)
    if (held === undefined) return false
    if (held.state !== 'draft' && held.state !== 'asked') throw notADraft()
    await tx.updateTable('composition').set({ state: 'withdrawn', changed_at: clock.now() }).where('id', '=', id).execute()
    await record(tx, clock, { actor: who, action: 'notice.withdraw', subject: `composition/${id}` })
    return true
  })
