/** Mailboxes that a household shares, for the pages: members keeps them. */
import { acceptHouseholdLink, endShare, householdLink, type MembersDeps, makeHouseholdLink, sharedWithMe, sharersOf } from '#members'
import type { Household } from '#web'

export const householdOf = (members: MembersDeps): Household => ({
  sharedWithMe: (who) => sharedWithMe(members, who),
  sharersOf: (who, accountId) => sharersOf(members, who, accountId),
  makeLink: (who, accountId) => makeHouseholdLink(members, who, accountId),
  link: (token) => householdLink(members, token),
  accept: (who, token) => acceptHouseholdLink(members, who, token),
  end: (who, share) => endShare(members, who, share),
})
