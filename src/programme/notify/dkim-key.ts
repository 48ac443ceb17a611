/**
 * The key that signs our letters (DKIM, RFC 6376): RSA of 2048 bits, made at
 * the first start, its private half sealed. RFC 8301 §3.1 asks for no less.
 */
import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Clock, defect } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'

const rowName = 'dkim'
const context = 'setting/dkim'
const stored = z.object({ selector: z.string(), publicKey: z.string(), sealed: z.string() })

export type DkimKey = {
  readonly selector: string
  readonly privateKey: string
  /** The DNS record that lets receivers trust letters from `domain`. */
  readonly record: (domain: string) => { readonly name: string; readonly value: string }
}

/** Reads the key, or makes it. Two processes that start at once agree on one. */
export async function openDkimKey({
  storage,
  vault,
  clock,
}: {
  readonly storage: Storage
  readonly vault: Vault
  readonly clock: Clock
}): Promise<DkimKey> {
  const sealer = await vault.sealer({ kind: 'programme' })
  const read = async (): Promise<DkimKey | undefined> => {
    const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('setting').select('value').where('name', '=', rowName).executeTakeFirst(),
    )
    if (row === undefined) return undefined
    const { selector, publicKey, sealed } = stored.parse(row.value)
    return {
      selector,
      privateKey: sealer.open(Buffer.from(sealed, 'base64'), context).toString('utf8'),
      record: (domain) => ({ name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${publicKey}` }),
    }
  }
  const found = await read()
  if (found !== undefined) return found
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const now = clock.now()
  const value = JSON.stringify({
    selector: `bellwether-${now.toISOString().slice(0, 7).replace('-', '')}`,
    publicKey: publicKey.toString('base64'),
    sealed: sealer.seal(privateKey, context).toString('base64'),
  })
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .insertInto('setting')
      .values({ name: rowName, value, changed_at: now, changed_by: null })
      .onConflict((held) => held.column('name').doNothing())
      .execute(),
  )
  const made = await read()
  if (made === undefined) throw defect('dkim-key', 'reading the DKIM key: it was written and is not there')
  return made
}
