import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { importPeople, planImport } from './import-people.ts'
import { mostPeople, readPeople as read } from './read-people.ts'

const readPeople = (text: string) => read(text, new Date('2026-08-01T10:00:00Z'))

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const codes = (text: string) => readPeople(text).problems.map(({ row, code }) => `${row} ${code}`)

test('a list is read with its headings in any of the four languages and any of the usual separators', () => {
  for (const text of [
    'Name,E-mail,Title,Role,Language\nAda Ross,ada@ruiz.example,Press,admin,es\n',
    '\ufeffNombre;Correo electrónico;Cargo;Rol;Idioma\r\nAda Ross;ada@ruiz.example;Press;administradora;es\r\n',
    'Nom\tCourriel\tFonction\tRole\tLangue\nAda Ross\tada@ruiz.example\tPress\tadministratrice\tES\n',
    'Sprache,Rolle,Titel,E-Mail-Adresse,Voller Name\nes,Verwaltung,Press,ada@ruiz.example,"Ada Ross"\n',
  ]) {
    const { rows, problems } = readPeople(text)
    assert.deepEqual(problems, [], text)
    assert.deepEqual(
      [rows[0]?.name, rows[0]?.address.folded, rows[0]?.title, rows[0]?.role, rows[0]?.language],
      ['Ada Ross', 'ada@ruiz.example', 'Press', 'administrator', 'es'],
    )
  }
})

test('each mistake is told with the number of its row', () => {
  const text = `name,address,role,language
Ada,ada@ruiz.example,,
,nobody@ruiz.example,,
Ben,not an address,,
Cem,ADA@ruiz.example,,
Dee,dee@ruiz.example,king,
Eva,eva@ruiz.example,,xx
"=cmd|' /C calc'!A0",f@ruiz.example,,
Gus,@SUM(A1),,
Hal,hal@ruiz.example,member,fr
`
  assert.deepEqual(codes(text), ['3 name', '4 address', '5 twice', '6 role', '7 language', '8 formula', '9 formula'])
  assert.deepEqual(
    readPeople(text).rows.map(({ name }) => name),
    ['Ada', 'Hal'],
  )
})

test('lines without anything, which spreadsheets leave at the end and people in the middle, are passed over and counted', () => {
  assert.deepEqual(codes('name;address\n\nAda;ada@ruiz.example\n;;\nBen;nowhere\n;\n;\n'), ['5 address'])
  assert.deepEqual(codes('name,address\n,,\n\n'), ['2 no-rows'])
  assert.deepEqual(readPeople('name,address\nAda,ada@ruiz.example\n,\n,\n').problems, [])
})

test('an address is the same in whatever letters it is written, and none hides what nobody sees', () => {
  assert.deepEqual(
    codes('name,address\nA,ada@ruiz.example\nB,ＡＤＡ@ruiz.example\nC,ada@ruiz。example\nD,a\u200bda@ruiz.example\nE,ada@ruiz.example/\n'),
    ['3 twice', '4 twice', '5 address', '6 address'],
  )
})

test('a list may say who is here for a time, in any of the four languages, and a volunteer without a last day is a sentence', () => {
  const rows = readPeople(
    'Nom,Courriel,Type,Dernier jour\nAda,ada@ruiz.example,Bénévole,2026-11-03\nBen,ben@ruiz.example,,\nCem,cem@ruiz.example,Prestataire,2026-08-01\n',
  )
  assert.deepEqual(rows.problems, [])
  assert.deepEqual(
    rows.rows.map(({ kind, endsOn }) => [kind, endsOn]),
    [
      ['volunteer', '2026-11-03'],
      ['staff', undefined],
      ['vendor', '2026-08-01'],
    ],
  )
  assert.deepEqual(
    codes(
      'name,address,kind,ends\nA,a@r.example,volunteer,\nB,b@r.example,staff,2026-07-31\nC,c@r.example,,03/11/2026\nD,d@r.example,friend,\nE,e@r.example,,2026-02-30\n',
    ),
    ['2 ends-missing', '3 ends', '4 ends', '5 kind', '6 ends'],
  )
})

test('a list without the columns, without rows, that is no CSV or is far too long is one sentence', () => {
  assert.deepEqual(codes('first,last\nAda,Ross\n'), ['1 no-columns'])
  assert.deepEqual(codes('name,address\n'), ['2 no-rows'])
  assert.deepEqual(codes(''), ['1 no-columns'])
  assert.deepEqual(
    codes('name,address\n"Ada,ada@ruiz.example\n').map((one) => one.split(' ')[1]),
    ['not-csv'],
  )
  const began = performance.now()
  assert.deepEqual(codes(`name,address\n${'A,a@b.example\n'.repeat(1_000_000)}`), [`${mostPeople + 2} too-many`])
  assert.ok(performance.now() - began < 5000)
})

const people = (count: number, domain: string) =>
  `name,address\n${Array.from({ length: count }, (_, place) => `Person ${place},p${place}@${domain}`).join('\n')}\n`

test('with one mistake nobody is added; without, those who are there stay as they are', async () => {
  const { organisationId, analyst } = world
  const wrong = `${people(3, 'ruiz.example')}X,nowhere\n`
  assert.equal((await importPeople(world, analyst, { organisationId, text: wrong, byMail: false }))?.problems.length, 1)
  assert.equal((await planImport(world, analyst, organisationId, people(3, 'ruiz.example')))?.added, 3)
  const text = `${people(3, 'ruiz.example')}Marta,MARTA@ruiz.example\n`
  assert.deepEqual(await importPeople(world, analyst, { organisationId, text, byMail: true }), { added: 3, there: 1, problems: [] })
  assert.deepEqual(await importPeople(world, analyst, { organisationId, text, byMail: true }), { added: 0, there: 4, problems: [] })
})

test('nobody imports into somebody else’s organisation', async () => {
  const stranger = {
    kind: 'administrator',
    personId: world.marta.personId,
    organisationId: '00000000-0000-7000-8000-000000000000',
  } as const
  assert.equal(
    await importPeople(world, stranger, { organisationId: world.organisationId, text: people(1, 'x.example'), byMail: false }),
    undefined,
  )
  assert.equal(
    await planImport(world, { kind: 'person', personId: world.marta.personId }, world.organisationId, people(1, 'x.example')),
    undefined,
  )
})

test('5,000 people are added and invited within ten seconds, each with a link of their own', async () => {
  const { organisationId, analyst } = world
  const began = performance.now()
  const done = await importPeople(world, analyst, { organisationId, text: people(5000, 'many.example'), byMail: true })
  const tookMs = performance.now() - began
  console.log(`# 5,000 people in ${(tookMs / 1000).toFixed(1)} s`)
  assert.equal(done?.added, 5000)
  assert.ok(tookMs <= 10_000, `${Math.round(tookMs)} ms`)
  const { links } = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('invitation')
      .select((columns) => columns.fn.count<string>('token_hash').distinct().as('links'))
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  assert.equal(Number(links), 5003)
})
