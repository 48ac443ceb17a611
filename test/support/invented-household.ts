/** What a household shares in the invented programme of the pages' tests. */
import type { Household } from '#web'

export const householdLinkToken = 'a-household-link-that-is-good'
export const sharer = '01990000-0000-7000-8000-0000000000b1'

type Given = { readonly now: Date; readonly account: string; readonly full: boolean }

export function inventedHousehold({ now, account, full }: Given): Household {
  const since = new Date(now.getTime() - 86_400_000)
  const phrase = 'acorn bridge lemon'
  return {
    sharedWithMe: async () =>
      full ? [{ accountId: '01990000-0000-7000-8000-0000000000b2', owner: 'Robin Cole', address: 'the.coles@mail.example', since }] : [],
    sharersOf: async (_, id) => (full && id === account ? [{ personId: sharer, name: 'Robin Cole', since }] : undefined),
    makeLink: async (_, id) =>
      full && id === account
        ? { token: householdLinkToken, expiresAt: new Date(now.getTime() + 3 * 86_400_000), address: 'dana.r.cole@mail.example', phrase }
        : undefined,
    link: async (token) =>
      token === householdLinkToken ? { owner: 'Robin Cole', address: 'the.coles@mail.example', language: 'en', phrase } : undefined,
    accept: async () => undefined,
    end: async (_, share) => full && share.accountId === account && share.sharer === sharer,
  }
}
