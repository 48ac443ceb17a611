/** What interrupted nobody is told together: one letter a week and person, on the first look after their week is over. */
import { type Clock, daysMs } from '#kernel'
import type { Tx } from '#storage'
import type { NotifyDeps } from './deps.ts'
import type { NoticeContent } from './notice-content.ts'
import { openContent } from './notice-content.ts'
import { domainOf } from './signing/compose-letter.ts'
import { writeNotices } from './write-notice.ts'

export const digestTask = 'weekly-digest'

const gathersForMs = daysMs(7)
/** In one run; the next hour goes on. */
const mostPeople = 500

/** The handler of the hourly job. */
export const weeklyDigest = (deps: NotifyDeps) => async (): Promise<void> => {
  const { storage, clock } = deps
  const people = await storage.asTenant({ kind: 'programme' }, (tx) => whoseWeekIsOver(tx, clock))
  for (const personId of people) await digestFor(deps, personId)
}

async function whoseWeekIsOver(tx: Tx, clock: Clock): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('notice')
    .select('person_id')
    .distinct()
    .where('digest', '=', true)
    .where('digest_notice_id', 'is', null)
    .where('read_at', 'is', null)
    .where('decided_at', '<=', new Date(clock.now().getTime() - gathersForMs))
    .limit(mostPeople)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

async function digestFor({ storage, vault, clock, sender }: NotifyDeps, personId: string): Promise<void> {
  const sealer = await vault.sealer({ kind: 'person', id: personId })
  const messageDomain = domainOf((await sender()).fromAddress)
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const waiting = await tx
      .selectFrom('notice')
      .select(['id', 'sealed', 'decided_at', 'subject_account_id'])
      .where('person_id', '=', personId)
      .where('digest', '=', true)
      .where('digest_notice_id', 'is', null)
      .where('read_at', 'is', null)
      .orderBy('decided_at')
      .forUpdate()
      .execute()
    const [first] = waiting
    if (first === undefined) return
    const content = gathered(
      first.decided_at,
      waiting.map(({ id, sealed }) => openContent(sealer, id, sealed)),
    )
    const subjectAccountId = first.subject_account_id
    const decided = { personId, incidentId: null, organisationId: null, subjectAccountId, level: 'targeted', content } as const
    const [digestId] = await writeNotices(tx, { vault, clock, messageDomain }, [{ sealer, decided }])
    await tx
      .updateTable('notice')
      .set({ digest_notice_id: digestId ?? null, digest: digestId !== undefined })
      .where(
        'id',
        'in',
        waiting.map(({ id }) => id),
      )
      .execute()
  })
}

function gathered(since: Date, contents: readonly NoticeContent[]): Extract<NoticeContent, { kind: 'digest' }> {
  const counts = new Map<string, number>()
  const written = contents.filter(({ kind }) => kind === 'composed').length
  for (const one of contents) {
    if (one.kind === 'composed') continue
    const headline = one.kind === 'incident' ? one.headline : 'organisation-told'
    counts.set(headline, (counts.get(headline) ?? 0) + 1)
  }
  const found = [...counts].map(([headline, messages]) => ({ headline, messages })).toSorted((one, other) => other.messages - one.messages)
  return { kind: 'digest', since, found, written }
}
