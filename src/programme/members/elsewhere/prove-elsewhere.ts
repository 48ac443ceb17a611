/** Proving a mailbox by signing in where it is, instead of the mailed digits. Nothing but the address is asked for, and nothing is kept. */
import { record } from '#audit'
import type { Who } from '#kernel'
import { meOf } from '../me.ts'
import { providerNotSetUp, tooManyTries } from '../refusals.ts'
import { tellOfSignIn } from '../sign-in-news.ts'
import type { Limit } from '../slow-down.ts'
import type { ElsewhereDeps, MailProvider, Shown } from './port.ts'
import { keepVisit, newVisit } from './visits.ts'
import { couldVouch, type Word, whoseMailbox } from './whose-mailbox.ts'

/** The providers that could vouch for an address and are set up. */
export const mayVouch = async ({ elsewhere }: ElsewhereDeps, address: string): Promise<readonly MailProvider[]> =>
  (await elsewhere.mailProviders()).filter((provider) => couldVouch(provider, address.toLowerCase()))

type Asked = { readonly accountId: string; readonly provider: MailProvider; readonly browser?: string | undefined }
export type Sent = { readonly to: URL; readonly browser: string }

/**
 * Where the browser goes, and the cookie that it comes back with. Undefined when it is not this person's account.
 * Refusals `provider-not-set-up`, `too-many-tries`; setback `provider-not-reached`.
 */
export async function beginProof(
  deps: ElsewhereDeps,
  limit: Limit,
  who: Who,
  { accountId, provider, browser }: Asked,
): Promise<Sent | undefined> {
  const personId = meOf(who)
  const account = await accountOf(deps, personId, accountId)
  if (account === undefined) return undefined
  if (!(await mayVouch(deps, account.address)).includes(provider)) throw providerNotSetUp()
  if ((await limit.count(personId)) > 0) throw tooManyTries()
  const visit = newVisit(deps, browser)
  const to = await deps.elsewhere.begin(provider, { ...visit, loginHint: account.address })
  await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    keepVisit(tx, deps, { ...visit, purpose: 'prove-address', provider, personId, accountId, next: '' }),
  )
  return { to, browser: visit.browser }
}

const accountOf = ({ storage }: ElsewhereDeps, personId: string, accountId: string) =>
  storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('account')
      .select(['address', 'address_folded'])
      .where('id', '=', accountId)
      .where('person_id', '=', personId)
      .where('removed_at', 'is', null)
      .executeTakeFirst(),
  )

/** What the provider's word is worth for the account; proves it when it is enough. An account that went meanwhile is nobody's. */
export async function proveElsewhere(
  deps: ElsewhereDeps,
  { personId, accountId, provider }: { readonly personId: string; readonly accountId: string; readonly provider: MailProvider },
  shown: Shown,
): Promise<Word> {
  const account = await accountOf(deps, personId, accountId)
  if (account === undefined) return 'another-account'
  const address = account.address_folded
  const word = await whoseMailbox({ provider, claims: shown.claims, address, tenantOf: deps.elsewhere.tenantOf })
  if (word !== 'proven') return word
  const isProven = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('account')
      .set({ proven_at: deps.clock.now(), bouncing_since: null })
      .where('id', '=', accountId)
      .where('person_id', '=', personId)
      .where('address_folded', '=', address)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await tellOfSignIn(tx, { personId, news: 'address-added' })
    await record(tx, deps.clock, {
      actor: { kind: 'person', personId },
      action: 'account.prove-elsewhere',
      subject: `account/${accountId}`,
      owner: { kind: 'person', id: personId },
      details: { provider },
    })
    return true
  })
  return isProven ? 'proven' : 'another-account'
}
