/** The operator's first way in: a link printed on the console at each start, as long as no staff has a way of their own. */
import { record } from '#audit'
import type { Language } from '#kernel'
import { type Tx, uuid } from '#storage'
import type { MembersDeps } from './deps.ts'
import { makeLink, takeLink } from './invitations.ts'
import { linkNotGood } from './refusals.ts'
import { beginSession, type NewSession } from './sessions.ts'
import { hashOfToken } from './token.ts'

/** A fresh token for the console, or undefined once a member of staff has a passkey. Earlier first links stop working. */
export async function makeFirstLink(deps: MembersDeps): Promise<string | undefined> {
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (await staffHasPasskey(tx)) return undefined
    const [first] = await tx.selectFrom('staff').select('person_id').where('until', 'is', null).orderBy('since').limit(1).execute()
    let personId = first?.person_id
    if (personId === undefined) {
      personId = uuid()
      const now = deps.clock.now()
      await tx.insertInto('person').values({ id: personId, name: 'Operator', created_at: now, erased_at: null }).execute()
      await tx.insertInto('staff').values({ person_id: personId, role: 'operator', since: now, until: null }).execute()
    }
    const { token } = await makeLink(tx, deps, { personId, organisationId: null, madeBy: null })
    return token
  })
}

async function staffHasPasskey(tx: Tx): Promise<boolean> {
  const held = await tx
    .selectFrom('staff')
    .innerJoin('passkey', 'passkey.person_id', 'staff.person_id')
    .select('passkey.credential_id')
    .where('staff.until', 'is', null)
    .executeTakeFirst()
  return held !== undefined
}

/** Whether a first link can still be used; none can once staff has a passkey, since it stands in the console's log. Changes nothing. */
export async function firstLinkIsGood({ storage, clock }: MembersDeps, token: string): Promise<boolean> {
  const found = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (await staffHasPasskey(tx)) return undefined
    return tx
      .selectFrom('invitation')
      .select('id')
      .where('token_hash', '=', hashOfToken(token))
      .where('organisation_id', 'is', null)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('expires_at', '>', clock.now())
      .executeTakeFirst()
  })
  return found !== undefined
}

/** Uses the first link up and signs the operator in. Refusal `link-not-good`. */
export async function takeFirstLink(
  deps: MembersDeps,
  input: { readonly token: string; readonly name: string; readonly language: Language; readonly userAgent?: string },
): Promise<NewSession> {
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { personId, organisationId } = await takeLink(tx, deps, input)
    if (organisationId !== null || (await staffHasPasskey(tx))) throw linkNotGood()
    await record(tx, deps.clock, { actor: { kind: 'person', personId }, action: 'sign-in.first-link', subject: `person/${personId}` })
    return beginSession(tx, deps, { personId, method: 'first-link', userAgent: input.userAgent })
  })
}
