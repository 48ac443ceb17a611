/**
 * An organisation with an administrator who came in through the pages, by
 * invitation, and with one of everything that a path can name as theirs.
 */
import assert from 'node:assert/strict'
import type { House } from '../../src/app/house.ts'
import { happen, keepChange, keepPrograms, keepShare, keepVouch, keepWay, keepWaysIn, letHelpersIn } from './side-rows.ts'
import { withPasskey } from './with-passkey.ts'

type Somebody = { readonly personId: string; readonly cookie: string }
export type Side = {
  readonly organisation: string
  readonly administrator: Somebody
  readonly ids: Readonly<Record<string, string>>
}

export type Send = (method: 'GET' | 'POST', path: string, cookie?: string, form?: Record<string, string>) => Promise<Response>

type SideMaking = {
  readonly house: House
  readonly send: Send
  /** The cookie of an operator. */
  readonly operator: string
  /** The person of neither side who helps. */
  readonly helper: string
}

/** The session that an answer gives. */
export function cookieOf(answer: Response): string {
  assert.equal(answer.status, 303)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

export async function makeSide({ house, send, operator, helper }: SideMaking, name: string, domain: string): Promise<Side> {
  const made = await send('POST', '/organisations', operator, { name, kind: 'campaign', domains: domain })
  const organisation = /\/organisations\/([^?]+)/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
  await send('POST', `/organisations/${organisation}/people`, operator, {
    name: `Ada of ${name}`,
    address: `ada@${domain}`,
    role: 'administrator',
  })
  const page = await (await send('GET', `/organisations/${organisation}`, operator)).text()
  const personId = /people\/([0-9a-f-]{36})\/invite/.exec(page)?.[1] ?? ''
  const invited = await (await send('POST', `/organisations/${organisation}/people/${personId}/invite`, operator)).text()
  const token = /\/join\/([\w-]+)/.exec(invited)?.[1] ?? ''
  const cookie = cookieOf(await send('POST', `/join/${token}`, '', { name: `Ada of ${name}`, language: 'en', consent: 'yes' }))
  const added = await send('POST', '/accounts/personal', cookie, { address: `ada@home-of-${domain}` })
  const account = /accounts\/([^/]+)\/prove/.exec(added.headers.get('location') ?? '')?.[1] ?? ''
  await send('POST', '/privacy/give', cookie, { purpose: 'organisation-is-told', organisation })
  const privacy = await (await send('GET', '/privacy', cookie)).text()
  const consent = /consents\/([^/]+)\/withdraw/.exec(privacy)?.[1] ?? ''
  const matter = await happen(house, personId, organisation, account)
  const passkey = await withPasskey(house, personId)
  const begun = await send('POST', '/apps', cookie, { name: 'Phone' })
  const waiting = /\/apps\/([^?]+)/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
  const own = {
    ...(await keepWaysIn(house, personId)),
    ...(await keepPrograms(house, { kind: 'administrator', personId, organisationId: organisation })),
    ...(await keepShare(house, personId, account)),
    ...(await keepWay(house, personId)),
  }
  const help = await letHelpersIn(house, helper, { kind: 'administrator', personId, organisationId: organisation }, `ada@home-of-${domain}`)
  return {
    organisation,
    administrator: { personId, cookie },
    ids: {
      account,
      'personal-account': account,
      consent,
      organisation,
      member: personId,
      'member-left': personId,
      passkey,
      'waiting-app': waiting,
      ...own,
      ...matter,
      ...help,
      change: await keepChange(house, personId, organisation),
      vouched: await keepVouch(house, personId, organisation),
    },
  }
}
