/** Somebody of the staff comes back from the operator's own provider: signed in, bound, proven anew, or none of it and why. */
import { record } from '#audit'
import { defect, isTrouble } from '#kernel'
import type { Tx } from '#storage'
import { type Confirming, proved } from '../confirm.ts'
import { holdsPart } from '../holds-part.ts'
import { beginSession, type NewSession } from '../sessions.ts'
import { type HowSignedIn, howSignedIn } from './how-signed-in.ts'
import type { ElsewhereDeps, Shown, StaffProvider } from './port.ts'
import { bindIdentity, hashOfIdentity } from './staff-identity.ts'
import { signedInForMs } from './staff-visits.ts'
import type { Visit } from './visits.ts'

export type StaffCameBack =
  | { readonly kind: 'signed-in' | 'confirmed'; readonly session: NewSession; readonly next: string }
  | { readonly kind: 'bound' }
  /** `code` names why: of the provider, `sign-in-time-unknown`, `sign-in-too-old`, `sign-in-too-weak`, or of the identity. */
  | { readonly kind: 'no-staff'; readonly purpose: Visit['purpose']; readonly code: string; readonly next: string }

type Back = {
  readonly visit: Visit & { readonly begunAt: Date }
  readonly shown: Shown | string
  readonly brought: { readonly userAgent: string; readonly session: string | undefined }
}
/** What was shown, and how. */
type Word = { readonly shown: Shown; readonly how: HowSignedIn }

export async function staffCameBack(deps: ElsewhereDeps, { visit, shown, brought }: Back): Promise<StaffCameBack> {
  const no = (code: string): StaffCameBack => ({ kind: 'no-staff', purpose: visit.purpose, code, next: visit.next })
  const provider = await deps.elsewhere.staffProvider()
  if (provider === undefined) return no('provider-not-set-up')
  if (typeof shown === 'string') return no(shown)
  const how = weigh(deps, provider, visit, shown)
  if (typeof how === 'string') return no(how)
  const word = { shown, how }
  const done = await deps.storage
    .asTenant({ kind: 'programme' }, (tx): Promise<NewSession | string> => {
      if (visit.purpose === 'staff-sign-in') return signIn(tx, deps, word, brought.userAgent)
      if (visit.personId === null) throw defect('visit-for-nobody', 'a visit to the provider of the staff says nothing of whose it is')
      if (visit.purpose === 'staff-bind') return bind(tx, deps, word, visit.personId)
      return confirm(tx, deps, word, { personId: visit.personId, session: brought.session ?? '', userAgent: brought.userAgent })
    })
    .catch((trouble: unknown) => {
      if (isTrouble(trouble, 'refusal')) return trouble.code
      throw trouble
    })
  if (done === 'bound') return { kind: 'bound' }
  if (typeof done === 'string') return no(done)
  return { kind: visit.purpose === 'staff-sign-in' ? 'signed-in' : 'confirmed', session: done, next: visit.next }
}

function weigh({ clock }: ElsewhereDeps, provider: StaffProvider, { purpose, begunAt }: Back['visit'], shown: Shown): HowSignedIn | string {
  const now = clock.now()
  const notBefore = purpose === 'staff-sign-in' ? new Date(now.getTime() - signedInForMs) : begunAt
  return howSignedIn(shown, { provider, begunAt, notBefore, now })
}

/** Whose identity it is, if they still have a part for the operator: nobody else comes in by a provider's word. `only` them, where it is given. */
async function staffOf(
  tx: Tx,
  { vault, clock }: ElsewhereDeps,
  { shown, only }: { readonly shown: Shown; readonly only?: string },
): Promise<{ readonly personId: string; readonly hash: Buffer } | undefined> {
  const hash = hashOfIdentity(vault, shown)
  const found = await tx
    .updateTable('staff_identity')
    .set({ last_used_at: clock.now() })
    .where('hash', '=', hash)
    .$if(only !== undefined, (theirs) => theirs.where('person_id', '=', only ?? ''))
    .returning('person_id')
    .executeTakeFirst()
  if (found === undefined || !(await holdsPart(tx, found.person_id))) return undefined
  return { personId: found.person_id, hash }
}

async function signIn(tx: Tx, deps: ElsewhereDeps, { shown, how }: Word, userAgent: string): Promise<NewSession | 'identity-not-known'> {
  const staff = await staffOf(tx, deps, { shown })
  if (staff === undefined) return 'identity-not-known'
  const { personId, hash } = staff
  await record(tx, deps.clock, {
    actor: { kind: 'person', personId },
    action: 'sign-in.staff-provider',
    subject: `person/${personId}`,
    owner: { kind: 'person', id: personId },
  })
  return beginSession(tx, deps, {
    personId,
    method: 'staff-provider',
    userAgent,
    provedAt: how.isStrong ? how.signedInAt : null,
    identity: { hash, isStrong: how.isStrong },
  })
}

async function bind(tx: Tx, deps: ElsewhereDeps, { shown }: Word, personId: string): Promise<string> {
  if (!(await holdsPart(tx, personId))) return 'identity-not-free'
  return bindIdentity(tx, deps, { personId, shown })
}

async function confirm(
  tx: Tx,
  deps: ElsewhereDeps,
  { shown, how }: Word,
  who: Confirming,
): Promise<NewSession | 'identity-not-known' | 'sign-in-too-weak'> {
  if (!how.isStrong) return 'sign-in-too-weak'
  const staff = await staffOf(tx, deps, { shown, only: who.personId })
  if (staff === undefined) return 'identity-not-known'
  return proved(tx, deps, who, { by: 'staff-provider', identity: { hash: staff.hash, isStrong: how.isStrong } })
}
