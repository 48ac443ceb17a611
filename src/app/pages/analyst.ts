/** The analyst's tools for the pages: alerts does all of it. */
import {
  type DeskDeps,
  evaluation,
  exportEvaluation,
  exportHunt,
  hunt,
  isKept,
  labelFlagged,
  labelHit,
  reachHunted,
  reachIncident,
  reachOf,
  removeKept,
  stopReach,
  testAgain,
  whyOf,
} from '#alerts'
import type { AnalystTools } from '#web'

export const analystToolsOf = (deps: DeskDeps): AnalystTools => ({
  why: (who, incidentId, page) => whyOf(deps, who, incidentId, page),
  label: (who, of, labelled) => labelFlagged(deps, who, of, labelled),
  labelHit: (who, place, labelled) => labelHit(deps, who, place, labelled),
  hunt: (who, ask) => hunt(deps, who, ask),
  exportHunt: (who, ask) => exportHunt(deps, who, ask),
  reachIncident: (who, incidentId) => reachIncident(deps, who, incidentId),
  reachHunted: (who, reach) => reachHunted(deps, who, reach),
  reachOf: (who, incidentId) => reachOf(deps, who, { incidentId }),
  stopReach: (who, which) => stopReach(deps, who, which),
  evaluation: (who, ask) => evaluation(deps, who, ask),
  exportEvaluation: (who) => exportEvaluation(deps, who),
  isKept: (who, id) => isKept(deps, who, id),
  testAgain: (who) => testAgain(deps, who),
  removeKept: (who, id) => removeKept(deps, who, id),
})
