/** Somebody takes part in an organisation from now on: their word for it, the log, and the news. */
import { record } from '#audit'
import type { Clock } from '#kernel'
import type { Tx } from '#storage'
import { tellOfEnrolment } from './enrolment-events.ts'
import { keepConsent } from './keep-consent.ts'

type Joined = { readonly personId: string; readonly organisationId: string; readonly consentVersion: string }

/** In the programme's transaction, which has used their link up. */
export async function takePartIn(tx: Tx, clock: Clock, { personId, organisationId, consentVersion }: Joined): Promise<void> {
  await keepConsent(tx, clock, { personId, organisationId, purpose: 'take-part', version: consentVersion })
  await tellOfEnrolment(tx, clock, { event: 'person.joined', organisationId, personId })
  await record(tx, clock, {
    actor: { kind: 'person', personId },
    action: 'invitation.accept',
    subject: `organisation/${organisationId}`,
    owner: { kind: 'person', id: personId },
  })
}
