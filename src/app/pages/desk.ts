/** The queue and its incidents for the pages: alerts does all of it. */
import { type DeskDeps, decide, exportQueue, incident, newSince, queue } from '#alerts'
import type { Desk } from '#web'

export const deskOf = (deps: DeskDeps): Desk => ({
  queue: (who, filter) => queue(deps, who, filter),
  exportQueue: (who, filter) => exportQueue(deps, who, filter),
  newSince: (who, since) => newSince(deps, who, since),
  incident: (who, id) => incident(deps, who, id),
  decide: (who, id, decision) => decide(deps, who, id, decision),
})
