import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Inspection, inspect, nobody } from '#mail'
import { fixtureMail, fixtureNames } from '../../../test/support/mail-fixtures.ts'

type Campaign = Inspection['campaign']
const agree = (left: Campaign, right: Campaign): number =>
  [left.sender === right.sender, left.subject === right.subject, left.payload === right.payload].filter(Boolean).length
const campaignOf = async (bytes: Uint8Array): Promise<Campaign> => (await inspect(bytes, { trustedAuthserv: [], circle: nobody })).campaign

const variant = (change: { sender?: string; subject?: string; token?: string; to?: string }): Uint8Array => {
  const {
    sender = 'Mail Desk <desk@quota-notes.example>',
    subject = 'Mailbox of {to} is full',
    token = '8fj2',
    to = 'Ana Ruiz <ana.ruiz@riverton.example>',
  } = change
  const name = to.slice(0, to.indexOf(' '))
  const text = `Dear ${name}, your mailbox is full. https://quota-notes-login.example/up/${token}?r=${token}`
  return Buffer.from(`From: ${sender}\nTo: ${to}\nSubject: ${subject.replace('{to}', name)}\n\n${text}\n`)
}

test('mails of one campaign agree whoever they are written to', async () => {
  const first = await campaignOf(variant({}))
  const variants = [
    { to: 'Lee Wong <lee.wong@riverton.example>', token: 'qq71x' },
    { sender: 'Mail Desk <desk77@other-notes.example>', token: 'a1b2' },
    { subject: 'Last warning', token: '99' },
  ]
  for (const change of variants) assert.ok(agree(first, await campaignOf(variant(change))) >= 2, JSON.stringify(change))
})

test('different attacks are different campaigns', async () => {
  const campaigns = await Promise.all(
    fixtureNames('hostile').map(async (name) => ({ name, campaign: await campaignOf(fixtureMail(name)) })),
  )
  for (const [place, left] of campaigns.entries()) {
    for (const right of campaigns.slice(place + 1)) assert.ok(agree(left.campaign, right.campaign) < 2, `${left.name} and ${right.name}`)
  }
})
