/** What can be seen of a personal account: members has the account, providers knows its house. */
import { account } from '#members'
import { providerOf } from '#providers'
import type { ProvidersDesk } from '#web'
import type { House } from '../house.ts'

export function providersOf({ members }: Pick<House, 'members'>): ProvidersDesk {
  return {
    sight: async (who, accountId) => {
      const own = await account(members, who, accountId)
      if (own === undefined || own.kind !== 'personal') return undefined
      const { id, name } = providerOf(own.address)
      return { account: own, provider: id, providerName: name }
    },
  }
}
