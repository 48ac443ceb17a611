/** The applications that wait for a proof, and what members once answered. */
import { daysMs, type Who } from '#kernel'
import type { Storage } from '#storage'
import { type Answers, answersSchema } from './answers.ts'
import { checkApplication } from './check-application.ts'
import type { ApplicationsDeps } from './deps.ts'

/** After this a proof has to be asked for by a person again. */
const looksForDays = 14
const mostAtOnce = 200
/** Each waits for strangers' servers, so several do. */
const besideEachOther = 8

/**
 * Looks at the open ones again, the longest unseen first. One that cannot be looked at holds up none of the others; what
 * stood in its way is thrown when all were seen.
 */
export async function checkOpenApplications(deps: ApplicationsDeps): Promise<void> {
  const ids = await openApplications(deps)
  const wrong: unknown[] = []
  for (let from = 0; from < ids.length; from += besideEachOther) {
    const looks = await Promise.allSettled(ids.slice(from, from + besideEachOther).map((id) => checkApplication(deps, id)))
    wrong.push(...looks.flatMap((look) => (look.status === 'rejected' ? [look.reason] : [])))
  }
  if (wrong.length > 0) throw wrong[0]
}

const openApplications = ({ storage, clock }: Pick<ApplicationsDeps, 'storage' | 'clock'>): Promise<readonly string[]> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    const rows = await tx
      .selectFrom('application')
      .select('id')
      .where('state', '=', 'checking')
      .where('submitted_at', '>', new Date(clock.now().getTime() - daysMs(looksForDays)))
      .orderBy('checked_at', (order) => order.asc().nullsFirst())
      .limit(mostAtOnce)
      .execute()
    return rows.map(({ id }) => id)
  })

type Applicant = { readonly organisation: string; readonly facts: Answers['facts'] }

/** What the members of today answered when they applied; those that an operator added by hand answered nothing. */
export const applicantsOfMembers = ({ storage }: { readonly storage: Storage }, who: Who): Promise<readonly Applicant[]> =>
  storage.asTenant(who, async (tx) => {
    const rows = await tx
      .selectFrom('application')
      .innerJoin('organisation', 'organisation.id', 'application.organisation_id')
      .select(['organisation.name', 'application.answers'])
      .where('organisation.closed_at', 'is', null)
      .orderBy('organisation.name')
      .execute()
    return rows.map(({ name, answers }) => ({ organisation: name, facts: answersSchema.parse(answers).facts }))
  })
