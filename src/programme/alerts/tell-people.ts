/**
 * Tells each person who should hear of an incident and has not yet, and its
 * mailbox's person once more when it is worse than they were told: what lay in
 * the junk folder has come through.
 */
import { gravityOf } from '#members'
import type { Tx } from '#storage'
import { type Flagging, headlineOf } from './flag.ts'
import { matterOf } from './matter.ts'
import type { Tell } from './telling.ts'
import { type Told, whoIsTold } from './who-is-told.ts'

export async function tellPeople(tx: Tx, tell: Tell, incidentId: string, flagging: Flagging): Promise<void> {
  const { reached, inspection, level, arrivedAt } = flagging
  const people = whoIsTold(
    await matterOf(tx, { reached: reached.personId, organisationId: reached.organisationId, accountId: reached.accountId }),
  )
  // Notices of incidents that were merged into this one count as told.
  const told = await tx
    .selectFrom('notice')
    .innerJoin('incident', 'incident.id', 'notice.incident_id')
    .select(['notice.person_id', 'notice.level'])
    .where((where) => where.or([where('incident.id', '=', incidentId), where('incident.merged_into', '=', incidentId)]))
    .execute()
  const knows = ({ personId, as }: Told) =>
    told.some((one) => one.person_id === personId && (as === 'administrator' || gravityOf(one.level) >= gravityOf(level)))
  // In one order everywhere, since each is held while it is counted how often they were interrupted.
  const toTell = people.filter((one) => !knows(one)).toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
  for (const { personId, as } of toTell) {
    await tell(tx, {
      personId,
      kind: as === 'administrator' ? 'organisation-told' : 'incident',
      incidentId,
      level,
      organisationId: reached.organisationId,
      subjectAccountId: reached.accountId,
      reachedPersonId: reached.personId,
      headline: headlineOf(inspection),
      reasons: inspection.reasons,
      from: inspection.view.from,
      subject: inspection.view.subject,
      arrivedAt,
    })
  }
}
