/** What the organisations and their people answer in the invented programme of the pages' tests. */
import { Readable } from 'node:stream'
import { refusal, type Who } from '#kernel'
import type { IncidentRow, Member, Organisations } from '#web'

const phrase = 'acorn bridge lemon'

type Given = {
  readonly now: Date
  readonly ids: { readonly organisation: string; readonly member: string; readonly memberLeft: string; readonly invitation: string }
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly incidents: readonly IncidentRow[]
  /** False on the first day: nothing has happened. */
  readonly full: boolean
  readonly note: (name: string, ...given: readonly unknown[]) => void
}

const member = (memberId: string, more: Partial<Member> = {}): Member => ({
  personId: memberId,
  name: 'Dana Cole',
  title: 'Finance director',
  role: 'member',
  kind: 'staff',
  workAddress: 'dana@hartley.example',
  joined: true,
  mailbox: 'watching',
  otherAddress: true,
  passkey: true,
  ...more,
})

export function inventedOrganisations({ now, ids, organisations, incidents, full, note }: Given): Organisations {
  const paged = <Row>(rows: readonly Row[]) => ({ rows: full ? rows : [], total: full ? rows.length : 0, page: 1, pages: 1 })
  const mine = (who: Who, id: string, known: string) => full && id === known && 'personId' in who
  const members: readonly Member[] = [
    member(ids.member),
    member(ids.member, {
      personId: 'p-sam',
      name: 'Sam Ortega',
      role: 'administrator',
      title: 'Office',
      workAddress: 'sam@hartley.example',
      mailbox: 'failing',
      otherAddress: false,
    }),
    member(ids.member, {
      personId: 'p-lee',
      name: 'Lee Abara',
      title: 'Volunteers',
      kind: 'volunteer',
      endsOn: '2026-12-04',
      workAddress: 'lee@hartley.example',
      joined: false,
      mailbox: 'none',
      otherAddress: false,
      passkey: false,
      invitedUntil: new Date('2026-11-26T10:00:00Z'),
      phrase: phrase,
    }),
  ]
  return {
    list: async (_, { search }) =>
      search === 'nothing'
        ? paged([])
        : {
            ...paged(organisations.map((one) => ({ ...one, kind: 'campaign', people: 3, watched: 2, openIncidents: 1 }))),
            pages: full ? 3 : 1,
          },
    create: async (who, input) => {
      note('create', who, input)
      return { id: ids.organisation }
    },
    one: async (_, id) =>
      id === ids.organisation
        ? {
            id,
            name: 'Hartley for Ohio',
            kind: 'campaign',
            domains: ['hartley.example'],
            people: full ? 3 : 0,
            watched: full ? 1 : 0,
            waiting: full ? 1 : 0,
            incidents,
          }
        : undefined,
    members: async (_, id, { search, waiting }) =>
      id === ids.organisation ? paged(search === 'nothing' ? [] : members.filter(({ joined }) => !(waiting && joined))) : undefined,
    member: async (_, id, personId) => (id === ids.organisation && full ? members.find((one) => one.personId === personId) : undefined),
    circle: async (who, id) =>
      mine(who, id, ids.organisation)
        ? {
            country: 'US',
            leaders: full ? [{ name: 'Elena Hartley', addresses: ['elena@hartley.example'], role: 'candidate' }] : [],
            vendors: full ? [{ name: 'Print House', domains: ['printhouse.example', 'print-orders.example'] }] : [],
            brands: full ? [{ name: 'ActBlue', domains: [] }] : [],
          }
        : undefined,
    keepCircle: async (who, id, circle) => {
      note('keepCircle', who, id, circle)
      const wrong = circle.vendors.flatMap(({ domains }) => domains).find((domain) => !domain.includes('.'))
      if (wrong !== undefined) throw refusal('domain-not-valid', 'wrong', { facts: { domain: wrong } })
      return mine(who, id, ids.organisation)
    },
    exportAll: async (_, id) =>
      id === ids.organisation
        ? [
            { name: 'organisation', value: { name: 'Hartley for Ohio' } },
            { name: 'people', columns: ['name', 'role', 'workAddress'], pages: Readable.from([members]) },
            { name: 'value', columns: ['what'], pages: Readable.from([[]]) },
          ]
        : undefined,
    exportOrg: async (who, id) =>
      mine(who, id, ids.organisation) ? '{"name":"Hartley for Ohio","domains":["hartley.example"]}\n' : undefined,
    importOrg: async (who, id, json) => {
      note('importOrg', who, id, json)
      if (!json.startsWith('{')) throw refusal('unreadable-organisation', 'not JSON', { facts: { place: 'JSON' } })
      return mine(who, id, ids.organisation) ? { names: 3 } : undefined
    },
    addPerson: async (who, id, input) => {
      note('addPerson', who, id, input)
      if (input.address === 'taken@hartley.example') throw refusal('address-taken', 'taken')
      return mine(who, id, ids.organisation) ? { personId: ids.member } : undefined
    },
    planImport: async (who, id, text) =>
      mine(who, id, ids.organisation)
        ? { added: 12, there: 1, problems: text.includes('@') ? [] : [{ row: 3, code: 'address' as const, quote: 'nowhere' }] }
        : undefined,
    importPeople: async (who, id, { text }) => {
      note('importPeople', who, id, text)
      return mine(who, id, ids.organisation) ? { added: 12, there: 1, problems: [] } : undefined
    },
    invite: async (_, id, personId) =>
      id === ids.organisation && personId === ids.member
        ? { token: ids.invitation, expiresAt: new Date('2026-11-26T10:12:00Z'), name: 'Lee Abara', address: 'lee@hartley.example', phrase }
        : undefined,
    mailInvitation: async (_, id, personId) =>
      id === ids.organisation && personId === ids.member
        ? { token: 't', expiresAt: now, name: 'Lee', address: 'lee@hartley.example', phrase }
        : undefined,
    withdrawInvitation: async (_, id, personId) => id === ids.organisation && personId === ids.member,
    waiting: async (_, id) => (id === ids.organisation ? { people: full ? 1 : 0, due: full ? 1 : 0 } : undefined),
    inviteWaiting: async (who, id) => {
      note('inviteWaiting', who, id)
      return id === ids.organisation ? 1 : undefined
    },
    setTime: async (who, id, personId, time) => {
      note('setTime', who, id, personId, time)
      if (time.kind === 'volunteer' && time.endsOn === '') throw refusal('end-date-missing', 'missing')
      return id === ids.organisation && personId === ids.member
    },
    left: async (_, id) =>
      id === ids.organisation
        ? paged([
            {
              personId: ids.memberLeft,
              name: 'Noor Said',
              kind: 'volunteer' as const,
              endedAt: now,
              how: 'due' as const,
              undoUntil: new Date('2026-12-23T10:00:00Z'),
            },
          ])
        : undefined,
    takeBack: async (_, id, personId, endsOn) => {
      if (endsOn === '2020-01-01') throw refusal('end-date-not-valid', 'past')
      return id === ids.organisation && personId === ids.memberLeft
    },
    endSessions: async (_, id, personId) => id === ids.organisation && personId === ids.member,
  }
}
