/** The applications that wait for a proof, and what members once answered. */
import { daysMs, type Who } from '#kernel'
import type { Storage } from '#storage'
import { type Answers, answersSchema } from './answers.ts'
import type { ApplicationsDeps } from './deps.ts'

/** After this a proof has to be asked for by a person again. */
const looksForDays = 14
const mostAtOnce = 200

/** Ids of those that are looked at again by themselves, the longest unseen first. */
export const openApplications = ({ storage, clock }: Pick<ApplicationsDeps, 'storage' | 'clock'>): Promise<readonly string[]> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    const rows = await tx
      .selectFrom('application')
      .select('id')
      .where('state', '=', 'checking')
      .where('submitted_at', '>', new Date(clock.now().getTime() - daysMs(looksForDays)))
      .orderBy('checked_at')
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
