/** Writes down what new notices ask of their people, beside the notices. */
import type { NoticeLevel } from '#kernel'
import { whoHaveMoreThanMail } from '#members'
import { type Tx, uuid } from '#storage'
import type { NoticeContent } from '../notice-content.ts'
import { isAccess } from '../routing/levels.ts'
import { askedIn } from './actions-for.ts'

export type NewNotice = {
  readonly noticeId: string
  readonly personId: string
  readonly organisationId: string | null
  readonly level: NoticeLevel
  readonly content: NoticeContent
}

/** In the programme's transaction; one or five hundred, it asks the database as often. */
export async function askActions(tx: Tx, now: Date, notices: readonly NewNotice[]): Promise<void> {
  // Only where somebody may be in does it matter how the person comes in here.
  const inDanger = notices.filter(({ level }) => isAccess(level)).map(({ personId }) => personId)
  const more = await whoHaveMoreThanMail(tx, [...new Set(inDanger)])
  const rows = notices.flatMap(({ noticeId, personId, organisationId, level, content }) =>
    askedIn(level, content, !more.has(personId)).map((action, index) => ({
      ...{ id: uuid(), notice_id: noticeId, person_id: personId, organisation_id: organisationId },
      ...{ action, place: index + 1, asked_at: now, done_at: null, done_by: null, undone_at: null },
    })),
  )
  if (rows.length > 0) await tx.insertInto('notice_action').values(rows).execute()
}
