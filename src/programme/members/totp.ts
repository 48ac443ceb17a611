/** A person's authenticator apps: begun, confirmed by a first code, named, removed; and their codes, each of which is taken once. */
import { record } from '#audit'
import type { Who } from '#kernel'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import type { MembersDeps, Site } from './deps.ts'
import { meOf } from './me.ts'
import { newOtpSecret, otpAddress, stepOfCode } from './otp.ts'
import { tooManyApps, tooManyTries, wrongAppCode } from './refusals.ts'
import { endOtherSessions } from './sessions.ts'
import { tellOfSignIn } from './sign-in-news.ts'
import type { Limit } from './slow-down.ts'
import { hasMoreThanMail, waysOf } from './ways.ts'

export type AppSeen = { readonly id: string; readonly name: string; readonly createdAt: Date; readonly lastUsedAt?: Date }
export type AppToConfirm = {
  readonly id: string
  /** Base32, for typing. */
  readonly secret: string
  /** `otpauth://totp/…`, for the square. */
  readonly address: string
}

const mostApps = 5
const contextOf = (id: string): string => `totp/${id}`
const nameOf = (typed: string): string => typed.normalize('NFC').trim().slice(0, 80)

/** Confirmed apps, oldest first. */
export async function apps({ storage }: MembersDeps, who: Who): Promise<readonly AppSeen[]> {
  const personId = meOf(who)
  const rows = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .selectFrom('totp')
      .selectAll()
      .where('person_id', '=', personId)
      .where('confirmed_at', 'is not', null)
      .orderBy('created_at')
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
  }))
}

/** Makes a secret that waits for its first code; one that waited before is forgotten. Refusal `too-many-apps`. */
export async function beginApp(deps: MembersDeps, who: Who, name: string): Promise<{ readonly id: string }> {
  const personId = meOf(who)
  const sealer = await deps.vault.sealer({ kind: 'person', id: personId })
  const [id, secret] = [uuid(), await newOtpSecret(deps.chance)]
  await deps.storage.asTenant({ kind: 'person', personId }, async (tx) => {
    await tx.deleteFrom('totp').where('person_id', '=', personId).where('confirmed_at', 'is', null).execute()
    const held = await tx.selectFrom('totp').select('id').where('person_id', '=', personId).execute()
    if (held.length >= mostApps) throw tooManyApps()
    await tx
      .insertInto('totp')
      .values({
        id,
        person_id: personId,
        name: nameOf(name),
        sealed: sealer.seal(secret, contextOf(id)),
        created_at: deps.clock.now(),
      })
      .execute()
  })
  return { id }
}

/** The secret that waits, for the page that shows it; undefined once it is confirmed. Changes nothing. */
export async function appToConfirm(deps: MembersDeps, site: Site, who: Who, id: string): Promise<AppToConfirm | undefined> {
  const personId = meOf(who)
  const sealer = await deps.vault.sealer({ kind: 'person', id: personId })
  const row = await deps.storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .selectFrom('totp')
      .innerJoin('person', 'person.id', 'totp.person_id')
      .select(['totp.sealed', 'person.name'])
      .where('totp.id', '=', id)
      .where('totp.person_id', '=', personId)
      .where('totp.confirmed_at', 'is', null)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const secret = sealer.open(row.sealed, contextOf(id)).toString()
  return { id, secret, address: await otpAddress(site.name, row.name, secret) }
}

/**
 * Takes the first code, and from then on the app is a way in. Whoever came in by the mailbox alone before there was more ends here, but for
 * the session that asks. False when it is not waiting; refusals `wrong-app-code`, `too-many-tries` by person.
 */
export async function confirmApp(
  deps: MembersDeps,
  limit: Limit,
  who: Who,
  { id, code, name, session }: { readonly id: string; readonly code: string; readonly name: string; readonly session?: string | undefined },
): Promise<boolean> {
  const personId = meOf(who)
  if ((await limit.count(personId)) > 0) throw tooManyTries()
  const sealer = await deps.vault.sealer({ kind: 'person', id: personId })
  return deps.storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const row = await tx
      .selectFrom('totp')
      .select('sealed')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('confirmed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return false
    const step = await stepOfCode(deps.clock, { secret: sealer.open(row.sealed, contextOf(id)).toString(), code, takenStep: null })
    if (step === undefined) throw wrongAppCode()
    const now = deps.clock.now()
    if (!hasMoreThanMail(await waysOf(tx, personId))) await endOtherSessions(tx, deps.clock, { personId, session })
    await tx
      .updateTable('totp')
      .set({ confirmed_at: now, last_step: step, ...(nameOf(name) !== '' && { name: nameOf(name) }) })
      .where('id', '=', id)
      .execute()
    await tellOfSignIn(tx, { personId, news: 'app-added' })
    await record(tx, deps.clock, recorded(who, personId, 'app.add'))
    return true
  })
}

export async function renameApp({ storage }: MembersDeps, who: Who, id: string, name: string): Promise<boolean> {
  const personId = meOf(who)
  const { numUpdatedRows } = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .updateTable('totp')
      .set({ name: nameOf(name) })
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}

/** Removes it, and ends every session but the one that asks. */
export async function removeApp(deps: MembersDeps, who: Who, id: string, session?: string): Promise<boolean> {
  const personId = meOf(who)
  return deps.storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('totp')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('confirmed_at', 'is not', null)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await endOtherSessions(tx, deps.clock, { personId, session })
    await tellOfSignIn(tx, { personId, news: 'app-removed' })
    await record(tx, deps.clock, recorded(who, personId, 'app.remove'))
    return true
  })
}

const recorded = (actor: Who, personId: string, action: string) => ({
  actor,
  action,
  subject: `person/${personId}`,
  owner: { kind: 'person', id: personId } as const,
})

/** Takes a code of one of the person's apps, in the programme's transaction; false when it is wrong, or was taken before. */
export async function takeAppCode(
  tx: Tx,
  { clock, sealer }: Pick<MembersDeps, 'clock'> & { readonly sealer: Awaited<ReturnType<Vault['sealer']>> },
  { personId, code }: { readonly personId: string; readonly code: string },
): Promise<boolean> {
  // Locked: two browsers with one code at one moment are one sign-in.
  const rows = await tx
    .selectFrom('totp')
    .select(['id', 'sealed', 'last_step'])
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .execute()
  for (const row of rows) {
    const secret = sealer.open(row.sealed, contextOf(row.id)).toString()
    const step = await stepOfCode(clock, { secret, code, takenStep: row.last_step })
    if (step === undefined) continue
    await tx.updateTable('totp').set({ last_step: step, last_used_at: clock.now() }).where('id', '=', row.id).execute()
    return true
  }
  return false
}
