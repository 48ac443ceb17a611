/**
 * What an auditor reads of the programme's decisions. Every query is asked as the auditor, so the policies hold: no
 * person's mail, account or address is in any of these, and nothing here is written.
 */
import { sql } from 'kysely'
import { type AuditEntrySeen, auditEntries } from '#audit'
import type { Auditor } from '#kernel'
import { before, type MembersDeps, type Paged, paged, pageSize } from '#members'
import { listOf, textOf } from './json.ts'

type Deps = Pick<MembersDeps, 'storage'>
type PageAsked = { readonly page: number }

/** The end of the chain beside its entries: who notes number and hash down can tell later whether it was rewritten. */
export type AuditedLog = { readonly head: { readonly seq: number; readonly hash: string }; readonly entries: Paged<AuditEntrySeen> }

export const auditedLog = (
  { storage }: Deps,
  who: Auditor,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<AuditedLog> =>
  storage.asTenant(who, async (tx) => {
    const head = await tx.selectFrom('audit_mark').select(['seq', 'hash']).where('place', '=', 'head').executeTakeFirstOrThrow()
    const { rows, total } = await auditEntries(tx, { search, limit: pageSize, offset: before(page) })
    return { head: { seq: head.seq, hash: head.hash.toString('hex') }, entries: paged(rows, total, page) }
  })

export type AuditedApplication = {
  readonly id: string
  readonly state: string
  readonly domain: string
  readonly points: number
  /** Kinds of doubt, as the code names them. */
  readonly doubts: readonly string[]
  readonly opinions: readonly { readonly says: string; readonly reason: string; readonly by: string }[]
  /** The version of the rules it was decided by; empty before that. */
  readonly rules: string
  readonly submittedAt: Date
  readonly decidedAt?: Date
}

type ApplicationRow = {
  readonly id: string
  readonly state: string
  readonly domain: string
  readonly points: number
  readonly reasons: unknown
  readonly programme: unknown
  readonly opinions: unknown
  readonly submitted_at: Date
  readonly decided_at: Date | null
}

/** The newest first. */
export const auditedApplications = ({ storage }: Deps, who: Auditor, { page }: PageAsked): Promise<Paged<AuditedApplication>> =>
  storage.asTenant(who, async (tx) => {
    const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from bellwether.audited_applications()`.execute(tx)
    const { rows } = await sql<ApplicationRow>`select * from bellwether.audited_applications()
      order by submitted_at desc, id limit ${pageSize} offset ${before(page)}`.execute(tx)
    const staff = await tx.selectFrom('person').select(['id', 'name']).execute()
    const names = new Map(staff.map(({ id, name }) => [id, name]))
    const seen = rows.map(
      ({ id, state, domain, points, reasons, programme, opinions, submitted_at, decided_at }): AuditedApplication => ({
        ...{ id, state, domain, points, submittedAt: submitted_at, ...(decided_at !== null && { decidedAt: decided_at }) },
        doubts: listOf(reasons).map((one) => textOf(one, 'kind') || textOf(one, 'code')),
        opinions: listOf(opinions).map((one) => ({
          says: textOf(one, 'says'),
          reason: textOf(one, 'reason'),
          by: names.get(textOf(one, 'by')) ?? 'somebody',
        })),
        rules: textOf(programme, 'version'),
      }),
    )
    return paged(seen, counted[0]?.total ?? 0, page)
  })

export type AuditedVersion = { readonly hash: string; readonly version: string; readonly programme: string; readonly acceptedAt: Date }

export const auditedVersions = ({ storage }: Deps, who: Auditor): Promise<readonly AuditedVersion[]> =>
  storage.asTenant(who, async (tx) => {
    const rows = await tx
      .selectFrom('programme_version')
      .select(['hash', 'version', 'programme', 'accepted_at as acceptedAt'])
      .orderBy('accepted_at', 'desc')
      .limit(500)
      .execute()
    return rows
  })

export type AuditedValue = {
  readonly organisation: string
  readonly givenOn: string
  readonly what: string
  readonly law: string
  readonly currency: string
  readonly minorUnits: number
  readonly struckOut: boolean
}

/** The ledger of every organisation, the newest first, with what was struck out. */
export const auditedValue = ({ storage }: Deps, who: Auditor, { page }: PageAsked): Promise<Paged<AuditedValue>> =>
  storage.asTenant(who, async (tx) => {
    const found = tx.selectFrom('value_entry').innerJoin('organisation', 'organisation.id', 'value_entry.organisation_id')
    const { total } = await found.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .select(['organisation.name', 'given_on', 'what', 'law', 'currency', 'minor_units', 'removed_at'])
      .orderBy('given_on', 'desc')
      .orderBy('value_entry.id')
      .limit(pageSize)
      .offset(before(page))
      .execute()
    const seen = rows.map(({ name, given_on, minor_units, removed_at, what, law, currency }) => ({
      ...{ organisation: name, givenOn: given_on, what, law, currency },
      minorUnits: Number(minor_units),
      struckOut: removed_at !== null,
    }))
    return paged(seen, Number(total), page)
  })

export type AuditedRegister = { readonly name: string; readonly country: string; readonly entries: number; readonly addedAt: Date }

export const auditedRegisters = ({ storage }: Deps, who: Auditor): Promise<readonly AuditedRegister[]> =>
  storage.asTenant(who, (tx) =>
    tx
      .selectFrom('register')
      .select(['name', 'country', 'entries', 'added_at as addedAt'])
      .orderBy('country')
      .orderBy('name')
      .limit(1000)
      .execute(),
  )

export type AuditedConsent = {
  readonly purpose: string
  readonly version: string
  /** In force now, and taken back. */
  readonly given: number
  readonly withdrawn: number
}

export const auditedConsents = ({ storage }: Deps, who: Auditor): Promise<readonly AuditedConsent[]> =>
  storage.asTenant(who, async (tx) => {
    const { rows } = await sql<AuditedConsent>`
      select purpose, version, given::int, withdrawn::int from bellwether.audited_consents()`.execute(tx)
    return rows
  })
