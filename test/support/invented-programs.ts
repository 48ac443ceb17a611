/** What programs hold in the invented programme. */
import { refusal } from '#kernel'
import type { Programs } from '#web'
import type { EndpointSeen } from '#webhooks'

export const token = '01990000-0000-7000-8000-0000000000e1'
export const hook = '01990000-0000-7000-8000-0000000000e4'
export const delivery = '01990000-0000-7000-8000-0000000000e5'

type Given = { readonly now: Date; readonly full: boolean; readonly note: (name: string, ...given: readonly unknown[]) => void }

export function inventedPrograms({ now, full, note }: Given): Programs {
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const made = { madeBy: 'Sam Ortega', madeAt: at(-20), endsAt: at(70) }
  const tokens = [
    { ...made, id: token, name: 'Volunteer list', scopes: ['people:read', 'people:invite'], lastUsedAt: at(-1), state: 'live' },
    { ...made, id: '01990000-0000-7000-8000-0000000000e2', name: 'Old dashboard', scopes: ['accounts:read'], state: 'ended' },
    { ...made, id: '01990000-0000-7000-8000-0000000000e3', name: 'Test', scopes: ['value:read'], revokedAt: at(-2), state: 'revoked' },
  ] as const
  const url = 'https://hooks.hartley.example/a-long-way-to-the-program-that-keeps-the-list-of-volunteers'
  const hooks: readonly [EndpointSeen, EndpointSeen] = [
    { id: hook, url, events: ['person.joined', 'person.left'], createdAt: at(-9), state: 'failing', failingSince: at(-1) },
    {
      id: '01990000-0000-7000-8000-0000000000e6',
      url: 'https://old.hartley.example/',
      events: ['person.left'],
      createdAt: at(-90),
      state: 'stopped',
      failingSince: at(-30),
    },
  ]
  const body = `{"type":"person.joined","timestamp":"2026-11-22T10:00:00.000Z","data":{"organisation":"${hook}","person":"${token}"}}`
  const sent = [
    { id: delivery, event: 'person.joined', body, state: 'failed', tries: 10, createdAt: at(-4), triedAt: at(-1), answered: 'timed out' },
    {
      id: token,
      event: 'person.left',
      body,
      state: 'waiting',
      tries: 2,
      createdAt: at(-1),
      triedAt: at(-1),
      nextAt: at(1),
      answered: '503',
    },
    { id: hook, event: 'webhook.test', body, state: 'delivered', tries: 1, createdAt: at(-8), triedAt: at(-8), answered: '204' },
  ] as const
  const known = (id: string) => full && id === hook
  return {
    hooks: async () => (full ? hooks : []),
    hook: async (_who, id) => (full ? hooks.find((one) => one.id === id) : undefined),
    addHook: async (who, given) => {
      note('addHook', who, given)
      if (!given.url.startsWith('https://')) throw refusal('hook-address-not-right', 'wrong')
      if (given.events.length === 0) throw refusal('no-events', 'missing')
      return { id: hook, secret: `whsec_${'A'.repeat(43)}=` }
    },
    startHook: async (_who, id) => known(id),
    removeHook: async (_who, id) => (known(id) ? 'done' : undefined),
    deliveries: async (_who, id) => (hooks.some((one) => one.id === id) ? { rows: id === hook ? sent : [], next: delivery } : undefined),
    resend: async (_who, id, one) => known(id) && one === delivery,
    testHook: async (_who, id) => {
      if (id === hooks[1].id) throw refusal('endpoint-stopped', 'stopped')
      return known(id) ? { id: delivery } : undefined
    },
    tokens: async () => (full ? tokens : []),
    makeToken: async (who, wanted) => {
      note('makeToken', who, wanted)
      if (wanted.name === '') throw refusal('token-name-missing', 'missing')
      if (wanted.scopes.length === 0) throw refusal('no-scope', 'missing')
      return { token: `bwt_${'x'.repeat(43)}`, endsAt: at(wanted.days) }
    },
    revokeToken: async (_who, id) => (full && id === token ? 'done' : undefined),
  }
}
