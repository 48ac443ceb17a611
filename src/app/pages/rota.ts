/** The rota of the staff, for the pages. */
import {
  addSchedule,
  escalation,
  keepEscalation,
  keepLayer,
  type OnCallDeps,
  removeLayer,
  removeSchedule,
  removeTakeOver,
  rotas,
  takeOver,
} from '#on-call'
import type { RotaDesk } from '#web'

export const rotaOf = (deps: OnCallDeps): RotaDesk => ({
  all: (who) => rotas(deps, who),
  add: (who, name) => addSchedule(deps, who, name),
  remove: (who, id) => removeSchedule(deps, who, id),
  keepLayer: (who, layer) => keepLayer(deps, who, layer),
  removeLayer: (who, layer) => removeLayer(deps, who, layer),
  takeOver: (who, one) => takeOver(deps, who, one),
  removeTakeOver: (who, one) => removeTakeOver(deps, who, one),
  escalation: (who) => escalation(deps, who),
  keepEscalation: (who, typed) => keepEscalation(deps, who, typed),
})
