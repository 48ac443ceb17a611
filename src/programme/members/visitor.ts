/** The person behind a request: who they are, and what they may act as. */
import { dayOf, type Language } from '#kernel'
import type { MembersDeps } from './deps.ts'
import { readLanguage } from './language.ts'
import { secondWayFrom } from './second-way.ts'
import { type Brought, liveSession } from './sessions.ts'
import type { ObserverRole } from './staff.ts'
import { hasMoreThanMail, type Ways, waysOf } from './ways.ts'

export type Visitor = {
  readonly personId: string
  readonly name: string
  readonly language: Language
  readonly staff?: 'operator' | 'analyst'
  /** Looks on: reads what their part opens and changes nothing. */
  readonly observes?: ObserverRole
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly role: 'member' | 'administrator' }[]
  readonly ways: Ways
  /** Of an administrator who has a mailbox and nothing else: from when their organisation's pages ask for more. */
  readonly secondWayFrom?: Date
  readonly session: {
    readonly id: string
    /** How it began. */
    readonly method: string
    /** Whether it proved in the last ten minutes that it is its person's; true as long as they have nothing to prove it by. */
    readonly fresh: boolean
    /** Whether a passkey that its person still has opened it, or stepped it up, or the staff's provider did as strongly as the operator asks: what the desk asks for. */
    readonly strong: boolean
  }
}

/** Whose session a token is; undefined when there is none, or it ended. */
export async function visitorOf({ storage, clock }: MembersDeps, token: string, brought: Brought = {}): Promise<Visitor | undefined> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const session = await liveSession(tx, clock, { ...brought, token })
    if (session === undefined) return undefined
    const { personId } = session
    const person = await tx
      .selectFrom('person')
      .leftJoin('staff', (join) => join.onRef('staff.person_id', '=', 'person.id').on('staff.until', 'is', null))
      .leftJoin('observer', (join) => join.onRef('observer.person_id', '=', 'person.id').on('observer.until', 'is', null))
      .select(['person.name', 'person.language', 'staff.role', 'observer.role as observes'])
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
      // Whose last day is over is out, also while nobody has ended it yet.
      .where((where) => where.or([where('membership.ends_on', 'is', null), where('membership.ends_on', '>=', dayOf(clock.now()))]))
      .where('organisation.closed_at', 'is', null)
      .orderBy('organisation.name')
      .execute()
    const ways = await waysOf(tx, personId)
    const owesMore = !hasMoreThanMail(ways) && organisations.some(({ role }) => role === 'administrator')
    return {
      personId,
      name: person.name,
      language: readLanguage(person.language),
      ...(person.role !== null && { staff: person.role }),
      ...(person.observes !== null && { observes: person.observes }),
      organisations,
      ways,
      ...(owesMore && { secondWayFrom: await secondWayFrom(tx, personId) }),
      session: {
        id: session.id,
        method: session.method,
        strong: session.strong,
        fresh: session.fresh || !(hasMoreThanMail(ways) || ways.mail),
      },
    }
  })
}
