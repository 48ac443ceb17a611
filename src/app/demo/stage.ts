/** Sets the demo's programme up: its organisations, people and mailboxes, through the rooms themselves. */
import { addPerson, createOrganisation, invite, keepConnection } from '#members'
import { uuid } from '#storage'
import type { House } from '../house.ts'
import { cast, type Player } from './cast.ts'
import { joinAs, type OwnLink } from './own-link.ts'

export type OnStage = Player & { readonly personId: string; readonly accountId: string; readonly connectionId: string }

export type Stage = {
  readonly people: readonly OnStage[]
  /** A link for one of the people, to see the programme with their eyes. */
  readonly link: OwnLink | undefined
}

/** In an empty database. The operator's own first link is made elsewhere. */
export async function setStage(house: House): Promise<Stage> {
  const desk = { kind: 'analyst', personId: await hireDesk(house) } as const
  const people: OnStage[] = []
  let link: Stage['link']
  for (const troupe of cast) {
    const { id } = await createOrganisation(house.members, desk, { name: troupe.name, kind: troupe.kind, domains: [troupe.domain] })
    for (const player of troupe.people) {
      const added = await addPerson(house.members, desk, id, {
        name: player.name,
        address: player.work,
        title: player.title,
        role: player.role,
      })
      if (!added) continue
      // Before they have a way in of their own: later nobody but they could use a link.
      const made = await invite(house.members, desk, { organisationId: id, personId: added.personId })
      const joined = made && (await joinAs(house, player, made.token))
      link ??= joined
      await enrol(house, player, added)
      const kept = await keepConnection(
        house.members,
        { kind: 'person', personId: added.personId },
        { accountId: added.accountId, settings: mailboxOf(player), secret: 'demo', consentVersion: 'demo' },
      )
      if (!kept) continue
      people.push({ ...player, ...added, connectionId: kept.connectionId })
    }
  }
  await keepWatching(house, people)
  return { people, link }
}

const mailboxOf = (player: Player) => ({
  host: '127.0.0.1',
  port: 143,
  tls: 'none',
  user: player.work,
  how: 'password',
  trustedAuthserv: [],
})

async function hireDesk({ storage, clock }: House): Promise<string> {
  const personId = uuid()
  const now = clock.now()
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.insertInto('person').values({ id: personId, name: 'Operator', created_at: now }).execute()
    await tx.insertInto('staff').values({ person_id: personId, role: 'operator', since: now }).execute()
  })
  return personId
}

/** The person's language and, where there is one, the other address, proven. */
async function enrol({ storage, clock }: House, player: Player, { personId }: { readonly personId: string }): Promise<void> {
  const now = clock.now()
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.updateTable('person').set({ language: player.language }).where('id', '=', personId).execute()
    if (!player.personal) return
    const own = { id: uuid(), person_id: personId, kind: 'personal', address: player.personal, address_folded: player.personal } as const
    await tx
      .insertInto('account')
      .values({ ...own, proven_at: now, created_at: now })
      .execute()
  })
}

/** The demo's Maildirs are read by the demo itself: it says for each mailbox that it is seen. */
export async function keepWatching({ storage, clock }: House, people: readonly OnStage[]): Promise<void> {
  const ids = people.map(({ connectionId }) => connectionId)
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.updateTable('connection').set({ state: 'watching', last_seen_at: clock.now(), trouble: null }).where('id', 'in', ids).execute(),
  )
}
