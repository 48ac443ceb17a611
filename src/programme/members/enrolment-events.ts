/**
 * What happens in enrolment that others may be told of: written down as a job
 * in the transaction in which it happens, with ids and nothing else. Who is
 * told, and how, is the work of webhooks, which handles the task.
 */
import { enqueue } from '#jobs'
import type { Clock } from '#kernel'
import { type Tx, uuid } from '#storage'

export const enrolmentEventTask = 'tell-of-enrolment'

export type EnrolmentEvent =
  | {
      readonly event: 'application.decided'
      readonly applicationId: string
      readonly decision: 'accepted' | 'refused'
      readonly organisationId?: string
    }
  | { readonly event: 'organisation.joined'; readonly organisationId: string }
  | { readonly event: 'person.invited' | 'person.joined' | 'person.left'; readonly organisationId: string; readonly personId: string }
  /** Of the one permission that an organisation knows of, since it is given to it: to be told. */
  | {
      readonly event: 'consent.changed'
      readonly organisationId: string
      readonly personId: string
      readonly consent: 'organisation-is-told'
      readonly state: 'given' | 'withdrawn'
    }

const mostInOne = 1000

/** Writes down what happened, beside what `tx` writes. Each gets its id here, so that it is told once however often the job runs. */
export async function tellOfEnrolment(tx: Tx, clock: Clock, happened: EnrolmentEvent | readonly EnrolmentEvent[]): Promise<void> {
  const events = 'event' in happened ? [happened] : happened
  const at = clock.now().toISOString()
  const jobs = []
  for (let from = 0; from < events.length; from += mostInOne) {
    const some = events.slice(from, from + mostInOne).map((one) => ({ id: uuid(), ...one }))
    jobs.push({ task: enrolmentEventTask, payload: { at, events: some } })
  }
  await enqueue(tx, jobs)
}
