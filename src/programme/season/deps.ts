/** What the room is given. */
import type { MembersDeps } from '#members'

export type SeasonDeps = MembersDeps & {
  /** How many days before an election two must want what could lock others out; 0 for never. */
  readonly freezeDays: () => Promise<number>
}
