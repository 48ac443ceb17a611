/** How the entries hold on to each other: each hash covers the entry and the hash before it. */
import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'

export type Entry = {
  readonly seq: number
  readonly at: Date
  readonly actor_kind: string
  readonly actor: string | null
  readonly action: string
  readonly subject: string
  readonly organisation_id: string | null
  readonly person_id: string | null
  readonly details: unknown
}

export function hashOf(entry: Entry, previous: Buffer): Buffer {
  const { seq, at, actor_kind, actor, action, subject, organisation_id, person_id, details } = entry
  const said = canonical({ seq, at: at.toISOString(), actor_kind, actor, action, subject, organisation_id, person_id, details })
  return createHash('sha256').update(previous).update(said).digest()
}
