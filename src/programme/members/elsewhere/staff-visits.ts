/** Sending somebody of the staff to the operator's own provider: to sign in, to bind it once, or for a fresh proof. */

import type { Who } from '#kernel'
import { hoursMs } from '#kernel'
import type { Confirming } from '../confirm.ts'
import { holdsPart } from '../holds-part.ts'
import { meOf } from '../me.ts'
import { provesNothingAnew, staffProviderNotSetUp, tooManyTries } from '../refusals.ts'
import type { Limit } from '../slow-down.ts'
import { namesStrong } from './how-signed-in.ts'
import type { ElsewhereDeps } from './port.ts'
import type { Sent } from './prove-elsewhere.ts'
import { keepVisit, newVisit, type Visit } from './visits.ts'

/** Whoever signed in there in the last hour is not asked again; their provider is told so (`max_age`). */
export const signedInForMs = hoursMs(1)

type Going = {
  readonly purpose: 'staff-sign-in' | 'staff-bind' | 'staff-confirm'
  readonly personId: string | null
  readonly next: string
  readonly browser: string | undefined
}

async function send(deps: ElsewhereDeps, { purpose, personId, next, browser }: Going): Promise<Sent> {
  const provider = await deps.elsewhere.staffProvider()
  if (provider === undefined) throw staffProviderNotSetUp()
  const visit = newVisit(deps, browser)
  // Binding and a fresh proof are for whoever sits there now, whatever session the provider still has.
  const how = purpose === 'staff-sign-in' ? { maxAgeSeconds: signedInForMs / 1000 } : { prompt: 'login' as const, maxAgeSeconds: 0 }
  const to = await deps.elsewhere.begin('staff', { ...visit, ...how, acr: provider.acr })
  const kept: Visit = { purpose, provider: 'staff', personId, accountId: null, next: next.slice(0, 2000) }
  await deps.storage.asTenant({ kind: 'programme' }, (tx) => keepVisit(tx, deps, { ...visit, ...kept }))
  return { to, browser: visit.browser }
}

type Leaving = { readonly next: string; readonly browser: string | undefined }

/** Refusals `provider-not-set-up`, `too-many-tries` by remote address; setback `provider-not-reached`. */
export async function beginStaffSignIn(
  deps: ElsewhereDeps,
  limit: Limit,
  { remote, ...leaving }: Leaving & { readonly remote: string },
): Promise<Sent> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  return send(deps, { ...leaving, purpose: 'staff-sign-in', personId: null })
}

/** Undefined for whoever is not of the staff. Refusals `provider-not-set-up`, `too-many-tries` by person; setback `provider-not-reached`. */
export async function beginBinding(deps: ElsewhereDeps, limit: Limit, who: Who, browser: string | undefined): Promise<Sent | undefined> {
  const personId = meOf(who)
  if (!(await deps.storage.asTenant({ kind: 'programme' }, (tx) => holdsPart(tx, personId)))) return undefined
  if ((await limit.count(personId)) > 0) throw tooManyTries()
  return send(deps, { purpose: 'staff-bind', personId, next: '', browser })
}

/** For a session that the provider began. Refusals `provider-not-set-up`, `sign-in-too-weak` where the operator names nothing strong, `too-many-tries` by person; setback `provider-not-reached`. */
export async function beginStaffConfirm(
  deps: ElsewhereDeps,
  limit: Limit,
  { personId }: Pick<Confirming, 'personId'>,
  leaving: Leaving,
): Promise<Sent> {
  const provider = await deps.elsewhere.staffProvider()
  if (provider && !namesStrong(provider)) throw provesNothingAnew()
  if ((await limit.count(personId)) > 0) throw tooManyTries()
  return send(deps, { ...leaving, purpose: 'staff-confirm', personId })
}
