/**
 * The certificate of an erasure: what was erased, when, how many rows of each table, signed with Ed25519 (RFC 8032) by a key of the programme. Whoever holds
 * its address can read it and check it; whose it was is an id that nothing explains any more.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { MembersDeps } from '#members'
import { signingKey, type Vault } from '#secrets'
import type { Erased, Subject } from '#storage'

export type Certified = { readonly id: string; readonly subject: Subject; readonly erasedAt: Date; readonly counts: Erased }

export type Certificate = Certified & {
  /** The very bytes that were signed. */
  readonly signed: string
  /** SHA-256 of them, in hex. */
  readonly hash: string
  /** Base64. */
  readonly signature: string
  /** SPKI, PEM. */
  readonly publicKey: string
  /** False when the row was changed after it was signed. */
  readonly isGenuine: boolean
}

const keyOf = (vault: Vault): KeyObject => signingKey(vault, 'erasure-certificate')

/** One line a fact, in a fixed order, so that anybody can write the same bytes again. */
function textOf({ id, subject, erasedAt, counts }: Certified): string {
  const lines = Object.keys(counts)
    .sort()
    .map((table) => `${table} ${counts[table]}`)
  return [
    'Bellwether certificate of erasure 1',
    `id ${id}`,
    `${subject.kind} ${subject.id}`,
    `erased ${erasedAt.toISOString()}`,
    ...lines,
    '',
  ].join('\n')
}

export const signatureOf = (vault: Vault, certified: Certified): Buffer => sign(null, Buffer.from(textOf(certified)), keyOf(vault))

/** The certificate of that number; undefined when there is none. For everybody: its number is known to nobody who was not given it. */
export async function certificateOf({ storage, vault }: MembersDeps, id: string): Promise<Certificate | undefined> {
  const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('erasure').selectAll().where('id', '=', id).executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const certified = { id, subject: { kind: row.subject_kind, id: row.subject_id }, erasedAt: row.erased_at, counts: readCounts(row.counts) }
  const signed = textOf(certified)
  const key = createPublicKey(keyOf(vault))
  return {
    ...certified,
    signed,
    hash: createHash('sha256').update(signed).digest('hex'),
    signature: row.signature.toString('base64'),
    publicKey: key.export({ format: 'pem', type: 'spki' }).toString(),
    isGenuine: verify(null, Buffer.from(signed), key, row.signature),
  }
}

const readCounts = (counts: unknown): Erased =>
  Object.fromEntries(
    Object.entries(typeof counts === 'object' && counts !== null ? counts : {}).flatMap(([table, count]) =>
      typeof count === 'number' ? [[table, count] as const] : [],
    ),
  )
