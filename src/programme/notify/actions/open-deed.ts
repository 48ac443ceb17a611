/** What is to be done first of all that notices asked of a person, for their first page. */
import { noticeLevels, type Who } from '#kernel'
import { readLanguage } from '#members'
import type { NotifyDeps } from '../deps.ts'
import { type ActionSaid, actionSaid } from '../letters/action-said.ts'
import { openContent } from '../notice-content.ts'
import { actionOf, readAction } from './catalogue.ts'

export type OpenDeed = { readonly kind: 'do-action'; readonly noticeId: string; readonly action: ActionSaid }

/** Of the gravest notice that the person has read, the newest of several; undefined when nothing is open. What only asks for care is no task. */
export async function openDeed({ storage, vault, explain, sender }: NotifyDeps, who: Who): Promise<OpenDeed | undefined> {
  if (!('personId' in who)) return undefined
  const { personId } = who
  const rows = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .selectFrom('notice_action')
      .innerJoin('notice', 'notice.id', 'notice_action.notice_id')
      .innerJoin('person', 'person.id', 'notice.person_id')
      .select(['notice.id', 'notice.level', 'notice.sealed', 'person.language', 'notice_action.action'])
      .where('notice_action.person_id', '=', personId)
      .where('notice_action.done_at', 'is', null)
      .where('notice.read_at', 'is not', null)
      .orderBy('notice.decided_at', 'desc')
      .orderBy('notice_action.place')
      .limit(60)
      .execute(),
  )
  const deeds = rows.flatMap(({ action, ...row }) => {
    const id = readAction(action)
    return id !== undefined && actionOf(id).isDeed ? [{ ...row, action: id }] : []
  })
  const gravity = ({ level }: (typeof deeds)[number]) => noticeLevels.indexOf(level)
  const [first] = deeds.toSorted((one, other) => gravity(other) - gravity(one))
  if (first === undefined) return undefined
  const sealer = await vault.sealer({ kind: 'person', id: personId })
  const content = openContent(sealer, first.id, first.sealed)
  const { name: programme } = await sender()
  const language = readLanguage(first.language)
  return { kind: 'do-action', noticeId: first.id, action: actionSaid(explain, { id: first.action, language, content, programme }) }
}
