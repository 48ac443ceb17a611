/** The log as staff read it: newest first, by the page. Policies decide which entries `tx` sees. */
import type { Tx } from '#storage'

export type AuditEntrySeen = {
  readonly seq: number
  readonly at: Date
  /** The person's name, `the programme`, or the name of a token that a program holds. */
  readonly actor: string
  readonly action: string
  readonly subject: string
  /** How many rows were carried out or in, where the entry says it. */
  readonly rows?: number
}

export async function auditEntries(
  tx: Tx,
  { search, limit, offset }: { readonly search: string; readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly AuditEntrySeen[]; readonly total: number }> {
  const wanted = `%${search
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&')}%`
  const matching = tx
    .selectFrom('audit_entry')
    .leftJoin('person', 'person.id', 'audit_entry.actor')
    .leftJoin('api_token', 'api_token.id', 'audit_entry.actor')
    .where((where) =>
      where.or([
        where('action', 'ilike', wanted),
        where('subject', 'ilike', wanted),
        where('person.name', 'ilike', wanted),
        where('api_token.name', 'ilike', wanted),
      ]),
    )
  const { total } = await matching.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .select([
      'audit_entry.seq',
      'audit_entry.at',
      'audit_entry.actor',
      'person.name',
      'api_token.name as program',
      'audit_entry.action',
      'audit_entry.subject',
      'audit_entry.details',
    ])
    .orderBy('audit_entry.seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return {
    total: Number(total),
    rows: rows.map((row) => ({
      seq: row.seq,
      at: row.at,
      actor: actorOf(row),
      action: row.action,
      subject: row.subject,
      ...rowsIn(row.details),
    })),
  }
}

function actorOf({ name, program, actor }: { name: string | null; program: string | null; actor: string | null }): string {
  if (program !== null) return `the program “${program}”`
  return name ?? (actor === null ? 'the programme' : 'somebody')
}

function rowsIn(details: unknown): { readonly rows?: number } {
  const rows: unknown = Object(details).rows
  return typeof rows === 'number' ? { rows } : {}
}
