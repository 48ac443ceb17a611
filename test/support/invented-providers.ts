/** What the pages of a personal account need, answered from invented values. */
import type { AccountSeen, ProvidersDesk } from '#web'

type Given = {
  readonly full: boolean
  readonly note: (name: string, ...given: readonly unknown[]) => void
  readonly account: AccountSeen | undefined
}

export function inventedProviders({ full, account }: Given): ProvidersDesk {
  const own = (id: string) => (full && account?.id === id ? account : undefined)
  return {
    sight: async (_who, id) => {
      const mine = own(id)
      return mine && { account: mine, provider: 'google', providerName: 'Google' }
    },
  }
}
