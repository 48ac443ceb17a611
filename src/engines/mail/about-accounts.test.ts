import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepers, speaksOfAccounts } from './about-accounts.ts'
import { brands } from './names/brands.ts'

const header = (from: string, subject: string) => Buffer.from(`From: ${from}\r\nSubject: ${subject}\r\n\r\n`)

test('a mail that a provider sends, or somebody who poses as one, is about accounts', async () => {
  for (const [from, subject] of [
    ['Google <no-reply@accounts.google.com>', 'Critical alert'],
    ['"Microsoft account team" <account-security-noreply@accountprotection.microsoft.com>', 'Hello'],
    ['Google Support <help@secure-desk.example>', 'Please read'],
    ['Mïcrosoft <team@elsewhere.example>', 'Notice'],
    ['IT desk <it@campaign-desk.example>', 'Your mailbox is almost full'],
    ['Someone <a@b.example>', 'New sign-in from Lagos'],
    ['Alguien <a@b.example>', 'Su contraseña caduca hoy'],
    ['Quelqu’un <a@b.example>', 'Connexion inhabituelle à votre compte'],
    ['Jemand <a@b.example>', 'Ungewöhnliche Anmeldung in Ihrem Konto'],
    ['=?utf-8?q?Gmail_Team?= <x@y.example>', '=?utf-8?b?SGVsbG8=?='],
  ] as const)
    assert.equal(await speaksOfAccounts(header(from, subject)), true, `${from}: ${subject}`)
})

test('what friends, shops and colleagues write about is not', async () => {
  for (const [from, subject] of [
    ['Lena <lena@home.example>', 'Dinner on Friday?'],
    ['Print House <orders@printhouse.example>', 'Your leaflets are printed'],
    ['Marta <marta@riverton.example>', 'Re: Schedule for Tuesday'],
    ['Paul <paul@home.example>', 'Fotos vom Wochenende'],
    ['Ana <ana@home.example>', 'Recetas de la abuela'],
    ['Luc <luc@home.example>', 'On se voit dimanche ?'],
  ] as const)
    assert.equal(await speaksOfAccounts(header(from, subject)), false, `${from}: ${subject}`)
})

test('no header, or a broken one of any size, is looked at without a fault', async () => {
  assert.equal(await speaksOfAccounts(Buffer.alloc(0)), false)
  assert.equal(await speaksOfAccounts(Buffer.from(`From: ${'<'.repeat(500_000)}`)), false)
  assert.equal(typeof (await speaksOfAccounts(Buffer.from('Subject: =?x?q?=?=\0\r\n'))), 'boolean')
})

test('every keeper of accounts is a brand that the engine knows', () => {
  const names = new Set(brands.map(({ name }) => name))
  assert.deepEqual(
    [...keepers].filter((name) => !names.has(name)),
    [],
  )
})
