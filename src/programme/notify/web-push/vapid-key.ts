/**
 * The key pair by which push services know us again (VAPID, RFC 8292): ECDSA
 * on P-256, made when it is first asked for, its private half sealed. Browsers
 * are subscribed to its public half, so it stays the same for ever.
 */
import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Clock, defect } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'
import { curve } from './encrypt.ts'

const rowName = 'vapid'
const context = 'setting/vapid'
const stored = z.object({ publicKey: z.string(), sealed: z.string() })

export type VapidKey = {
  /** The uncompressed point in base64url: what a browser subscribes with. */
  readonly publicKey: string
  readonly privateKey: KeyObject
}

type Deps = { readonly storage: Storage; readonly vault: Vault; readonly clock: Clock }

/** Reads the key, or makes it. Two processes that ask at once agree on one. */
export async function openVapidKey({ storage, vault, clock }: Deps): Promise<VapidKey> {
  const sealer = await vault.sealer({ kind: 'programme' })
  const read = async (): Promise<VapidKey | undefined> => {
    const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('setting').select('value').where('name', '=', rowName).executeTakeFirst(),
    )
    if (row === undefined) return undefined
    const { publicKey, sealed } = stored.parse(row.value)
    return { publicKey, privateKey: createPrivateKey(sealer.open(Buffer.from(sealed, 'base64'), context)) }
  }
  const found = await read()
  if (found !== undefined) return found
  const { publicKey, privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: curve })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const value = JSON.stringify({
    publicKey: point.toString('base64url'),
    sealed: sealer.seal(privateKey.export({ format: 'pem', type: 'pkcs8' }), context).toString('base64'),
  })
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .insertInto('setting')
      .values({ name: rowName, value, changed_at: clock.now(), changed_by: null })
      .onConflict((held) => held.column('name').doNothing())
      .execute(),
  )
  const made = await read()
  if (made === undefined) throw defect('vapid-key', 'reading the VAPID key: it was written and is not there')
  return made
}
