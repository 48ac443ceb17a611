/** Somebody in every role beside the rows of two sides, as storage introduces them; and which tables each of them reads. */

import { type HelpPurpose, helpPurposes } from '#helpers'
import { uuid } from '#storage'
import { insert } from './make-rows.ts'
import { machinery, type RowsSeen, type Viewer } from './rows-seen.ts'

/** For tests of storage, which knows no room above it. */
export { type HelpPurpose, helpPurposes }

export const viewerKinds = [
  'nobody',
  'person',
  'administrator',
  'helper-set-up',
  'helper-connections',
  'helper-sign-in',
  'helper-training',
  'trainer',
  'analyst',
  'auditor',
  'program',
  'programme-program',
] as const
export type ViewerKind = (typeof viewerKinds)[number]
export type Viewers = Readonly<Record<ViewerKind, Viewer>>

/** The moment of whatever depends on one. */
export const viewedAt = new Date('2026-11-20T12:00:00Z')
export const helpLastsMs = 60_000

/** Somebody of the other side helps ours: whatever opens to them in their part is nothing of their own. */
export const grantOf = (world: RowsSeen, purpose: HelpPurpose, change: Readonly<Record<string, unknown>> = {}) => ({
  ...{ purpose, organisation_id: world.ours('organisation'), person_id: world.theirs('person'), let_in_by: world.ours('person') },
  ...{ offered_at: viewedAt, offered_until: viewedAt, accepted_at: viewedAt, since: viewedAt },
  ...{ until: new Date(viewedAt.getTime() + helpLastsMs), ...change },
})

/** Makes those who are not there yet. */
export async function viewersInRole(world: RowsSeen): Promise<Viewers> {
  await world.become(machinery)
  const { app, ours, theirs } = world
  const [administrator, analyst] = [uuid(), uuid()]
  for (const id of [administrator, analyst]) await insert(app, 'person', { id, name: 'N', created_at: new Date() })
  await insert(app, 'membership', {
    ...{ organisation_id: ours('organisation'), person_id: administrator, role: 'administrator', since: new Date() },
  })
  const grants = { 'set-up': uuid(), connections: uuid(), 'sign-in': uuid(), training: uuid() }
  for (const purpose of helpPurposes) await insert(app, 'helper_grant', { id: grants[purpose], ...grantOf(world, purpose) })
  const helper = (purpose: HelpPurpose): Viewer => ({
    ...{ kind: 'helper', person: theirs('person'), organisation: ours('organisation'), help: grants[purpose], at: viewedAt },
  })
  return {
    nobody: { kind: '', person: '', organisation: '' },
    person: { kind: 'person', person: ours('person'), organisation: '' },
    administrator: { kind: 'administrator', person: administrator, organisation: ours('organisation') },
    'helper-set-up': helper('set-up'),
    'helper-connections': helper('connections'),
    'helper-sign-in': helper('sign-in'),
    'helper-training': helper('training'),
    trainer: { kind: 'trainer', person: uuid(), organisation: '' },
    analyst: { kind: 'analyst', person: analyst, organisation: '' },
    auditor: { kind: 'auditor', person: uuid(), organisation: '' },
    program: { kind: 'token', person: '', organisation: ours('organisation') },
    'programme-program': { kind: 'programme-token', person: '', organisation: '' },
  }
}

/** Tables that no tenant has a row in: counters of hashed addresses, and the end of the audit log. */
export const nobodysMatter: ReadonlySet<string> = new Set(['rate_limit', 'audit_mark'])

/** What somebody sees of a table: `w` work matters, `p` personal ones. */
export type TableSeen = { readonly table: string; readonly seen: ReadonlyMap<ViewerKind, string> }

/** Of every table, what each role reads of the side that is theirs, or that they look after. */
export async function tablesInRole(world: RowsSeen): Promise<readonly TableSeen[]> {
  const viewers = await viewersInRole(world)
  const tables = world.shapes.map(({ name }) => name).filter((name) => !nobodysMatter.has(name))
  const found = new Map(tables.map((table) => [table, new Map<ViewerKind, string>()]))
  for (const kind of viewerKinds) {
    await world.become(viewers[kind])
    for (const table of tables) found.get(table)?.set(kind, await world.seenOf(table, 'ours'))
  }
  return [...found].map(([table, seen]) => ({ table, seen })).sort((one, other) => (one.table < other.table ? -1 : 1))
}
