/** All that an organisation may take along, read a page at a time while the file is written: however large it is, no more than a page is held. */
import { type DeskDeps, type IncidentRow, incidentsFollowing } from '#alerts'
import { type ValueEntry, valueFollowing } from '#enrolment'
import type { Who } from '#kernel'
import { type Followed, type Following, keptCircle, type Member, membersFollowing, organisation } from '#members'
import { seasonOf } from '#season'
import type { Organisations } from '#web'
import type { House } from '../house.ts'
import { seasonDepsOf } from './season.ts'

const most = 500

/** Without the words that are said before an invitation. */
type Person = Omit<Member, 'phrase'>

// A file to read has a table's heads before its rows; each field of a row has one.
const people = {
  ...{ personId: true, name: true, title: true, role: true, kind: true, endsOn: true, workAddress: true, joined: true },
  ...{ invitedUntil: true, mailbox: true, otherAddress: true, passkey: true },
} as const satisfies Readonly<Record<keyof Person, true>>
const incidents = {
  ...{ id: true, title: true, who: true, organisation: true, level: true, severity: true, state: true, messages: true },
  ...{ lastMessageAt: true, told: true },
} as const satisfies Readonly<Record<keyof IncidentRow, true>>
const value = {
  ...{ id: true, givenOn: true, what: true, law: true, currency: true, minorUnits: true, note: true },
} as const satisfies Readonly<Record<keyof ValueEntry, true>>

/** Every page of a list that is read by its ids. */
async function* pagesOf<Row>(read: (following: Following) => Promise<Followed<Row> | undefined>): AsyncGenerator<readonly Row[]> {
  let after: string | undefined
  do {
    const some = await read({ after, most })
    if (some === undefined) return
    yield some.rows
    after = some.next
  } while (after !== undefined)
}

export const exportOf =
  (house: Pick<House, 'members' | 'settings' | 'clock'>, desk: DeskDeps): Organisations['exportAll'] =>
  async (who: Who, organisationId: string) => {
    const { members } = house
    const seen = await organisation(members, who, organisationId)
    if (seen === undefined) return undefined
    const everybody = async (following: Following): Promise<Followed<Person> | undefined> => {
      const some = await membersFollowing(members, who, organisationId, following)
      return some && { ...some, rows: some.rows.map(({ phrase: _, ...one }) => one) }
    }
    return [
      { name: 'exportedAt', value: house.clock.now() },
      { name: 'organisation', value: seen },
      { name: 'people', columns: Object.keys(people), pages: pagesOf(everybody) },
      { name: 'circle', value: await keptCircle(members, who, organisationId) },
      { name: 'season', value: await seasonOf(seasonDepsOf(house), who, organisationId) },
      {
        name: 'incidents',
        columns: Object.keys(incidents),
        pages: pagesOf((following) => incidentsFollowing(desk, who, organisationId, following)),
      },
      {
        name: 'value',
        columns: Object.keys(value),
        pages: pagesOf((following) => valueFollowing(members, who, organisationId, following)),
      },
    ]
  }
