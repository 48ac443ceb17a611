/** The handler of members' `tell-of-enrolment` task: writes a delivery for each endpoint that is told of what happened. Running twice tells once. */
import { z } from 'zod'
import { enqueue } from '#jobs'
import type { Clock } from '#kernel'
import { type Storage, type Tx, uuid } from '#storage'
import { programmeEvents } from './events.ts'
import { laneOf, sendJob } from './send-job.ts'

const id = z.uuid()
const happenedSchema = z.discriminatedUnion('event', [
  z.object({
    id,
    event: z.literal('application.decided'),
    applicationId: id,
    decision: z.enum(['accepted', 'refused']),
    organisationId: id.exactOptional(),
  }),
  z.object({ id, event: z.literal('organisation.joined'), organisationId: id }),
  z.object({ id, event: z.enum(['person.invited', 'person.joined', 'person.left']), organisationId: id, personId: id }),
  z.object({
    id,
    event: z.literal('consent.changed'),
    organisationId: id,
    personId: id,
    consent: z.literal('organisation-is-told'),
    state: z.enum(['given', 'withdrawn']),
  }),
])
type Happened = z.infer<typeof happenedSchema>
const payloadSchema = z.object({ at: z.iso.datetime(), events: z.array(happenedSchema) })

export const tellEndpoints =
  ({ storage, clock }: { readonly storage: Storage; readonly clock: Clock }) =>
  async (payload: unknown): Promise<void> => {
    const { at, events } = payloadSchema.parse(payload)
    await storage.asTenant({ kind: 'programme' }, async (tx) => {
      const endpoints = await endpointsOf(tx, new Date(at), events)
      const rows = events.flatMap((happened) => deliveriesOf(endpoints, at, happened))
      for (let from = 0; from < rows.length; from += atOnce)
        await deliver(tx, { endpoints, now: clock.now() }, rows.slice(from, from + atOnce))
    })
  }

const atOnce = 1000

type Endpoint = Awaited<ReturnType<typeof endpointsOf>>[number]

/** The programme's, and those of the organisations in which something happened. */
const endpointsOf = (tx: Tx, at: Date, events: readonly Happened[]) => {
  const organisations = [...new Set(events.flatMap(({ organisationId }) => organisationId ?? []))]
  return tx
    .selectFrom('webhook_endpoint')
    .select(['id', 'organisation_id', 'events', 'failing_since', 'slow_at'])
    .where('removed_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where('created_at', '<=', at)
    .where((where) =>
      where.or([
        where('organisation_id', 'is', null),
        ...(organisations.length > 0 ? [where('organisation_id', 'in', organisations)] : []),
      ]),
    )
    .execute()
}

function deliveriesOf(endpoints: readonly Endpoint[], at: string, happened: Happened) {
  const isTheirs = ({ organisation_id }: Endpoint) => organisation_id === null || organisation_id === happened.organisationId
  const told = endpoints.filter((one) => isTheirs(one) && one.events.includes(happened.event) && mayKnow(one.organisation_id, happened))
  const body = JSON.stringify({ type: happened.event, timestamp: at, data: dataOf(happened) })
  return told.map((one) => ({
    ...{ id: uuid(), endpoint_id: one.id, organisation_id: one.organisation_id, event_id: happened.id, event: happened.event, body },
    ...{ state: 'waiting' as const, created_at: new Date(at), tried_at: null, next_at: new Date(at) },
  }))
}

type Told = { readonly endpoints: readonly Endpoint[]; readonly now: Date }

async function deliver(tx: Tx, { endpoints, now }: Told, rows: ReturnType<typeof deliveriesOf>): Promise<void> {
  const made = await tx
    .insertInto('webhook_delivery')
    .values(rows)
    .onConflict((same) => same.columns(['endpoint_id', 'event_id']).doNothing())
    .returning(['id', 'endpoint_id'])
    .execute()
  const lanes = new Map(endpoints.map((one) => [one.id, laneOf(one, now)]))
  await enqueue(
    tx,
    made.map((row) => sendJob({ deliveryId: row.id, lane: lanes.get(row.endpoint_id) ?? 'prompt' })),
  )
}

/** Asked once more here, whatever an endpoint was added for. */
const mayKnow = (organisationId: string | null, { event }: Happened): boolean =>
  organisationId === null
    ? programmeEvents.some((one) => one === event)
    : event !== 'application.decided' && event !== 'organisation.joined'

/** What is said of it: ids, as the API names them, and what of a few words it was. */
function dataOf(happened: Happened): Readonly<Record<string, string>> {
  switch (happened.event) {
    case 'application.decided': {
      const organisation = happened.organisationId !== undefined && { organisation: happened.organisationId }
      return { application: happened.applicationId, decision: happened.decision, ...organisation }
    }
    case 'organisation.joined':
      return { organisation: happened.organisationId }
    case 'consent.changed':
      return { organisation: happened.organisationId, person: happened.personId, consent: happened.consent, state: happened.state }
    default:
      return { organisation: happened.organisationId, person: happened.personId }
  }
}
