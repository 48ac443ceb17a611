/** Signing in elsewhere, for the pages: members decides, the providers of the settings are asked by #oidc. */
import type { GuardedFetch } from '#fetch'
import { refusal } from '#kernel'
import {
  beginBinding,
  beginProof,
  beginStaffConfirm,
  beginStaffSignIn,
  comeBack,
  type Elsewhere,
  type ElsewhereDeps,
  mayVouch,
  myStaffIdentity,
  namesStrong,
  openLimit,
  type ProviderName,
  unbindIdentity,
} from '#members'
import { type ClientOfIssuer, openRelyingParties, tenantOfDomain } from '#oidc'
import type { ElsewhereDoor } from '#web'
import type { House } from '../house.ts'
import { providerFetch } from '../provider-fetch.ts'
import { mailProviders } from '../settings/providers.ts'

const mailboxes = ['microsoft', 'google'] as const
/** Who somebody is and what their address is: nothing else is asked for; of staff not even that. */
const scopeAt = (provider: ProviderName): string => (provider === 'staff' ? 'openid' : 'openid email')

/** The providers as the settings name them now; `fetchOf` is the way to each. */
export function providersOf(
  { settings, clock }: Pick<House, 'settings' | 'clock'>,
  fetchOf: (issuer: string) => GuardedFetch = providerFetch,
): Elsewhere {
  const open = openRelyingParties({ fetchOf, clock })

  async function partyOf(provider: ProviderName) {
    const now = await settings.read()
    const named = now[provider === 'staff' ? 'staffSignIn' : provider]
    if (named === null) throw refusal('provider-not-set-up', 'Signing in there is not set up any more. Take another way.')
    const { issuer, clientId, clientSecret } = named
    const client: ClientOfIssuer = { issuer, clientId, clientSecret, redirectUri: `${now.publicAddress}/sign-in/from/${provider}` }
    // Both usual ones let the person choose which of their accounts; another issuer may refuse the word.
    const prompt = provider !== 'staff' && issuer === mailProviders[provider] ? ({ prompt: 'select_account' } as const) : {}
    return { party: open(client), prompt }
  }

  return {
    mailProviders: async () => {
      const now = await settings.read()
      return mailboxes.filter((one) => now[one] !== null)
    },
    staffProvider: async () => (await settings.read()).staffSignIn ?? undefined,
    begin: async (provider, asked) => {
      const { party, prompt } = await partyOf(provider)
      return party.begin({ ...prompt, ...asked, scope: scopeAt(provider) })
    },
    finish: async (provider, secrets, query) => (await partyOf(provider)).party.finish(secrets, query),
    staffSignOut: async () => (await partyOf('staff')).party.signOut(),
    tenantOf: async (domain) => {
      const issuer = (await settings.read()).microsoft?.issuer ?? mailProviders.microsoft
      return tenantOfDomain(fetchOf(issuer), issuer, domain)
    },
  }
}

export function elsewhereOf(house: House, elsewhere: Elsewhere = providersOf(house)): ElsewhereDoor {
  const deps: ElsewhereDeps = { ...house.members, elsewhere }
  // By person, and by remote address before somebody is known: each begins a visit at somebody else's server.
  const limit = openLimit(house, 'elsewhere', { perMinute: 10, perHour: 40 })
  const signIns = openLimit(house, 'elsewhere-sign-in', { perMinute: 10, perHour: 60 })
  return {
    mayVouch: (address) => mayVouch(deps, address),
    beginProof: (who, input) => beginProof(deps, limit, who, input),
    staffProvider: async () => {
      const provider = await elsewhere.staffProvider()
      return provider && { name: provider.name, provesAnew: namesStrong(provider) }
    },
    staffIdentity: (who) => myStaffIdentity(deps, who),
    beginStaffSignIn: (input) => beginStaffSignIn(deps, signIns, input),
    beginBinding: (who, browser) => beginBinding(deps, limit, who, browser),
    beginStaffConfirm: (who, input) => beginStaffConfirm(deps, limit, who, input),
    unbind: (who) => unbindIdentity(deps, who),
    staffSignOut: () => elsewhere.staffSignOut(),
    comeBack: (input) => comeBack(deps, input),
  }
}
