/** The rota of the staff and its escalation, as the pages need them. */
import type { Staff } from '#kernel'
import type { Escalation, EscalationTyped, LayerTyped, Rotas, TakeOverTyped } from '#on-call'

export type { Colleague, Escalation, Layer, LayerTyped, Rotas, Schedule, Shift, Target } from '#on-call'
export { shiftsBetween, timeOf, writeHours } from '#on-call'

export type RotaDesk = {
  /** All rotas with their layers and the take-overs that are not over, and who may be on call. */
  readonly all: (who: Staff) => Promise<Rotas>
  /** Its id. Refusals `rota-name-needed`, `rota-name-taken`, `too-many-in-rota`. */
  readonly add: (who: Staff, name: string) => Promise<string>
  readonly remove: (who: Staff, id: string) => Promise<boolean>
  /** Adds a layer, or keeps one anew. Refusals say what is not right of it. */
  readonly keepLayer: (
    who: Staff,
    layer: { readonly scheduleId: string; readonly layerId?: string; readonly typed: LayerTyped },
  ) => Promise<boolean>
  readonly removeLayer: (who: Staff, layer: { readonly scheduleId: string; readonly layerId: string }) => Promise<boolean>
  /** Refusals `zone-not-known`, `times-not-right`, `not-on-staff`, `taken-over-already`. */
  readonly takeOver: (who: Staff, one: { readonly scheduleId: string; readonly typed: TakeOverTyped }) => Promise<boolean>
  readonly removeTakeOver: (who: Staff, one: { readonly scheduleId: string; readonly takeOverId: string }) => Promise<boolean>
  readonly escalation: (who: Staff) => Promise<Escalation>
  /** Refusals `step-not-right`, `repeats-not-right`, `not-on-staff`, `too-many-in-rota`. */
  readonly keepEscalation: (who: Staff, typed: EscalationTyped) => Promise<void>
}
