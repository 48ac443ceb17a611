/**
 * Envelope keys: each organisation, each person and the programme has a data
 * key, wrapped by the key-encryption key. Erasing the data key erases all that
 * it sealed.
 */
import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { defect, hoursMs, type Owner, refusal, setback } from '#kernel'
import { type Storage, type Tx, uuid } from '#storage'
import { type Kek, type KekSource, readKek } from './kek.ts'
import { openWith, sealWith } from './sealing.ts'

export type KeyOwner = Owner | { readonly kind: 'programme' }

/** Seals and opens for one owner; `context` says what the value is (`flagged-message/<id>`) and is bound in. */
export type Sealer = {
  seal(plain: Uint8Array | string, context: string): Buffer
  open(sealed: Buffer, context: string): Buffer
}

export type Vault = {
  /** Loads or makes the owner's data key in a transaction of its own, so call it before asTenant. */
  sealer(owner: KeyOwner): Promise<Sealer>
  /** Loads the data keys of many owners at once, so that `sealer` asks nobody for a while. Those that have none yet are passed over. */
  fetch(owners: readonly KeyOwner[]): Promise<void>
  /** HMAC-SHA-256 under a key derived for `purpose` (HKDF, RFC 5869); the same for ever, unless the programme's key is erased. */
  mac(purpose: string, value: string | Uint8Array): Buffer
  /** Wraps every data key anew; stopped half-way, the next call goes on. Start with the new key afterwards. */
  rotate(to: KekSource): Promise<{ readonly rewrapped: number }>
  /** What this owner sealed can never be opened again. */
  erase(owner: KeyOwner): Promise<void>
}

const nilId = '00000000-0000-0000-0000-000000000000'
/** A key erased by another process is forgotten here within this time. */
const heldMs = hoursMs(1)

const idOf = (owner: KeyOwner): string => (owner.kind === 'programme' ? nilId : owner.id)
const nameOf = (owner: KeyOwner): string => `${owner.kind}/${idOf(owner)}`
const wrapContext = (owner: KeyOwner, kekId: string): string => `data-key/${nameOf(owner)}/${kekId}`

/** A key object: for bytes, Node finds out at each use that they are none, which takes longer than the use. */
type Held = { readonly key: KeyObject; readonly untilMs: number }

/** Opens the vault. Refusal `kek-does-not-fit` when the database was sealed under another key. */
export async function openVault(storage: Storage, source: KekSource): Promise<Vault> {
  const kek = readKek(source, { mayMake: !(await isSealed(storage)) })
  const held = new Map<string, Held>()
  // While it runs, a rotation by another process is no reason to give up work: it waits for the next start.
  let unfit: typeof refusal | typeof setback = refusal

  async function keyOf(owner: KeyOwner): Promise<KeyObject> {
    const name = nameOf(owner)
    const found = held.get(name)
    if (found && found.untilMs > Date.now()) return found.key
    const key = createSecretKey(await loadOrMake(storage, kek, { owner, unfit }))
    held.set(name, { key, untilMs: Date.now() + heldMs })
    return key
  }

  const sealer = async (owner: KeyOwner): Promise<Sealer> => {
    const key = await keyOf(owner)
    const name = nameOf(owner)
    return {
      seal: (plain, context) => sealWith(key, plain, `${name}/${context}`),
      open: (sealed, context) => openWith(key, sealed, `${name}/${context}`),
    }
  }

  async function fetch(owners: readonly KeyOwner[]): Promise<void> {
    const now = Date.now()
    const missing = new Map(owners.filter((owner) => (held.get(nameOf(owner))?.untilMs ?? 0) <= now).map((owner) => [nameOf(owner), owner]))
    if (missing.size === 0) return
    const ids = [...missing.values()].map(idOf)
    const rows = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('data_key').select(['owner_kind', 'owner_id', 'wrapped', 'kek_id']).where('owner_id', 'in', ids).execute(),
    )
    for (const row of rows) {
      const owner = missing.get(nameOf(ownerOf(row.owner_kind, row.owner_id)))
      if (owner === undefined || row.kek_id !== kek.id) continue
      const key = createSecretKey(openWith(kek.key, row.wrapped, wrapContext(owner, kek.id)))
      held.set(nameOf(owner), { key, untilMs: now + heldMs })
    }
  }

  const root = await keyOf({ kind: 'programme' })
  unfit = setback
  const macKeys = new Map<string, KeyObject>()
  const macKey = (purpose: string): KeyObject => {
    const key = macKeys.get(purpose) ?? createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `mac/${purpose}`, 32)))
    macKeys.set(purpose, key)
    return key
  }

  return {
    sealer,
    fetch,
    mac: (purpose, value) => createHmac('sha256', macKey(purpose)).update(value).digest(),
    rotate: async (to) => ({ rewrapped: await rotateKeys(storage, kek, readKek(to)) }),
    erase: async (owner) => {
      if (owner.kind === 'programme') throw defect('programme-key', 'erasing a data key: the programme needs its own')
      held.delete(nameOf(owner))
      await storage.asTenant({ kind: 'programme' }, (tx) =>
        tx.deleteFrom('data_key').where('owner_kind', '=', owner.kind).where('owner_id', '=', idOf(owner)).execute(),
      )
    },
  }
}

/** Whether anything was ever sealed in this database. */
async function isSealed(storage: Storage): Promise<boolean> {
  const row = await storage.asTenant({ kind: 'programme' }, (tx) => tx.selectFrom('data_key').select('id').limit(1).executeTakeFirst())
  return row !== undefined
}

type Wanted = { readonly owner: KeyOwner; readonly unfit: typeof refusal | typeof setback }

async function loadOrMake(storage: Storage, kek: Kek, { owner, unfit }: Wanted): Promise<Buffer> {
  const row = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const fresh = { id: uuid(), owner_kind: owner.kind, owner_id: idOf(owner), kek_id: kek.id, created_at: new Date() }
    const find = () =>
      tx
        .selectFrom('data_key')
        .select(['wrapped', 'kek_id'])
        .where('owner_kind', '=', owner.kind)
        .where('owner_id', '=', idOf(owner))
        .executeTakeFirst()
    const found = await find()
    if (found) return found
    await refuseOldKek(tx, kek, unfit)
    await tx
      .insertInto('data_key')
      .values({ ...fresh, wrapped: sealWith(kek.key, randomBytes(32), wrapContext(owner, kek.id)) })
      .onConflict((same) => same.columns(['owner_kind', 'owner_id']).doNothing())
      .execute()
    return find()
  })
  if (!row) throw defect('no-data-key', `making the data key of ${nameOf(owner)}: it is not there`)
  if (row.kek_id !== kek.id) throw doesNotFit(unfit, row.kek_id, kek)
  return openWith(kek.key, row.wrapped, wrapContext(owner, kek.id))
}

/** A process that still holds the key of before a rotation must not wrap new ones with it; the lock makes a rotation wait for us. */
async function refuseOldKek(tx: Tx, kek: Kek, unfit: Wanted['unfit']): Promise<void> {
  const programme = await tx.selectFrom('data_key').select('kek_id').where('owner_kind', '=', 'programme').forShare().executeTakeFirst()
  if (programme && programme.kek_id !== kek.id) throw doesNotFit(unfit, programme.kek_id, kek)
}

const doesNotFit = (unfit: Wanted['unfit'], sealedUnder: string, kek: Kek) =>
  unfit(
    'kek-does-not-fit',
    `The database is sealed under the key ${sealedUnder}, and the key given is ${kek.id}: name the right key file or command, and start again.`,
  )

const ownerOf = (kind: 'organisation' | 'person' | 'programme', id: string): KeyOwner => (kind === 'programme' ? { kind } : { kind, id })

/** A hundred keys a transaction; rows already under the new key are passed over. The programme's own goes last. */
async function rotateKeys(storage: Storage, from: Kek, to: Kek): Promise<number> {
  if (from.id === to.id) return 0
  let rewrapped = 0
  for (;;) {
    const done = await storage.asTenant({ kind: 'programme' }, async (tx) => {
      const rows = await tx
        .selectFrom('data_key')
        .selectAll()
        .where('kek_id', '=', from.id)
        .orderBy('owner_kind')
        .limit(100)
        .forUpdate()
        .execute()
      for (const row of rows) {
        const owner = ownerOf(row.owner_kind, row.owner_id)
        const key = openWith(from.key, row.wrapped, wrapContext(owner, from.id))
        await tx
          .updateTable('data_key')
          .set({ wrapped: sealWith(to.key, key, wrapContext(owner, to.id)), kek_id: to.id })
          .where('id', '=', row.id)
          .execute()
      }
      return rows.length
    })
    if (done === 0) return rewrapped
    rewrapped += done
  }
}
