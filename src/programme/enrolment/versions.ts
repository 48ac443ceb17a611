/** The published rules: those in force, every text they ever had, and accepting others. */
import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#audit'
import { type Programme, type ProgrammeFiles, readProgramme } from '#eligibility'
import { defect, type Staff } from '#kernel'
import type { Tx } from '#storage'
import type { EnrolmentDeps } from './deps.ts'
import { programmeChanged, programmeNotRight } from './refusals.ts'

const filesSchema = z.record(z.string(), z.string())

/** Any number, the same for every process: other rules are accepted one after the other. */
const acceptLock = 7_041_778

/** Reading a programme runs all its examples; the same files are read once. */
const read = new Map<string, Programme>()
const mostRead = 20

function programmeOf(files: ProgrammeFiles, hash: string): Programme {
  const known = read.get(hash)
  if (known !== undefined) return known
  const found = readProgramme(files)
  if ('problems' in found)
    throw defect('programme-unreadable', `reading the accepted programme ${hash.slice(0, 12)}: ${found.problems[0]?.says ?? ''}`)
  if (read.size >= mostRead) read.clear()
  read.set(hash, found.programme)
  return found.programme
}

export type InForce = { readonly programme: Programme; readonly files: ProgrammeFiles; readonly since?: Date }

/** The rules that decide now: the last accepted, or those that ship. */
export async function programmeInForce({ storage, shipped }: EnrolmentDeps): Promise<InForce> {
  const row = await storage.asTenant({ kind: 'programme' }, newest)
  if (row !== undefined) {
    const files = filesSchema.parse(row.files)
    return { programme: programmeOf(files, row.hash), files, since: row.accepted_at }
  }
  const files = await shipped()
  const found = readProgramme(files)
  if ('problems' in found) throw defect('programme-unreadable', `reading the programme that ships: ${found.problems[0]?.says ?? ''}`)
  return { programme: programmeOf(files, found.programme.hash), files }
}

const newest = (tx: Tx) => tx.selectFrom('programme_version').selectAll().orderBy('accepted_at', 'desc').limit(1).executeTakeFirst()

export type VersionSeen = { readonly hash: string; readonly version: string; readonly programme: string; readonly acceptedAt: Date }

/** Every version that was accepted here, the newest first: published, as the decisions that name them are. */
export const programmeVersions = ({ storage }: EnrolmentDeps): Promise<readonly VersionSeen[]> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    const rows = await tx
      .selectFrom('programme_version')
      .select(['hash', 'version', 'programme', 'accepted_at'])
      .orderBy('accepted_at', 'desc')
      .limit(200)
      .execute()
    return rows.map(({ accepted_at, ...row }) => ({ ...row, acceptedAt: accepted_at }))
  })

/** The files behind a hash, in force or not; undefined when it was never ours. */
export async function programmeByHash(deps: EnrolmentDeps, hash: string): Promise<ProgrammeFiles | undefined> {
  const row = await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('programme_version').select('files').where('hash', '=', hash).executeTakeFirst(),
  )
  if (row !== undefined) return filesSchema.parse(row.files)
  const { programme, files } = await programmeInForce(deps)
  return programme.hash === hash ? files : undefined
}

/** The programme in files that somebody wants to have. Refusal `programme-not-right` with file and line. */
export function triedProgramme(files: ProgrammeFiles): Programme {
  const found = readProgramme(files)
  if ('problems' in found) throw programmeNotRight(found.problems)
  return found.programme
}

/**
 * Puts other rules in force. `before` is the hash that was in force when the operator looked at what changes;
 * refusal `programme-changed` when it is not any more, `programme-not-right`.
 */
export async function acceptProgramme(
  deps: EnrolmentDeps,
  who: Staff,
  { files, before }: { readonly files: ProgrammeFiles; readonly before: string },
): Promise<Programme> {
  const programme = triedProgramme(files)
  const shippedHash = triedProgramme(await deps.shipped()).hash
  await deps.storage.asTenant(who, async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(acceptLock)})`.execute(tx)
    const last = await newest(tx)
    if ((last?.hash ?? shippedHash) !== before) throw programmeChanged()
    // The order of times says which is in force, so no two have the same.
    const acceptedAt = new Date(Math.max(deps.clock.now().getTime(), (last?.accepted_at.getTime() ?? 0) + 1))
    const row = { accepted_at: acceptedAt, accepted_by: who.personId }
    await tx
      .insertInto('programme_version')
      .values({ hash: programme.hash, programme: programme.id, version: programme.version, files: JSON.stringify(files), ...row })
      .onConflict((conflict) => conflict.column('hash').doUpdateSet(row))
      .execute()
    await record(tx, deps.clock, {
      actor: who,
      action: 'programme.accept',
      subject: `programme/${programme.id}`,
      details: { version: programme.version, hash: programme.hash, before },
    })
  })
  return programme
}
