/** Erases a person or an organisation, as the owner of the database and in one transaction: every table by its rule, or none. */
import pg from 'pg'
import { refusal } from '#kernel'
import { troubleOf } from './database-trouble.ts'
import { type EraseRule, organisationRules, personRules } from './erase-rules.ts'
import type { Storage } from './open-storage.ts'

export type Subject = { readonly kind: 'person' | 'organisation'; readonly id: string }
/** How many rows of each table went or were emptied; tables without one are not named. */
export type Erased = Readonly<Record<string, number>>

/** What stands in the certificate beside the counts, made when these are known. */
export type Certify = (erased: Erased) => { readonly id: string; readonly erasedAt: Date; readonly signature: Buffer }

/** The certificate is written with the last row. Refusal `no-owner-url` without the owner's URL. */
export async function eraseSubject(storage: Pick<Storage, 'ownerUrl'>, { kind, id }: Subject, certify: Certify): Promise<Erased> {
  if (!storage.ownerUrl) throw refusal('no-owner-url', 'Erasing is done as the owner of the database: set DATABASE_OWNER_URL.')
  const owner = new pg.Client({
    connectionString: storage.ownerUrl,
    application_name: 'bellwether erasure',
    connectionTimeoutMillis: 10_000,
  })
  owner.on('error', () => undefined)
  const erased: Record<string, number> = {}
  try {
    await owner.connect()
    await owner.query('begin')
    // The owner, too, is under the policies.
    await owner.query("select set_config('bellwether.kind', 'programme', true)")
    for (const rule of kind === 'person' ? personRules : organisationRules) {
      const statement = statementOf(rule)
      const { rowCount } = statement === undefined ? { rowCount: 0 } : await owner.query(statement, [id])
      if (rowCount) erased[rule.table] = (erased[rule.table] ?? 0) + rowCount
    }
    const certificate = certify(erased)
    await owner.query(
      'insert into bellwether.erasure (id, subject_kind, subject_id, erased_at, counts, signature) values ($1, $2, $3, $4, $5, $6)',
      [certificate.id, kind, id, certificate.erasedAt, JSON.stringify(erased), certificate.signature],
    )
    await owner.query('commit')
    return erased
  } catch (cause) {
    await owner.query('rollback').catch(() => undefined)
    throw troubleOf(cause)
  } finally {
    await owner.end().catch(() => undefined)
  }
}

function statementOf(rule: EraseRule): string | undefined {
  if ('stays' in rule) return undefined
  const table = `bellwether.${rule.table}`
  return 'gone' in rule ? `delete from ${table} where ${rule.gone}` : `update ${table} set ${rule.becomes} where ${rule.where}`
}
