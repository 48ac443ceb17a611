/** Leaving for good, for the pages. */
import { certificateOf, eraseMe } from '#erasure'
import type { MembersDeps } from '#members'
import type { Erasure } from '#web'

export const erasureOf = (members: MembersDeps): Erasure => ({
  eraseMe: (who) => eraseMe(members, who),
  certificate: (id) => certificateOf(members, id),
})
