/** Who works for the operator, for the pages. */
import { appointStaff, endStaff, staffList } from '#members'
import type { StaffDesk } from '#web'
import type { House } from '../house.ts'

export const staffOf = ({ members }: House): StaffDesk => ({
  list: (who) => staffList(members, who),
  appoint: (who, input) => appointStaff(members, who, input),
  end: (who, personId) => endStaff(members, who, personId),
})
