/** What the room is given. */
import type { ProgrammeFiles } from '#eligibility'
import type { Clock } from '#kernel'
import type { Storage } from '#storage'

export type EnrolmentDeps = {
  readonly storage: Storage
  readonly clock: Clock
  /** The files of the programme that holds until an operator accepts another. */
  readonly shipped: () => Promise<ProgrammeFiles>
}
