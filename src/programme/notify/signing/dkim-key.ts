/**
 * The keys that sign our letters (DKIM, RFC 6376), made at the first start,
 * their private halves sealed: RSA of 2048 bits, which every receiver reads
 * (RFC 8301 §3.1 asks for no less), and Ed25519 beside it (RFC 8463), which
 * stays when RSA does not. A receiver that knows only one reads only that one.
 */
import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { type Clock, defect } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'

const dkimAlgorithms = ['rsa', 'ed25519'] as const
type Algorithm = (typeof dkimAlgorithms)[number]

const rowNames: Readonly<Record<Algorithm, string>> = { rsa: 'dkim', ed25519: 'dkim-ed25519' }
const selectors: Readonly<Record<Algorithm, string>> = { rsa: 'bellwether', ed25519: 'bellwether-ed' }
const stored = z.object({ selector: z.string(), publicKey: z.string(), sealed: z.string() })

export type DkimKey = {
  readonly algorithm: Algorithm
  readonly selector: string
  /** Read once: reading it costs more than signing with it. */
  readonly privateKey: KeyObject
  /** The DNS record that lets receivers trust letters from `domain`. */
  readonly record: (domain: string) => { readonly name: string; readonly value: string }
}

type Deps = { readonly storage: Storage; readonly vault: Vault; readonly clock: Clock }

/** Reads the keys, or makes them: RSA first. Two processes that start at once agree. */
export const openDkimKeys = (deps: Deps): Promise<readonly DkimKey[]> =>
  Promise.all(dkimAlgorithms.map((algorithm) => openDkimKey(deps, algorithm)))

async function openDkimKey({ storage, vault, clock }: Deps, algorithm: Algorithm): Promise<DkimKey> {
  const sealer = await vault.sealer({ kind: 'programme' })
  const name = rowNames[algorithm]
  const context = `setting/${name}`
  const read = async (): Promise<DkimKey | undefined> => {
    const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst(),
    )
    if (row === undefined) return undefined
    const { selector, publicKey, sealed } = stored.parse(row.value)
    return {
      algorithm,
      selector,
      privateKey: createPrivateKey(sealer.open(Buffer.from(sealed, 'base64'), context)),
      record: (domain) => ({ name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=${algorithm}; p=${publicKey}` }),
    }
  }
  const found = await read()
  if (found !== undefined) return found
  const { publicKey, privateKey } = await makePair(algorithm)
  const now = clock.now()
  const value = JSON.stringify({
    selector: `${selectors[algorithm]}-${now.toISOString().slice(0, 7).replace('-', '')}`,
    publicKey: publicKey.toString('base64'),
    sealed: sealer.seal(privateKey, context).toString('base64'),
  })
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .insertInto('setting')
      .values({ name, value, changed_at: now, changed_by: null })
      .onConflict((held) => held.column('name').doNothing())
      .execute(),
  )
  const made = await read()
  if (made === undefined) throw defect('dkim-key', 'reading the DKIM key: it was written and is not there')
  return made
}

/** The public half as its record holds it. */
async function makePair(algorithm: Algorithm): Promise<{ readonly publicKey: Buffer; readonly privateKey: string }> {
  const made =
    algorithm === 'rsa' ? await promisify(generateKeyPair)('rsa', { modulusLength: 2048 }) : await promisify(generateKeyPair)('ed25519')
  const publicKey = made.publicKey.export({ type: 'spki', format: 'der' })
  return {
    // RFC 8463 §4.2 publishes the 32 bytes alone; they end the structure of RFC 8410 §4.
    publicKey: algorithm === 'rsa' ? publicKey : publicKey.subarray(-32),
    privateKey: made.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
