import assert from 'node:assert/strict'
import { test } from 'node:test'
import { howSignedIn } from './how-signed-in.ts'
import type { StaffProvider } from './port.ts'

const now = new Date('2026-05-03T12:00:00Z')
const ago = (seconds: number): number => Math.floor(now.getTime() / 1000) - seconds
const at = (seconds: number): Date => new Date(now.getTime() - seconds * 1000)

const strict: StaffProvider = { name: 'Desk login', issuer: 'https://login.example', acr: ['phr', 'phrh'], amr: ['hwk', 'user'] }
const anyWay: StaffProvider = { ...strict, acr: [], amr: [] }
const good = { iat: ago(1), auth_time: ago(300), acr: 'phr', amr: ['user', 'hwk', 'mfa'] }

type Said = { readonly claims?: Readonly<Record<string, unknown>>; readonly issuer?: string; readonly provider?: StaffProvider }
const weigh = ({ claims = good, issuer = 'https://login.example/', provider = strict }: Said = {}) =>
  howSignedIn({ issuer, subject: 'ana', claims, letGo: async () => true }, { provider, begunAt: at(20), notBefore: at(3600), now })

test('a sign-in of the last hour, of a class and by the methods that the operator named, is strong and as old as it says', () => {
  assert.deepEqual(weigh(), { signedInAt: at(300), isStrong: true })
})

test('where the operator named nothing, every way counts and none is strong', () => {
  assert.deepEqual(weigh({ provider: anyWay, claims: { iat: ago(1), auth_time: ago(5) } }), { signedInAt: at(5), isStrong: false })
})

test('where only the one is named, only the one is asked for', () => {
  const { acr, amr, ...times } = good
  assert.deepEqual(weigh({ provider: { ...strict, amr: [] }, claims: { ...times, acr } }), { signedInAt: at(300), isStrong: true })
  assert.deepEqual(weigh({ provider: { ...strict, acr: [] }, claims: { ...times, amr } }), { signedInAt: at(300), isStrong: true })
})

for (const [name, claims] of Object.entries({
  'another class': { ...good, acr: 'pwd' },
  'no class': { ...good, acr: undefined },
  'a list for a class': { ...good, acr: ['phr'] },
  'one of the two methods': { ...good, amr: ['hwk'] },
  'no methods': { ...good, amr: undefined },
  'methods in one word': { ...good, amr: 'hwk user' },
})) {
  test(`${name} is too weak`, () => assert.equal(weigh({ claims }), 'sign-in-too-weak'))
}

test('a sign-in of before the hour is too old, and one at a time that nobody says does not count', () => {
  assert.equal(weigh({ claims: { ...good, auth_time: ago(3600 + 61) } }), 'sign-in-too-old')
  assert.equal(weigh({ claims: { ...good, auth_time: undefined } }), 'sign-in-time-unknown')
  assert.equal(weigh({ claims: { ...good, auth_time: String(ago(5)) } }), 'sign-in-time-unknown')
})

test('a clock there may be wrong by a minute; a sign-in is never younger than now', () => {
  assert.deepEqual(weigh({ claims: { ...good, iat: ago(-50), auth_time: ago(-50) } }), { signedInAt: now, isStrong: true })
  assert.equal(weigh({ claims: { ...good, auth_time: ago(-70) } }), 'provider-answer-wrong')
  assert.equal(weigh({ claims: { ...good, iat: ago(-70) } }), 'provider-answer-wrong')
})

test('a token that was made before the browser was sent there, or at no time, is not of this sign-in', () => {
  assert.equal(weigh({ claims: { ...good, iat: ago(20 + 61) } }), 'provider-answer-wrong')
  assert.equal(weigh({ claims: { ...good, iat: undefined } }), 'provider-answer-wrong')
})

test('another issuer is not believed, also one that the provider itself stands for', () => {
  assert.equal(weigh({ issuer: 'https://login.example/tenant' }), 'provider-answer-wrong')
})
