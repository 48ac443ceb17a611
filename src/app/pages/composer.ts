/** Notices that the staff write, for the pages. */
import {
  approveComposition,
  compositionSeen,
  compositions,
  keepComposition,
  type NotifyDeps,
  rehearse,
  sendComposition,
  startComposition,
  withdrawComposition,
} from '#notify'
import type { Composer } from '#web'

export const composerOf = (deps: NotifyDeps): Composer => ({
  all: (who) => compositions(deps, who),
  one: (who, id) => compositionSeen(deps, who, id),
  start: (who, draft) => startComposition(deps, who, draft),
  keep: (who, id, draft) => keepComposition(deps, who, id, draft),
  rehearse: (who, id) => rehearse(deps, who, id),
  send: (who, id) => sendComposition(deps, who, id),
  approve: (who, id) => approveComposition(deps, who, id),
  withdraw: (who, id) => withdrawComposition(deps, who, id),
})
