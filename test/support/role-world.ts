/**
 * A started Bellwether with somebody in every role, each beside an organisation
 * of their own that has one of everything a path can name: so what does not
 * open is not theirs to open, and nobody uses up what another asks for.
 */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { makeToken, scopes } from '#api-tokens'
import { acceptHelp, helpPurposes, letIn } from '#helpers'
import { makeFirstLink } from '#members'
import { uuid } from '#storage'
import type { House } from '../../src/app/house.ts'
import { deskRows, keepMore } from './more-rows.ts'
import { newDataDir, startProduct } from './product.ts'
import { openHouseFor } from './seed.ts'
import { keepPrograms } from './side-rows.ts'
import { cookieOf, makeSide, type Send, type Side } from './sides.ts'
import type { VisitorKind } from './visit.ts'
import { withPasskey } from './with-passkey.ts'

/** Every kind of visitor that has a role now, and a program that shows its token. */
export const inRole = [
  'nobody',
  'program',
  'person',
  'administrator',
  'helper-set-up',
  'helper-connections',
  'helper-sign-in',
  'helper-training',
  'trainer',
  'analyst',
  'operator',
  'auditor',
] as const satisfies readonly (VisitorKind | 'program')[]
export type InRole = (typeof inRole)[number]

type Asked = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly form: Readonly<Record<string, string>>
  /** Whether they proved in the last minutes that it is still them. */
  readonly fresh: boolean
}

export type RoleWorld = {
  /** What fills the blanks of a path for this one: their own, or of the organisation beside them. */
  readonly ids: (one: InRole) => Readonly<Record<string, string>>
  readonly ask: (one: InRole, asked: Asked) => Promise<Response>
  readonly close: () => Promise<void>
}

const programme = { kind: 'programme' } as const
const hour = 3_600_000

export async function openRoleWorld(): Promise<RoleWorld> {
  const dataDir = await newDataDir()
  const product = await startProduct({ dataDir, roles: 'web' })
  const house = await openHouseFor(dataDir, {}, { beside: true })
  const close = async () => {
    await house.close()
    await product.remove()
  }
  return settle(house, product.address)
    .then((settled) => ({ ...settled, close }))
    .catch(async (cause: unknown) => {
      await close()
      throw cause
    })
}

async function settle(house: House, address: string): Promise<Omit<RoleWorld, 'close'>> {
  const send = sendTo(address)
  const firstLink = (await makeFirstLink(house.members)) ?? assert.fail('no first link')
  const operator = cookieOf(await send('POST', `/first/${firstLink}`, '', { name: 'Olu Perator' }))
  const helper = await somebody(house, 'Helga Lind')
  const first = await house.storage.asTenant(programme, (tx) => tx.selectFrom('staff').select('person_id').executeTakeFirstOrThrow())
  for (const id of [helper, first.person_id]) await withPasskey(house, id)

  const sides = new Map<InRole, Side>()
  for (const one of inRole) {
    const side = await makeSide({ house, send, operator, helper }, one, `${one}.example`)
    const staff = { kind: 'analyst', personId: first.person_id } as const
    const more = await keepMore(house, staff, side)
    const ids = { ...side.ids, ...more, ...(await deskRows(house, staff, { ...side, ids: more })) }
    sides.set(one, { ...side, ids })
  }
  const sideOf = (one: InRole) => sides.get(one) ?? assert.fail(one)
  const host = sideOf('administrator')
  const grants = new Map<InRole, string>()
  for (const one of inRole) {
    const grant = await takePart(house, one, sideOf(one), host)
    if (grant !== undefined) grants.set(one, grant)
  }
  const page = await (await send('GET', '/programme')).text()
  const everybodys = {
    'programme-hash': /\/programme\/files\/([0-9a-f]+)\//.exec(page)?.[1] ?? assert.fail('the page names no file'),
    asset: /\/assets\/([\w.-]+\.css)/.exec(page)?.[1] ?? assert.fail('the page has no style'),
    'first-link': firstLink,
    'settings-part': 'mail',
    'channel-form': 'kannel',
    'apply-step': 'organisation',
    'identity-provider': 'microsoft',
    letter: '1',
    'staff-member': first.person_id,
  }
  const desk = { kind: 'analyst', personId: first.person_id } as const
  const { token } = await makeToken(house.members, desk, { name: 'Tool', scopes, days: 30 })
  const ofProgramme = await keepPrograms(house, desk)

  const cookieFor = async (one: InRole, fresh: boolean): Promise<string> => {
    if (one === 'nobody' || one === 'program') return ''
    return begin(house, sideOf(one), fresh)
  }
  return {
    ids: (one) => {
      const grant = grants.get(one)
      const isDesk = one === 'operator' || one === 'analyst'
      return { ...sideOf(one).ids, ...everybodys, ...(isDesk && ofProgramme), ...(grant !== undefined && { help: grant }) }
    },
    ask: async (one, { method, path, form, fresh }) => {
      const writing = `bellwether-application=${sideOf(one).ids['application-token']}`
      const cookie = `${await cookieFor(one, fresh)}; ${writing}`
      return send(method, path, cookie, form, one === 'program' ? { authorization: `Bearer ${token}` } : {})
    },
  }
}

const sendTo =
  (address: string): ((...asked: [...Parameters<Send>, headers?: Readonly<Record<string, string>>]) => Promise<Response>) =>
  (method, path, cookie = '', form = {}, headers = {}) =>
    fetch(new URL(path, address), {
      method,
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      ...(method === 'POST' && { body: new URLSearchParams(form).toString() }),
    })

async function somebody({ storage, clock }: House, name: string): Promise<string> {
  const id = uuid()
  await storage.asTenant(programme, (tx) => tx.insertInto('person').values({ id, name, created_at: clock.now() }).execute())
  return id
}

/** Makes whoever came in as an administrator what their role says; a helper’s grant is answered. */
async function takePart(house: House, one: InRole, side: Side, host: Side): Promise<string | undefined> {
  const { storage, clock, members } = house
  const { personId } = side.administrator
  const since = clock.now()
  if (one === 'administrator') return undefined
  await storage.asTenant(programme, (tx) =>
    tx.updateTable('membership').set({ role: 'member' }).where('person_id', '=', personId).execute(),
  )
  if (one === 'analyst' || one === 'operator')
    await storage.asTenant(programme, (tx) => tx.insertInto('staff').values({ person_id: personId, role: one, since }).execute())
  if (one === 'auditor' || one === 'trainer')
    await storage.asTenant(programme, (tx) => tx.insertInto('observer').values({ person_id: personId, role: one, since }).execute())
  const purpose = helpPurposes.find((word) => one === `helper-${word}`)
  if (purpose === undefined) return undefined
  const who = { kind: 'administrator', personId: host.administrator.personId, organisationId: host.organisation } as const
  const { id, token = '' } = await letIn(members, who, { purpose, days: 7, address: '' })
  await acceptHelp(members, { kind: 'person', personId }, { token })
  return id
}

/** A session of their own for one question, so that none is ended by another. */
async function begin({ storage, clock }: House, { administrator: { personId }, ids }: Side, fresh: boolean): Promise<string> {
  const [token, now] = [randomBytes(32).toString('base64url'), clock.now()]
  const times = { created_at: now, last_seen_at: now, expires_at: new Date(now.getTime() + hour) }
  const proved_at = fresh ? now : new Date(now.getTime() - hour)
  const token_hash = createHash('sha256').update(token).digest()
  await storage.asTenant(programme, (tx) =>
    tx
      .insertInto('session')
      .values({ token_hash, person_id: personId, method: 'passkey', passkey_id: String(ids.passkey), ...times, proved_at })
      .execute(),
  )
  return `bellwether=${token}`
}
