import assert from 'node:assert/strict'
import { test } from 'node:test'
import { couldVouch, type Word, whoseMailbox } from './whose-mailbox.ts'

const personal = '9188040d-6c67-4c5b-b112-36a304b66dad'
const tenant = '11111111-2222-3333-4444-555555555555'
const stranger = '99999999-2222-3333-4444-555555555555'
/** campaign.example is verified in `tenant`. */
const tenantOf = async (domain: string) => (domain === 'campaign.example' ? tenant : undefined)

type Case = readonly [says: string, address: string, claims: Readonly<Record<string, unknown>>, word: Word]

const atGoogle: readonly Case[] = [
  ['a Gmail address that is verified', 'dana@gmail.com', { email: 'dana@gmail.com', email_verified: true }, 'proven'],
  ['Gmail overlooks dots', 'd.ana@gmail.com', { email: 'dana@gmail.com', email_verified: true }, 'proven'],
  [
    'a Workspace address',
    'dana@campaign.example',
    { email: 'Dana@Campaign.example', email_verified: true, hd: 'campaign.example' },
    'proven',
  ],
  [
    'an account with an address elsewhere',
    'dana@family.example',
    { email: 'dana@family.example', email_verified: true },
    'not-vouched-for',
  ],
  ['an address that Google did not verify', 'dana@gmail.com', { email: 'dana@gmail.com', email_verified: false }, 'not-vouched-for'],
  ['verified in words only', 'dana@gmail.com', { email: 'dana@gmail.com', email_verified: 'true' }, 'not-vouched-for'],
  ['somebody else', 'dana@gmail.com', { email: 'eve@gmail.com', email_verified: true }, 'another-account'],
  ['no address', 'dana@gmail.com', { email_verified: true }, 'another-account'],
  ['nonsense for an address', 'dana@gmail.com', { email: ['dana@gmail.com'], email_verified: true }, 'another-account'],
]

const work = 'dana@campaign.example'
const atMicrosoft: readonly Case[] = [
  ['an address alone, of whatever tenant', work, { email: work, tid: stranger }, 'not-vouched-for'],
  ['an address and a name of a strange tenant', work, { email: work, preferred_username: work, tid: stranger }, 'not-vouched-for'],
  ['the domain’s owner is verified', work, { email: work, tid: stranger, xms_edov: true }, 'proven'],
  ['the same, as Microsoft also writes it', work, { email: work, tid: stranger, xms_edov: '1' }, 'proven'],
  ['the domain’s owner is not verified', work, { email: work, tid: stranger, xms_edov: false }, 'not-vouched-for'],
  [
    'verified, of another address',
    work,
    { email: 'eve@evil.example', preferred_username: work, tid: stranger, xms_edov: true },
    'not-vouched-for',
  ],
  [
    'a member of the tenant that owns the domain',
    work,
    { preferred_username: 'Dana@campaign.example', tid: tenant.toUpperCase() },
    'proven',
  ],
  [
    'an address, and not a name, in the tenant that owns the domain',
    work,
    { email: work, preferred_username: 'x@campaign.example', tid: tenant },
    'not-vouched-for',
  ],
  ['a guest of the tenant', 'dana@family.example', { preferred_username: 'dana@family.example', tid: tenant }, 'not-vouched-for'],
  ['a personal account at Outlook', 'dana@outlook.com', { email: 'dana@outlook.com', tid: personal }, 'proven'],
  [
    'a personal account with an address elsewhere',
    'dana@family.example',
    { email: 'dana@family.example', tid: personal },
    'not-vouched-for',
  ],
  ['an Outlook address said by a strange tenant', 'dana@outlook.com', { email: 'dana@outlook.com', tid: stranger }, 'not-vouched-for'],
  ['no tenant', 'dana@outlook.com', { email: 'dana@outlook.com' }, 'not-vouched-for'],
  ['somebody else', work, { email: 'eve@campaign.example', tid: tenant, xms_edov: true }, 'another-account'],
]

for (const [provider, cases] of [
  ['google', atGoogle],
  ['microsoft', atMicrosoft],
] as const) {
  for (const [says, address, claims, word] of cases) {
    test(`${provider}: ${says} is ${word}`, async () => {
      assert.equal(await whoseMailbox({ provider, claims, address, tenantOf }), word)
    })
  }
}

test('only a provider that could run the mailbox is offered', () => {
  const offered = (address: string) => (['microsoft', 'google'] as const).filter((one) => couldVouch(one, address))
  assert.deepEqual(offered('dana@gmail.com'), ['google'])
  assert.deepEqual(offered('dana@hotmail.co.uk'), ['microsoft'])
  assert.deepEqual(offered('dana@campaign.example'), ['microsoft', 'google'])
  assert.deepEqual(offered('dana@outlook.com.evil.example'), ['microsoft', 'google'])
})
