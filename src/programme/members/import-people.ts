/** Many people at once: what a list would do, then all of it or nothing. */
import { record } from '#audit'
import { enqueue } from '#jobs'
import { personOf, type Who } from '#kernel'
import type { Tx } from '#storage'
import type { MembersDeps } from './deps.ts'
import { tellOfEnrolment } from './enrolment-events.ts'
import { holdPeople } from './hold-people.ts'
import { linkRow } from './invitations.ts'
import { letterJob } from './letters.ts'
import { insertMemberRows, memberRows } from './people.ts'
import { type PeopleRead, type PersonRow, readPeople } from './read-people.ts'
import { runsOrganisation } from './runs-organisation.ts'

export type ImportPlan = {
  /** Who would be added and invited. */
  readonly added: number
  /** Already in the organisation under their address: left as they are. */
  readonly there: number
  readonly problems: PeopleRead['problems']
}

const atOnce = 1000

/** What a list would do; undefined when there is no such organisation for `who`. Changes nothing. */
export async function planImport(
  { storage, clock }: MembersDeps,
  who: Who,
  organisationId: string,
  text: string,
): Promise<ImportPlan | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const { rows, problems } = readPeople(text, clock.now())
  return storage.asTenant(who, async (tx) => {
    if (!(await exists(tx, organisationId))) return undefined
    const fresh = await withoutThose(tx, organisationId, rows)
    return { added: fresh.length, there: rows.length - fresh.length, problems }
  })
}

/**
 * Adds everybody on the list who is not there, with an invitation each; `byMail` sends them. With one mistake in the
 * list nobody is added. Undefined when there is no such organisation for `who`.
 */
export async function importPeople(
  deps: MembersDeps,
  who: Who,
  { organisationId, text, byMail }: { readonly organisationId: string; readonly text: string; readonly byMail: boolean },
): Promise<ImportPlan | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const { rows, problems } = readPeople(text, deps.clock.now())
  return deps.storage.asTenant(who, async (tx) => {
    if (!(await exists(tx, organisationId))) return undefined
    // Two lists at once are taken one after the other, so that nobody is added twice.
    await holdPeople(tx, organisationId)
    const fresh = await withoutThose(tx, organisationId, rows)
    const plan = { added: fresh.length, there: rows.length - fresh.length, problems }
    if (problems.length > 0 || fresh.length === 0) return plan
    for (let from = 0; from < fresh.length; from += atOnce)
      await insert(tx, deps, who, { organisationId, byMail, rows: fresh.slice(from, from + atOnce) })
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, deps.clock, {
      actor: who,
      action: 'person.import',
      subject: `organisation/${organisationId}`,
      owner,
      details: { added: fresh.length },
    })
    return plan
  })
}

const exists = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('organisation').select('id').where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst()) !== undefined

async function withoutThose(tx: Tx, organisationId: string, rows: readonly PersonRow[]): Promise<readonly PersonRow[]> {
  const held = await tx
    .selectFrom('account')
    .select('address_folded')
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
    .execute()
  const there = new Set(held.map(({ address_folded }) => address_folded))
  return rows.filter(({ address }) => !there.has(address.folded))
}

type Chunk = { readonly organisationId: string; readonly byMail: boolean; readonly rows: readonly PersonRow[] }

async function insert(tx: Tx, deps: MembersDeps, who: Who, { organisationId, byMail, rows }: Chunk): Promise<void> {
  const members = rows.map((member) => memberRows(deps.clock.now(), { organisationId, member, address: member.address }))
  const madeBy = personOf(who)
  const mailed_at = byMail ? deps.clock.now() : null
  const links = members.map(({ person }) => ({ ...linkRow(deps, { personId: person.id, organisationId, madeBy }), mailed_at }))
  await insertMemberRows(tx, members)
  await tx.insertInto('invitation').values(links).execute()
  const invited = members.map(({ person }) => ({ event: 'person.invited' as const, organisationId, personId: person.id }))
  await tellOfEnrolment(tx, deps.clock, invited)
  if (byMail)
    await enqueue(
      tx,
      links.map(({ id }) => letterJob({ letter: 'invitation', invitationId: id })),
    )
}
