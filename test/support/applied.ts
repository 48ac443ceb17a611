/** An application as an applicant makes it, for tests: every step answered, the contact proven, sent in. */
import assert from 'node:assert/strict'
import {
  type ApplicationsDeps,
  applicationCodeToMail,
  beginApplication,
  proveContact,
  type StepGiven,
  saveStep,
  submitApplication,
} from '#applications'
import type { MembersDeps } from '#members'
import { uuid } from '#storage'

/** Applying in a world where nobody is asked anything: the rules are unsure, so each that is enough waits for a person. */
export const applyingIn = (world: MembersDeps): ApplicationsDeps => ({
  ...world,
  outside: { askNames: async () => [], readPage: async () => ({ kind: 'failed', why: 'nobody listens there' }) },
  rules: async () => ({ outcome: 'unsure', programme: { id: 'open', version: '1', hash: 'abc' }, rules: [] }),
  policy: async () => ({
    points: { 'contact-mailbox': 20, 'domain-dns': 50, 'domain-web': 40, 'base-product': 10, register: 30, vouch: 30 },
    threshold: 0,
    vouches: 2,
  }),
})

export type AppliedWith = {
  readonly name?: string
  readonly domain?: string
  readonly contact?: string
  readonly second?: StepGiven
  readonly register?: string
  readonly product?: string
}

/** Of a domain and an organisation that nobody else has, where none is named. */
export async function appliedWith(
  deps: ApplicationsDeps,
  {
    name = 'Harbour Watch',
    domain = `d${uuid().slice(-10)}.example`,
    contact = `lee@${domain}`,
    second = { personName: 'Kim Ode', address: 'kim.ode@mailbox.example' },
    register = '',
    product = 'other',
  }: AppliedWith = {},
): Promise<{ readonly id: string; readonly token: string; readonly domain: string }> {
  const { token } = await beginApplication(deps, 'en')
  await saveStep(deps, token, 'who', { facts: { kind: 'charity' } })
  await saveStep(deps, token, 'where', { facts: { country: 'US', region: 'CA' } })
  await saveStep(deps, token, 'product', { facts: { product } })
  await saveStep(deps, token, 'organisation', { name: `${name} ${domain.slice(0, 6)}`, domain })
  const { id } = (await saveStep(deps, token, 'contact', { personName: 'Lee Marsh', address: contact })) ?? assert.fail()
  const mail = await deps.storage.asTenant({ kind: 'programme' }, (tx) => applicationCodeToMail(tx, deps, id))
  await proveContact(deps, token, mail?.digits ?? assert.fail('no code is good'))
  await saveStep(deps, token, 'second', second)
  await saveStep(deps, token, 'register', { register })
  await submitApplication(deps, token)
  return { id, token, domain }
}
