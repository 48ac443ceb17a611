/** Who of the operator's staff can be told, and where. */
import type { Severity } from '#kernel'
import type { Tx } from '#storage'
import type { ChannelName } from '../channels/channel.ts'
import type { Way } from '../routing/plan-notice.ts'
import { orderOf, type Preference } from '../routing/preference.ts'
import { preferencesOf, waysOf } from '../routing/ways-of.ts'

export type Colleague = {
  readonly personId: string
  readonly isOperator: boolean
  /** Proven, alive, and on a channel that is set up. */
  readonly ways: readonly Way[]
  readonly preference: Preference
}

/** Everybody who works at the desk now and has a way left. */
export async function reachableStaff(tx: Tx, setUp: ReadonlySet<ChannelName>): Promise<ReadonlyMap<string, Colleague>> {
  const staff = await tx
    .selectFrom('staff')
    .innerJoin('person', 'person.id', 'staff.person_id')
    .select(['staff.person_id', 'staff.role'])
    .where('staff.until', 'is', null)
    .where('person.erased_at', 'is', null)
    .execute()
  if (staff.length === 0) return new Map()
  const people = staff.map(({ person_id }) => ({ personId: person_id, subjectAccountId: null }))
  const ways = await waysOf(tx, people)
  const preferenceOf = await preferencesOf(
    tx,
    people.map(({ personId }) => personId),
  )
  return new Map(
    people.flatMap((person, at) => {
      const usable = (ways.get(person) ?? []).filter((way) => way.isProven && !way.isBouncing && setUp.has(way.channel))
      const { personId } = person
      const colleague = { personId, isOperator: staff[at]?.role === 'operator', ways: usable, preference: preferenceOf(personId) }
      return usable.length === 0 ? [] : [[personId, colleague] as const]
    }),
  )
}

/** Everywhere at once when it is critical; else on the first of their channels and by mail. */
export function waysToPage({ ways, preference }: Colleague, severity: Severity): readonly Way[] {
  if (severity === 'critical') return ways
  const first = orderOf(preference).find((channel) => channel !== 'mail' && ways.some((way) => way.channel === channel))
  return ways.filter(({ channel }) => channel === 'mail' || channel === first)
}

/** All operators are told by letter; one who has no mailbox of their own, wherever they can be. */
export function lettersToOperators(staff: ReadonlyMap<string, Colleague>): readonly { readonly personId: string; readonly way: Way }[] {
  return [...staff.values()]
    .filter(({ isOperator }) => isOperator)
    .flatMap(({ personId, ways }) => {
      const letters = ways.filter(({ channel }) => channel === 'mail')
      return (letters.length > 0 ? letters : ways).map((way) => ({ personId, way }))
    })
}
