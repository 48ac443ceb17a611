/** The end of an application: written down, the organisation made, the letters asked for. */
import { record } from '#audit'
import type { Who } from '#kernel'
import { askForLetter, foundOrganisation, tellOfEnrolment } from '#members'
import type { Tx } from '#storage'
import type { Application } from './application-row.ts'
import type { ApplicationsDeps } from './deps.ts'

type By = { readonly actor: Who; readonly details: Readonly<Record<string, unknown>> }

/** Of an application whose state says accepted or refused: writes it down, makes the organisation of an accepted one, asks for the letters. */
export async function close(tx: Tx, deps: ApplicationsDeps, found: Application, { actor, details }: By): Promise<Application> {
  const organisationId = found.state === 'accepted' ? await foundFrom(tx, deps, found) : undefined
  await record(tx, deps.clock, {
    actor,
    action: `application.${found.state === 'accepted' ? 'accept' : 'refuse'}`,
    subject: `application/${found.id}`,
    ...(organisationId !== undefined && { owner: { kind: 'organisation' as const, id: organisationId } }),
    details,
  })
  await tellOfEnrolment(tx, deps.clock, {
    event: 'application.decided',
    applicationId: found.id,
    decision: found.state === 'accepted' ? 'accepted' : 'refused',
    ...(organisationId !== undefined && { organisationId }),
  })
  await askForLetter(tx, { letter: 'application-decision', applicationId: found.id })
  return { ...found, ...(organisationId !== undefined && { organisationId }) }
}

async function foundFrom(tx: Tx, deps: ApplicationsDeps, { id, answers, language }: Application): Promise<string> {
  const { facts, name, domain, contact, second } = answers
  const { organisationId } = await foundOrganisation(tx, deps, {
    name,
    kind: facts['kind'] ?? 'other',
    country: facts['country'] ?? '',
    domains: domain === '' ? [] : [domain],
    language,
    // Whoever of them erased themselves meanwhile is not there any more.
    administrators: [contact, second].filter(({ address }) => address !== ''),
  })
  await tx.updateTable('application').set({ organisation_id: organisationId }).where('id', '=', id).execute()
  return organisationId
}
