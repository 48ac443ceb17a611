/** A notice as its person reads it after signing in: the whole text, its code, and where it went. */
import type { Evidence, NoticeLevel, Severity, Who } from '#kernel'
import { masked, readLanguage } from '#members'
import { actionOf, readAction } from './actions/catalogue.ts'
import type { NotifyDeps } from './deps.ts'
import type { ActionSaid } from './letters/action-said.ts'
import { noticeParts } from './letters/notice-parts.ts'
import { codeOf } from './notice-code.ts'
import { openContent } from './notice-content.ts'
import { spellCode } from './wording/spell-code.ts'

export type ActionSeen = ActionSaid & {
  readonly minutes: number
  readonly doneAt?: Date
  /** We saw that it was done, so nobody takes it back. */
  readonly isSeen: boolean
}

export type NoticeSeen = {
  readonly id: string
  readonly level: NoticeLevel
  readonly kind: 'incident' | 'first-look' | 'organisation-told' | 'digest' | 'composed'
  readonly title: string
  readonly decidedAt: Date
  readonly read: boolean
  /** Eight characters, without the dash. */
  readonly code: string
  /** How it is said on the telephone, symbol by symbol. */
  readonly spelled: readonly string[]
  /** The letter's sentences before the steps, a paragraph each. */
  readonly says: readonly string[]
  readonly reasons: readonly { readonly says: string; readonly severity: Severity; readonly evidence: readonly Evidence[] }[]
  /** At most three. */
  readonly actions: readonly ActionSeen[]
  /** Nothing of it is left to do. */
  readonly done: boolean
  readonly sentTo: readonly { readonly to: string; readonly state: string; readonly at?: Date }[]
}

/** Undefined when it is not a notice of the person who asks. Does not mark it read. */
export async function noticeSeen({ storage, vault, explain, sender }: NotifyDeps, who: Who, id: string): Promise<NoticeSeen | undefined> {
  if (!('personId' in who)) return undefined
  const { personId } = who
  const sealer = await vault.sealer({ kind: 'person', id: personId })
  const { name } = await sender()
  return storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const notice = await tx
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.person_id')
      .selectAll('notice')
      .select('person.language as reads')
      .where('notice.id', '=', id)
      .where('notice.person_id', '=', personId)
      .executeTakeFirst()
    if (notice === undefined) return undefined
    const deliveries = await tx
      .selectFrom('delivery')
      .leftJoin('account', 'account.id', 'delivery.account_id')
      .leftJoin('contact_method', 'contact_method.id', 'delivery.contact_method_id')
      .select(['delivery.channel', 'delivery.state', 'delivery.sent_at', 'delivery.ended_at', 'account.address', 'contact_method.masked'])
      .where('delivery.notice_id', '=', id)
      .orderBy('delivery.queued_at')
      .execute()
    const language = readLanguage(notice.reads)
    const content = openContent(sealer, notice.id, notice.sealed)
    const asked = await tx.selectFrom('notice_action').selectAll().where('notice_id', '=', id).orderBy('place').execute()
    const known = asked.flatMap(({ action, ...row }) => {
      const found = readAction(action)
      return found === undefined ? [] : [{ ...row, action: found }]
    })
    const { says, actions } = noticeParts(explain, {
      ...{ language, level: notice.level, content, programme: name },
      ...(known.length > 0 && { actions: known.map(({ action }) => action) }),
    })
    const code = codeOf(vault, { noticeId: id, personId, salt: notice.code_salt })
    return {
      id,
      level: notice.level,
      kind: notice.kind,
      title: content.kind === 'incident' ? explain.titleOf(content.headline, language) : (says[0] ?? ''),
      decidedAt: notice.decided_at,
      read: notice.read_at !== null,
      code,
      spelled: spellCode(code, language),
      says,
      reasons:
        content.kind === 'incident'
          ? content.reasons.map((reason) => ({
              says: explain.sayIn(language, reason),
              severity: reason.severity,
              evidence: reason.evidence.map((one) => ({ ...one, where: explain.whereIn(language, one.where) })),
            }))
          : [],
      actions: actions.map((said) => {
        const row = known.find(({ action }) => action === said.id)
        return {
          ...said,
          minutes: actionOf(said.id).minutes,
          isSeen: row?.done_by === 'signal',
          ...(row?.done_at && { doneAt: row.done_at }),
        }
      }),
      done: notice.done_at !== null,
      sentTo: deliveries.map((one) => {
        const at = one.ended_at ?? one.sent_at
        return { to: one.channel === 'home' ? 'home' : (one.masked ?? masked(one.address ?? '')), state: one.state, ...(at && { at }) }
      }),
    }
  })
}
