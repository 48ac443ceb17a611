/**
 * The operator's own set on its way to the threads. It may be large, so it is written once into memory that all threads share, and each
 * thread reads it once: what goes along with a mail is a number and a handle.
 */
import { nothingOwn, type OwnSet, ownSetSchema } from '#mail'

export type SharedOwn = { readonly generation: number; readonly bytes: SharedArrayBuffer }

const shared = new WeakMap<OwnSet, SharedOwn>()
let generations = 0

/** The handle of a set; the same for the same set. */
export function shareOwn(set: OwnSet): SharedOwn {
  const known = shared.get(set)
  if (known !== undefined) return known
  const text = Buffer.from(JSON.stringify(set))
  const bytes = new SharedArrayBuffer(text.length)
  new Uint8Array(bytes).set(text)
  generations += 1
  const made = { generation: generations, bytes }
  shared.set(set, made)
  return made
}

/** A thread's side: keeps the set it read last. */
export function createOwnReader(): (own: SharedOwn) => OwnSet {
  let held: { readonly generation: number; readonly set: OwnSet } = { generation: 0, set: nothingOwn }
  return ({ generation, bytes }) => {
    if (held.generation !== generation)
      held = { generation, set: ownSetSchema.parse(JSON.parse(Buffer.from(new Uint8Array(bytes)).toString())) }
    return held.set
  }
}
