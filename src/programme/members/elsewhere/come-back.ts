/** A browser comes back from a provider: whatever happened there, one answer, and nothing of what was here is lost. */
import { defect, isTrouble } from '#kernel'
import type { ElsewhereDeps, ProviderName, Shown } from './port.ts'
import { proveElsewhere } from './prove-elsewhere.ts'
import { type StaffCameBack, staffCameBack } from './staff-came-back.ts'
import { secretsOf, takeVisit, type Visit } from './visits.ts'

export type CameBack =
  | { readonly kind: 'proven' }
  /** `code` names why: `provider-said-no`, `provider-answer-wrong`, `provider-not-reached`, `another-account`, `not-vouched-for`. */
  | { readonly kind: 'not-proven'; readonly accountId: string; readonly code: string }
  | StaffCameBack

type Brought = {
  readonly provider: ProviderName
  readonly query: URLSearchParams
  /** The cookie; empty when the browser brought none. */
  readonly browser: string
  readonly userAgent: string
  /** Who is signed in here, and by which token. */
  readonly personId: string | undefined
  readonly session: string | undefined
}

/** Refusals `answer-not-awaited`, `another-browser`. */
export async function comeBack(deps: ElsewhereDeps, brought: Brought): Promise<CameBack> {
  const state = brought.query.get('state') ?? ''
  const visit = await takeVisit(deps, { ...brought, state })
  const shown = await ask(deps, visit, brought.query)
  try {
    return visit.purpose === 'prove-address' ? await weigh(deps, visit, shown) : await staffCameBack(deps, { visit, shown, brought })
  } finally {
    if (typeof shown !== 'string') await shown.letGo().catch(() => false)
  }
}

/** What the provider says, or the code of why it says nothing. */
async function ask({ vault, elsewhere }: ElsewhereDeps, { provider }: Visit, query: URLSearchParams): Promise<Shown | string> {
  try {
    return await elsewhere.finish(provider, secretsOf(vault, query.get('state') ?? ''), query)
  } catch (trouble) {
    if (isTrouble(trouble) && trouble.kind !== 'defect') return trouble.code
    throw trouble
  }
}

async function weigh(deps: ElsewhereDeps, { personId, accountId, provider }: Visit, shown: Shown | string): Promise<CameBack> {
  if (personId === null || accountId === null || provider === 'staff')
    throw defect('visit-for-nothing', 'a visit to a provider says nothing of what it is for')
  if (typeof shown === 'string') return { kind: 'not-proven', accountId, code: shown }
  const word = await proveElsewhere(deps, { personId, accountId, provider }, shown)
  return word === 'proven' ? { kind: 'proven' } : { kind: 'not-proven', accountId, code: word }
}
