/** A consent, as it is kept: who allowed what, in the words of which version. */
import type { Clock } from '#kernel'
import { type Tables, type Tx, uuid } from '#storage'

type Given = {
  readonly personId: string
  readonly organisationId?: string | null
  readonly accountId?: string
  readonly purpose: Tables['consent']['purpose']
  readonly version: string
}

/** In the programme's transaction; answers with its id. */
export async function keepConsent(
  tx: Tx,
  clock: Clock,
  { personId, organisationId = null, accountId, purpose, version }: Given,
): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('consent')
    .values({
      id,
      person_id: personId,
      organisation_id: organisationId,
      account_id: accountId ?? null,
      purpose,
      version,
      given_at: clock.now(),
      withdrawn_at: null,
    })
    .execute()
  return id
}
