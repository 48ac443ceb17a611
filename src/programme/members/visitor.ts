/** The person behind a request: who they are, and what they may act as. */
import type { Language } from '#kernel'
import type { MembersDeps } from './deps.ts'
import { readLanguage } from './language.ts'
import { personOfSession } from './sessions.ts'

export type Visitor = {
  readonly personId: string
  readonly name: string
  readonly language: Language
  readonly staff?: 'operator' | 'analyst'
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly role: 'member' | 'administrator' }[]
  readonly hasPasskey: boolean
}

/** Whose session a token is; undefined when there is none, or it ended. */
export async function visitorOf({ storage, clock }: MembersDeps, token: string): Promise<Visitor | undefined> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const personId = await personOfSession(tx, clock, token)
    if (personId === undefined) return undefined
    const person = await tx
      .selectFrom('person')
      .leftJoin('staff', (join) => join.onRef('staff.person_id', '=', 'person.id').on('staff.until', 'is', null))
      .select((columns) => [
        'person.name',
        'person.language',
        'staff.role',
        columns
          .exists(columns.selectFrom('passkey').select('credential_id').whereRef('passkey.person_id', '=', 'person.id'))
          .as('has_passkey'),
      ])
      .where('person.id', '=', personId)
      .where('person.erased_at', 'is', null)
      .executeTakeFirst()
    if (person === undefined) return undefined
    const organisations = await tx
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select(['organisation.id', 'organisation.name', 'membership.role'])
      .where('membership.person_id', '=', personId)
      .where('membership.until', 'is', null)
      .where('organisation.closed_at', 'is', null)
      .orderBy('organisation.name')
      .execute()
    return {
      personId,
      name: person.name,
      language: readLanguage(person.language),
      ...(person.role !== null && { staff: person.role }),
      organisations,
      hasPasskey: person.has_passkey === true,
    }
  })
}
