/** Whom to page next when nobody has answered. */
import { minutesMs } from '#kernel'

export type Target = { readonly kind: 'schedule'; readonly id: string } | { readonly kind: 'person'; readonly id: string }

export type Step = {
  readonly target: Target
  /** So long is waited for an answer before the next step; 0 pages both at once. */
  readonly thenMinutes: number
}

export type Escalation = {
  readonly steps: readonly Step[]
  /** How often all steps are gone through again. */
  readonly repeats: number
}

/** A step that was taken: which one (from 0), in which round (0 the first), and when. */
export type Taken = { readonly step: number; readonly round: number; readonly at: Date }

export type Next = { readonly step: number; readonly round: number; readonly dueAt: Date; readonly people: readonly string[] }

type Given = {
  /** The last step that was taken; undefined before the first. */
  readonly taken?: Taken | undefined
  /** When there was something to page for. */
  readonly since: Date
  /** Whom a target means at a moment; nobody in a gap of its rota. */
  readonly peopleAt: (target: Target, at: Date) => readonly string[]
}

/** The next step and its time. A step that reaches nobody is passed over without waiting. Undefined when all were taken, or none reaches anybody. */
export function nextStep({ steps, repeats }: Escalation, { taken, since, peopleAt }: Given): Next | undefined {
  const all = steps.length * (repeats + 1)
  const waited = taken === undefined ? 0 : (steps[taken.step]?.thenMinutes ?? 0)
  const dueAt = new Date((taken?.at ?? since).getTime() + minutesMs(waited))
  for (let turn = taken === undefined ? 0 : taken.round * steps.length + taken.step + 1; turn < all; turn += 1) {
    const [step, round] = [turn % steps.length, Math.floor(turn / steps.length)]
    const people = peopleAt(steps[step]?.target ?? { kind: 'person', id: '' }, dueAt)
    if (people.length > 0) return { step, round, dueAt, people }
  }
  return undefined
}
