/** What the pages of a personal account need, answered from invented values. */
import type { AccountSeen, ProvidersDesk } from '#web'

type Given = {
  readonly full: boolean
  readonly now: Date
  readonly consentId: string
  readonly note: (name: string, ...given: readonly unknown[]) => void
  readonly account: AccountSeen | undefined
}

export function inventedProviders({ full, now, consentId, note, account }: Given): ProvidersDesk {
  const own = (id: string) => (full && account?.id === id ? account : undefined)
  const did = (name: string, id: string): boolean => {
    if (own(id) !== undefined) note(name, id)
    return own(id) !== undefined
  }
  return {
    sight: async (_who, id) => {
      const mine = own(id)
      return (
        mine && {
          account: mine,
          provider: 'google',
          providerName: 'Google',
          senders: 'no-reply@accounts.google.com',
          mayWatch: true,
          watching: {
            consentId,
            address: 'watch-0123456789abcdef0123@in.operator.example',
            way: 'forward',
            label: 'BW7KQ2M9XT',
            madeAt: now,
            heardAt: now,
            beatSentAt: now,
            blindSince: now,
            knownToOthers: true,
            code: '123456789',
          },
          selfCheck: {
            answers: { activity: 'good', devices: 'not-mine', forwarding: 'unsure', recovery: 'good', apps: 'good' },
            beganAt: now,
            finishedAt: now,
          },
        }
      )
    },
    makeAddress: async (_who, { accountId }) => did('makeAddress', accountId),
    sendTest: async (_who, id) => did('sendTest', id),
    answerSelfCheck: async (_who, { accountId }) => did('answerSelfCheck', accountId),
    tellDesk: async (_who, id) => did('tellDesk', id),
    replaceAddress: async (_who, id) => did('replaceAddress', id),
  }
}
