/** Help from outside in the invented programme: who helps depends on who asks, so that each purpose has its visitor. */
import { refusal, type Who } from '#kernel'
import type { Helping } from '#web'

export const help = '01990000-0000-7000-8000-0000000000f1'
export const helpOffer = '01990000-0000-7000-8000-0000000000f2'
export const helpLink = 'a-help-link-that-is-good-00000'

/** By their own ids: the visitors of `invented-programme.ts`. */
export const helperPurposes = {
  'p-setup': 'set-up',
  'p-connections': 'connections',
  'p-signin': 'sign-in',
  'p-training': 'training',
} as const

type Given = { readonly now: Date; readonly full: boolean; readonly note: (name: string, ...given: readonly unknown[]) => void }

export function inventedHelping({ now, full, note }: Given): Helping {
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const asked = { organisation: 'Hartley for Ohio', letInBy: 'Sam Ortega', purpose: 'sign-in', until: at(20) } as const
  const paged = <Row>(rows: readonly Row[]) => ({ rows: full ? rows : [], total: full ? rows.length : 0, page: 1, pages: 1 })
  const purposeOf = (who: Who) => Object.entries(helperPurposes).find(([id]) => 'personId' in who && who.personId === id)?.[1]
  const common = { letInBy: 'Sam Ortega', offeredUntil: at(7), until: at(20) }
  const list = [
    { ...common, id: help, name: 'Helga Lind', purpose: 'sign-in', state: 'helping' },
    { ...common, id: helpOffer, offeredTo: 'ines@helpers.example', purpose: 'set-up', state: 'offered' },
    { ...common, id: '01990000-0000-7000-8000-0000000000f3', purpose: 'training', state: 'offered' },
    { ...common, id: '01990000-0000-7000-8000-0000000000f4', name: 'Omar Haddad', purpose: 'connections', state: 'ended' },
  ] as const
  return {
    list: async () => (full ? list : []),
    letIn: async (_who, { address, days }) => {
      note('letIn', address)
      if (address !== '' && !address.includes('@')) throw refusal('address-not-valid', 'wrong')
      return { id: help, offeredUntil: at(Math.min(7, days)), ...(address === '' && { token: helpLink }) }
    },
    renew: async (_who, { id }) => full && id === help,
    end: async (_who, id) => full && id === help,
    looks: async (_who, { id }) =>
      full && id === help
        ? paged([
            { at: at(-1), what: 'people' },
            { at: at(-2), what: 'organisation' },
          ] as const)
        : undefined,
    mine: async (who) => {
      const purpose = purposeOf(who)
      return { asked: full ? [{ ...asked, id: helpOffer }] : [], now: full && purpose ? [{ ...asked, purpose, id: help }] : [] }
    },
    among: async () => (full ? [{ organisation: 'Hartley for Ohio', helper: 'Helga Lind', purpose: 'sign-in', until: at(20) }] : []),
    asked: async (token) => (token === helpLink ? asked : undefined),
    accept: async (_who, key) => {
      if ('token' in key ? key.token !== helpLink : key.id !== helpOffer) throw refusal('help-not-open', 'gone')
      note('acceptHelp', key)
      return { id: help }
    },
    leave: async (_who, id) => full && (id === help || id === helpOffer),
    help: async (who) => {
      const purpose = purposeOf(who)
      if (!purpose || who.helpId !== help) return undefined
      return {
        id: help,
        organisationId: 'o-hartley',
        organisation: 'Hartley for Ohio',
        domains: ['hartley.example'],
        purpose,
        until: at(20),
      }
    },
    overview: async () => ({ people: full ? 2 : 0, administrators: full ? ['Sam Ortega'] : [] }),
    people: async (who) => {
      const passkey = purposeOf(who) === 'sign-in'
      return paged([
        { name: 'Dana Cole', workAddress: 'dana@hartley.example', administrator: false, joined: true, ...(passkey && { passkey: false }) },
        { name: 'Sam Ortega', administrator: true, joined: false, ...(passkey && { passkey: true }) },
      ])
    },
    connections: async () =>
      paged([
        {
          name: 'Dana Cole',
          workAddress: 'dana@hartley.example',
          state: 'failing',
          trouble: 'The server did not answer.',
          lastSeenAt: at(-1),
        },
        { name: 'Sam Ortega', workAddress: 'sam@hartley.example', state: 'none' },
      ] as const),
    languages: async () =>
      full
        ? [
            { language: 'en', people: 7 },
            { language: 'es', people: 2 },
          ]
        : [],
  }
}
