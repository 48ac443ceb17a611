/** Addresses that are told of enrolment: added with a secret that is shown once, listed, started again, removed. */
import type { Selectable } from 'kysely'
import { record } from '#audit'
import { personOf, type Who } from '#kernel'
import { type Followed, type Following, followed, runsOrganisation } from '#members'
import { type Tables, type Tx, uuid } from '#storage'
import type { WebhooksDeps } from './deps.ts'
import { readEvents, type WebhookEvent } from './events.ts'
import { auditOwner, keyOwnerOf, ownerOf, sealContext } from './owner.ts'
import { hookAddressNotRight, noEvents, tooManyEndpoints } from './refusals.ts'
import { secretBytes, shownSecret } from './sign.ts'

export type EndpointSeen = {
  readonly id: string
  readonly url: string
  readonly events: readonly WebhookEvent[]
  readonly createdAt: Date
  /** `failing` while the newest tries did not arrive; `stopped` when nothing is sent any more. */
  readonly state: 'working' | 'failing' | 'stopped'
  readonly failingSince?: Date
}

const mostEndpoints = 10

/** Https on its usual port: the guarded fetcher looks at where the name leads each time. */
const mayUsually = ({ protocol, port }: URL): boolean => protocol === 'https:' && port === ''

function readUrl(typed: string, mayBe: (url: URL) => boolean): string {
  const url = URL.parse(typed.trim())
  if (url === null || url.username !== '' || url.password !== '' || url.href.length > 2000 || !mayBe(url)) throw hookAddressNotRight()
  url.hash = ''
  return url.href
}

/** Adds one. The secret is nowhere shown again. Refusals `hook-address-not-right`, `no-events`, `too-many-endpoints`. */
export async function addEndpoint(
  { storage, vault, clock, chance, mayBe = mayUsually }: WebhooksDeps,
  who: Who,
  { url, events }: { readonly url: string; readonly events: readonly string[] },
): Promise<{ readonly id: string; readonly secret: string }> {
  const organisationId = ownerOf(who)
  const kept = readUrl(url, mayBe)
  const told = readEvents(organisationId, events)
  if (told.length === 0) throw noEvents()
  const id = uuid()
  const secret = chance(secretBytes)
  const sealed = (await vault.sealer(keyOwnerOf(organisationId))).seal(secret, sealContext(id))
  await storage.asTenant(who, async (tx) => {
    const held = await live(tx, organisationId).select('id').execute()
    if (held.length >= mostEndpoints) throw tooManyEndpoints()
    await tx
      .insertInto('webhook_endpoint')
      .values({
        ...{ id, organisation_id: organisationId, url: kept, events: [...told], sealed, made_by: personOf(who), created_at: clock.now() },
        ...{ failing_since: null, slow_at: null, stopped_at: null, removed_at: null },
      })
      .execute()
    await record(tx, clock, { ...deed(who, 'webhook.add', id), details: { events: told } })
  })
  return { id, secret: shownSecret(secret) }
}

const live = (tx: Tx, organisationId: string | null) =>
  tx
    .selectFrom('webhook_endpoint')
    .where('organisation_id', organisationId === null ? 'is' : '=', organisationId)
    .where('removed_at', 'is', null)

export const deed = (actor: Who, action: string, id: string, organisationId = ownerOf(actor)) => ({
  actor,
  action,
  subject: `webhook/${id}`,
  ...auditOwner(organisationId),
})

/** Those of `who` that follow, by id. */
export const listEndpoints = ({ storage }: WebhooksDeps, who: Who, { after, most }: Following): Promise<Followed<EndpointSeen>> =>
  storage.asTenant(who, async (tx) => {
    const rows = await live(tx, ownerOf(who))
      .selectAll()
      .$if(after !== undefined, (later) => later.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(most + 1)
      .execute()
    return followed(rows.map(seen), most, ({ id }) => id)
  })

/** One of them; undefined when there is none such for `who`. */
export const endpoint = ({ storage }: WebhooksDeps, who: Who, id: string): Promise<EndpointSeen | undefined> =>
  storage.asTenant(who, async (tx) => {
    const row = await live(tx, ownerOf(who)).selectAll().where('id', '=', id).executeTakeFirst()
    return row && seen(row)
  })

function seen(row: Selectable<Tables['webhook_endpoint']>): EndpointSeen {
  const state = row.stopped_at !== null ? 'stopped' : row.failing_since !== null ? 'failing' : 'working'
  return {
    id: row.id,
    url: row.url,
    events: readEvents(row.organisation_id, row.events),
    createdAt: row.created_at,
    state,
    ...(row.failing_since && { failingSince: row.failing_since }),
  }
}

/** Sends again to one that was stopped, from now on. False when there is none such for `who`. */
export const startEndpoint = ({ storage, clock }: WebhooksDeps, who: Who, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    if ((await live(tx, ownerOf(who)).select('id').where('id', '=', id).executeTakeFirst()) === undefined) return false
    const { numUpdatedRows } = await tx
      .updateTable('webhook_endpoint')
      .set({ stopped_at: null, failing_since: null, slow_at: null })
      .where('id', '=', id)
      .where('stopped_at', 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await record(tx, clock, deed(who, 'webhook.start', id))
    return true
  })

/** Takes one away with its secret: one's own, or as the desk an organisation's. What still waited for it is not sent. False when there is none such for `who`. */
export const removeEndpoint = ({ storage, clock }: WebhooksDeps, who: Who, id: string, organisationId = ownerOf(who)): Promise<boolean> =>
  storage.asTenant(organisationId === ownerOf(who) ? who : { kind: 'programme' }, async (tx) => {
    if (organisationId !== null && !runsOrganisation(who, organisationId)) return false
    if ((await live(tx, organisationId).select('id').where('id', '=', id).executeTakeFirst()) === undefined) return false
    await tx
      .updateTable('webhook_endpoint')
      .set({ removed_at: clock.now(), sealed: Buffer.alloc(0) })
      .where('id', '=', id)
      .execute()
    await letGoWaiting(tx, id, 'removed')
    await record(tx, clock, deed(who, 'webhook.remove', id, organisationId))
    return true
  })

/** What waits for an endpoint that is told no more. */
export async function letGoWaiting(tx: Tx, endpointId: string, why: string): Promise<void> {
  await tx
    .updateTable('webhook_delivery')
    .set({ state: 'failed', next_at: null, answered: why })
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'waiting')
    .execute()
}

/** The host of one that was stopped, for the letter about it; undefined when it was started again meanwhile, or removed. */
export async function stoppedHost(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('webhook_endpoint')
    .select('url')
    .where('id', '=', id)
    .where('stopped_at', 'is not', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row && new URL(row.url).host
}
