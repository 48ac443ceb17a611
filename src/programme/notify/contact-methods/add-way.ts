/** A person adds a telephone, which is proven by the digits that are sent there, or the browser at hand, which shows by itself that it is there. */
import type { Who } from '#kernel'
import type { Sealer } from '#secrets'
import { type Tx, uuid } from '#storage'
import type { Channel } from '../channels/channel.ts'
import { hashOfAddress, openAddress, sealAddress } from '../contact-address.ts'
import { readSubscription } from '../web-push/subscription.ts'
import { type ContactDeps, meOf, type OwnChannel, type PhoneChannel } from './deps.ts'
import { note, noteAndTell } from './note.ts'
import { askForProof } from './proof.ts'
import { browserNotValid, numberNotValid, tooManyDigits, tooManyWays, wayAlreadyThere, wayNotSetUp } from './refusals.ts'

const mostWays = 10

type Phone = { readonly channel: PhoneChannel; readonly number: string }

/** Sends the digits. Refusals `number-not-valid`, `way-not-set-up`, `way-already-there`, `too-many-ways`, `too-many-digits`. */
export async function addPhone(deps: ContactDeps, who: Who, { channel: name, number }: Phone): Promise<{ readonly id: string }> {
  const personId = meOf(who)
  const channel = await channelOf(deps, name)
  const address = channel.readAddress(number)
  if (address === undefined) throw numberNotValid()
  const sealer = await deps.vault.sealer({ kind: 'person', id: personId })
  await countDigits(deps, { personId, addressHash: hashOfAddress(deps.vault, name, address) })
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const held = await hold(tx, deps, { personId, channel: name, address })
    if (held !== undefined && held.proven_at !== null && held.gone_since === null) throw wayAlreadyThere()
    const id = held?.id ?? (await insert(tx, deps, { personId, channel: name, address, sealer, masked: channel.masked(address) }))
    await askForProof(tx, deps, id)
    await note(tx, deps.clock, { who, personId, id, channel: name, what: 'ask' })
    return { id }
  })
}

type Browser = {
  /** As the browser's PushSubscription says it, in JSON. */
  readonly subscription: string
  /** How its owner knows it again: `Firefox, Windows`. */
  readonly knownAs: string | undefined
}

/** Adding the same browser twice is one way. Refusals `browser-not-valid`, `way-not-set-up`, `too-many-ways`. */
export async function addBrowser(deps: ContactDeps, who: Who, { subscription, knownAs }: Browser): Promise<void> {
  const personId = meOf(who)
  const channel = await channelOf(deps, 'push')
  const address = channel.readAddress(subscription)
  if (address === undefined) throw browserNotValid()
  const sealer = await deps.vault.sealer({ kind: 'person', id: personId })
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const held = await hold(tx, deps, { personId, channel: 'push', address })
    if (held !== undefined && held.gone_since === null) return
    const id =
      held?.id ?? (await insert(tx, deps, { personId, channel: 'push', address, sealer, masked: knownAs ?? channel.masked(address) }))
    await tx.updateTable('contact_method').set({ proven_at: deps.clock.now(), gone_since: null }).where('id', '=', id).execute()
    await noteAndTell(tx, deps.clock, { who, personId, id, channel: 'push', what: 'add' })
  })
}

type Renewed = { readonly oldEndpoint: string; readonly subscription: string }

/**
 * A browser that was given another address by its push service. Only who knows the old address, which nobody but that
 * browser does, puts another in its place. False when there is none of this person.
 */
export async function renewBrowser(deps: ContactDeps, who: Who, { oldEndpoint, subscription }: Renewed): Promise<boolean> {
  const personId = meOf(who)
  const address = (await channelOf(deps, 'push')).readAddress(subscription)
  if (address === undefined) throw browserNotValid()
  const sealer = await deps.vault.sealer({ kind: 'person', id: personId })
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const known = await hold(tx, deps, { personId, channel: 'push', address })
    const browsers = await tx
      .selectFrom('contact_method')
      .select(['id', 'sealed'])
      .where('person_id', '=', personId)
      .where('organisation_id', 'is', null)
      .where('channel', '=', 'push')
      .where('removed_at', 'is', null)
      .execute()
    const old = browsers.find(({ id, sealed }) => readSubscription(openAddress(sealer, id, sealed))?.endpoint === oldEndpoint)
    if (old === undefined) return false
    if (known !== undefined) return true
    await tx
      .updateTable('contact_method')
      .set({ sealed: sealAddress(sealer, old.id, address), address_hash: hashOfAddress(deps.vault, 'push', address), gone_since: null })
      .where('id', '=', old.id)
      .execute()
    await note(tx, deps.clock, { who, personId, id: old.id, channel: 'push', what: 'renew' })
    return true
  })
}

/** Refusal `way-not-set-up`. */
export async function channelOf({ channels }: ContactDeps, name: OwnChannel): Promise<Channel> {
  const channel = channels.find((one) => one.name === name)
  if (channel === undefined || !(await channel.isSetUp())) throw wayNotSetUp()
  return channel
}

/** Refusal `too-many-digits`. */
export async function countDigits(
  { limit }: ContactDeps,
  { personId, addressHash }: { readonly personId: string; readonly addressHash: Buffer },
): Promise<void> {
  const waits = await Promise.all([limit.count(personId), limit.count(addressHash.toString('base64url'))])
  if (Math.max(...waits) > 0) throw tooManyDigits()
}

type Held = { readonly personId: string; readonly channel: OwnChannel; readonly address: string }

/** Holds the person's list until `tx` ends, so that two forms at once add no more than one may. */
async function hold(tx: Tx, { vault }: ContactDeps, { personId, channel, address }: Held) {
  await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().executeTakeFirst()
  return tx
    .selectFrom('contact_method')
    .select(['id', 'proven_at', 'gone_since'])
    .where('person_id', '=', personId)
    .where('organisation_id', 'is', null)
    .where('channel', '=', channel)
    .where('address_hash', '=', hashOfAddress(vault, channel, address))
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

type Inserted = Held & { readonly sealer: Sealer; readonly masked: string }

async function insert(tx: Tx, { vault, clock }: ContactDeps, { personId, channel, address, sealer, masked }: Inserted): Promise<string> {
  const { held } = await tx
    .selectFrom('contact_method')
    .select((columns) => columns.fn.countAll<string>().as('held'))
    .where('person_id', '=', personId)
    .where('organisation_id', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(held) >= mostWays) throw tooManyWays()
  const id = uuid()
  await tx
    .insertInto('contact_method')
    .values({
      ...{ id, person_id: personId, organisation_id: null, channel, masked, created_at: clock.now() },
      ...{ sealed: sealAddress(sealer, id, address), address_hash: hashOfAddress(vault, channel, address) },
      ...{ proof_hash: null, proof_sent_at: null, proven_at: null, gone_since: null, removed_at: null },
    })
    .execute()
  return id
}
