/** What the room is given. */
import type { Who } from '#kernel'
import type { MembersDeps } from '#members'

/** What acts for an organisation by itself: a program's token, or an address that is told. */
export type ProgramEnd = { readonly kind: 'end-token'; readonly id: string } | { readonly kind: 'end-hook'; readonly id: string }

export type SeasonDeps = MembersDeps & {
  /** How many days before an election two must want what could lock others out; 0 for never. */
  readonly freezeDays: () => Promise<number>
  /** How many days after its goodbye an organisation is erased; told, and kept, on the day it says goodbye. */
  readonly eraseAfterDays: () => Promise<number>
  /** Ends one, as who decided it; false when the organisation has none such any more. */
  readonly endProgram: (who: Who, organisationId: string, program: ProgramEnd) => Promise<boolean>
}
