/** Helpers from outside, for the pages. */
import {
  acceptHelp,
  endHelp,
  helpAsked,
  helped,
  helpedConnections,
  helpedLanguages,
  helpedOverview,
  helpedPeople,
  helperLooks,
  helpersAmong,
  helpersOf,
  helpingOf,
  leaveHelp,
  letIn,
  renewHelp,
} from '#helpers'
import type { MembersDeps } from '#members'
import type { Helping } from '#web'

export const helpingDeskOf = (members: MembersDeps): Helping => ({
  list: (who) => helpersOf(members, who),
  letIn: (who, wanted) => letIn(members, who, wanted),
  renew: (who, input) => renewHelp(members, who, input),
  end: (who, id) => endHelp(members, who, id),
  looks: (who, input) => helperLooks(members, who, input),
  mine: (who) => helpingOf(members, who),
  among: (who) => helpersAmong(members, who),
  asked: (token) => helpAsked(members, token),
  accept: (who, key) => acceptHelp(members, who, key),
  leave: (who, id) => leaveHelp(members, who, id),
  help: (who) => helped(members, who),
  overview: (who) => helpedOverview(members, who),
  people: (who, asked) => helpedPeople(members, who, asked),
  connections: (who, asked) => helpedConnections(members, who, asked),
  languages: (who) => helpedLanguages(members, who),
})
