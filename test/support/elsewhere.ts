/** A house with people, a provider on loopback that its settings name, and a browser of each person, without scripts. */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { addPersonal, hashOfToken } from '#members'
import { uuid } from '#storage'
import type { Web } from '#web'
import type { House } from '../../src/app/house.ts'
import { elsewhereOf, providersOf } from '../../src/app/pages/elsewhere.ts'
import { providerFetch } from '../../src/app/provider-fetch.ts'
import { client, type IdentityProvider, identityProvider, throughProvider } from './identity-provider.ts'
import { type Liar, lyingFetch } from './lying-fetch.ts'
import { newDataDir } from './product.ts'
import { openHouseFor } from './seed.ts'
import { webOf } from './web-of-house.ts'
import { withPasskey } from './with-passkey.ts'

export const origin = 'http://localhost:8080'
const programme = { kind: 'programme' } as const

export type Browser = {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Page>
  send(path: string, form?: Readonly<Record<string, string>>): Promise<Page>
  /** Presses a button that leads to a provider; where that is. */
  away(path: string, form: Readonly<Record<string, string>>): Promise<URL>
}
/** What the browser ends at after our redirects. */
export type Page = { readonly status: number; readonly path: string; readonly text: string; readonly refresh: string | null }

let browsers = 0

/** Each at a remote address of its own, since they are limited by it. */
export function browserOf(web: Web, jar: Readonly<Record<string, string>> = {}): Browser {
  browsers++
  const socket = `198.18.${browsers >> 8}.${browsers & 255}`
  const cookies = new Map(Object.entries(jar))

  async function ask(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await web.fetch(new Request(`${origin}${path}`, { ...init, headers: { ...init.headers, cookie } }), { socket })
    for (const given of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (given.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next !== null) return ask(next, {})
    return { status: answer.status, path, text: (await answer.text()).replace(/&#39;/g, "'"), refresh: answer.headers.get('refresh') }
  }

  const send: Browser['send'] = (path, form = {}) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    })
  return {
    cookies,
    get: (path) => ask(path, {}),
    send,
    away: async (path, form) => {
      const { refresh, text } = await send(path, form)
      if (refresh === null) throw new Error(`it leads nowhere: ${text.slice(0, 2000)}`)
      return new URL(refresh.replace(/^0; url=/, ''))
    },
  }
}

export type Somebody = { readonly personId: string; readonly browser: Browser; readonly token: string }

export type WorldElsewhere = {
  readonly house: House
  readonly web: Web
  /** The same of a process that just began, and has asked the provider nothing. */
  webAnew(): Web
  readonly provider: IdentityProvider
  readonly liar: Liar
  /** A person who is signed in, of the staff or not. */
  somebody(name: string, staff?: 'operator' | 'analyst'): Promise<Somebody>
  /** An address of theirs that waits for its proof; the account's id. */
  address(person: Somebody, address: string): Promise<string>
  isProven(accountId: string): Promise<boolean>
  /** The provider of the staff as the settings name it from now on; undefined: none. */
  nameStaffProvider(more: Readonly<Record<string, unknown>> | undefined): Promise<void>
  /** To the provider and back, as whoever sits there; our path with the provider's answer. */
  there(to: URL): Promise<string>
  close(): Promise<void>
}

export async function openElsewhere(): Promise<WorldElsewhere> {
  const dataDir = await newDataDir()
  const house = await openHouseFor(dataDir)
  const provider = await identityProvider(['google', 'microsoft', 'staff'].map((one) => `${origin}/sign-in/from/${one}`))
  const liar = lyingFetch(providerFetch(provider.issuer))
  const at = { issuer: provider.issuer, ...client }
  await house.settings.save(programme, {
    ...(await house.settings.read()),
    publicAddress: origin,
    google: at,
    microsoft: at,
    staffSignIn: { ...at, name: 'Desk login' },
  })
  const webAnew = () =>
    webOf(house, origin, {
      elsewhere: elsewhereOf(
        house,
        providersOf(house, () => liar.fetch),
      ),
    })
  const web = webAnew()

  async function somebody(name: string, staff?: 'operator' | 'analyst'): Promise<Somebody> {
    const [personId, token, now] = [uuid(), randomBytes(32).toString('base64url'), house.clock.now()]
    await house.storage.asTenant(programme, async (tx) => {
      await tx.insertInto('person').values({ id: personId, name, created_at: now }).execute()
      if (staff) await tx.insertInto('staff').values({ person_id: personId, role: staff, since: now }).execute()
      await tx
        .insertInto('session')
        .values({
          token_hash: hashOfToken(token),
          person_id: personId,
          method: 'passkey',
          created_at: now,
          last_seen_at: now,
          proved_at: now,
          expires_at: new Date(now.getTime() + 3_600_000),
        })
        .execute()
    })
    if (staff) await withPasskey(house, personId)
    return { personId, token, browser: browserOf(web, { bellwether: token }) }
  }

  const nameStaffProvider = async (more: Readonly<Record<string, unknown>> | undefined) => {
    const staffSignIn = more === undefined ? null : { ...at, name: 'Desk login', ...more }
    await house.settings.save(programme, { ...(await house.settings.read()), staffSignIn })
  }

  return {
    house,
    web,
    webAnew,
    provider,
    liar,
    somebody,
    nameStaffProvider,
    address: async ({ personId }, address) => (await addPersonal(house.members, { kind: 'person', personId }, address)).accountId,
    isProven: async (accountId) => {
      const row = await house.storage.asTenant(programme, (tx) =>
        tx.selectFrom('account').select('proven_at').where('id', '=', accountId).executeTakeFirstOrThrow(),
      )
      return row.proven_at !== null
    },
    there: async (to) => {
      const back = await throughProvider(to)
      return back.pathname + back.search
    },
    close: async () => {
      await house.close()
      await provider.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
