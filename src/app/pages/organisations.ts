/** Organisations and their people, as the pages see them: members keeps them, alerts has their incidents. */
import { type DeskDeps, incidentsOfOrganisation } from '#alerts'
import {
  addPerson,
  createOrganisation,
  endSessionsOf,
  exportOrg,
  importOrg,
  importPeople,
  invite,
  inviteWaiting,
  keepCircle,
  keptCircle,
  listMembers,
  listOrganisations,
  member,
  organisation,
  peopleLeft,
  planImport,
  readPeople,
  setTime,
  takeBack,
  waitingInvitations,
  withdrawInvitation,
} from '#members'
import { refuseEarlierEnd, refuseNewAdministrators } from '#season'
import type { Organisations } from '#web'
import type { House } from '../house.ts'
import { needsRelay } from '../needs-relay.ts'
import { exportOf } from './export-organisation.ts'
import { seasonDepsOf } from './season.ts'

export function organisationsOf(house: House, desk: DeskDeps): Organisations {
  const { members, settings } = house
  const season = seasonDepsOf(house)
  return {
    list: (who, ask) => listOrganisations(members, who, ask),
    create: (who, input) => createOrganisation(members, who, input),
    one: async (who, id) => {
      const seen = await organisation(members, who, id)
      return seen && { ...seen, incidents: await incidentsOfOrganisation(desk, who, id) }
    },
    members: (who, id, asked) => listMembers(members, who, id, asked),
    member: (who, id, personId) => member(members, who, id, personId),
    circle: (who, organisationId) => keptCircle(members, who, organisationId),
    keepCircle: (who, organisationId, circle) => keepCircle(members, who, organisationId, circle),
    exportAll: exportOf(house, desk),
    exportOrg: (who, organisationId) => exportOrg(members, who, organisationId),
    importOrg: (who, organisationId, json) => importOrg(members, who, organisationId, json),
    addPerson: async (who, organisationId, input) => {
      if (input.role === 'administrator') await refuseNewAdministrators(season, who, organisationId)
      return addPerson(members, who, organisationId, input)
    },
    planImport: (who, organisationId, text) => planImport(members, who, organisationId, text),
    importPeople: async (who, organisationId, { text, byMail }) => {
      if (readPeople(text, house.clock.now()).rows.some(({ role }) => role === 'administrator'))
        await refuseNewAdministrators(season, who, organisationId)
      if (byMail) await needsRelay(settings)
      return importPeople(members, who, { organisationId, text, byMail })
    },
    invite: (who, organisationId, personId) => invite(members, who, { organisationId, personId }),
    mailInvitation: async (who, organisationId, personId) => {
      await needsRelay(settings)
      return invite(members, who, { organisationId, personId, byMail: true })
    },
    withdrawInvitation: (who, organisationId, personId) => withdrawInvitation(members, who, { organisationId, personId }),
    waiting: (who, organisationId) => waitingInvitations(members, who, organisationId),
    inviteWaiting: async (who, organisationId) => {
      await needsRelay(settings)
      return inviteWaiting(members, who, organisationId)
    },
    setTime: async (who, organisationId, personId, time) => {
      await refuseEarlierEnd(season, who, { organisationId, personId, endsOn: time.endsOn })
      return setTime(members, who, { organisationId, personId, ...time })
    },
    left: (who, organisationId, page) => peopleLeft(members, who, organisationId, page),
    takeBack: (who, organisationId, personId, endsOn) => takeBack(members, who, { organisationId, personId, endsOn }),
    endSessions: (who, organisationId, personId) => endSessionsOf(members, who, { organisationId, personId }),
  }
}
