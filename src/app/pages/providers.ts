/** What can be seen of a personal account: members has the account, providers its house and its secret address. */
import { account } from '#members'
import { makeWatchAddress, providerOf, replaceWatchAddress, sendTestMail, watching } from '#providers'
import type { ProvidersDesk } from '#web'
import type { House } from '../house.ts'

export function providersOf({ members, settings }: Pick<House, 'members' | 'settings'>): ProvidersDesk {
  return {
    sight: async (who, accountId) => {
      const own = await account(members, who, accountId)
      if (own === undefined || own.kind !== 'personal') return undefined
      const { id, name, securitySenders } = providerOf(own.address)
      const { intakeDomain } = await settings.read()
      const live = await watching(members, who, accountId)
      return {
        account: own,
        provider: id,
        providerName: name,
        senders: id === 'other' ? `@${name}` : securitySenders.join(', '),
        mayWatch: intakeDomain !== '',
        ...(live && { watching: { ...live, address: `${live.localPart}@${intakeDomain}` } }),
      }
    },
    makeAddress: async (who, asked) => (await settings.read()).intakeDomain !== '' && makeWatchAddress(members, who, asked),
    sendTest: (who, accountId) => sendTestMail(members, who, accountId),
    replaceAddress: (who, accountId) => replaceWatchAddress(members, who, accountId),
  }
}
