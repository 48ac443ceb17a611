/** What programs hold in the invented programme. */
import { refusal } from '#kernel'
import type { Programs } from '#web'

export const token = '01990000-0000-7000-8000-0000000000e1'

type Given = { readonly now: Date; readonly full: boolean; readonly note: (name: string, ...given: readonly unknown[]) => void }

export function inventedPrograms({ now, full, note }: Given): Programs {
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const made = { madeBy: 'Sam Ortega', madeAt: at(-20), endsAt: at(70) }
  const tokens = [
    { ...made, id: token, name: 'Volunteer list', scopes: ['people:read', 'people:invite'], lastUsedAt: at(-1), state: 'live' },
    { ...made, id: '01990000-0000-7000-8000-0000000000e2', name: 'Old dashboard', scopes: ['accounts:read'], state: 'ended' },
    { ...made, id: '01990000-0000-7000-8000-0000000000e3', name: 'Test', scopes: ['value:read'], revokedAt: at(-2), state: 'revoked' },
  ] as const
  return {
    tokens: async () => (full ? tokens : []),
    makeToken: async (who, wanted) => {
      note('makeToken', who, wanted)
      if (wanted.name === '') throw refusal('token-name-missing', 'missing')
      if (wanted.scopes.length === 0) throw refusal('no-scope', 'missing')
      return { token: `bwt_${'x'.repeat(43)}`, endsAt: at(wanted.days) }
    },
    revokeToken: async (_who, id) => full && id === token,
  }
}
