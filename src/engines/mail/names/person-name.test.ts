import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressFits, readPersonName, sameName } from './person-name.ts'

const compare = (known: string, shown: string) => sameName(readPersonName(known), readPersonName(shown))

const onePerson: Readonly<Record<string, readonly string[]>> = {
  'Jane Okafor': [
    'jane okafor', 'Okafor, Jane', 'OKAFOR Jane', 'Dr. Jane Okafor', 'Jane A. Okafor', 'Jane Adaeze Okafor', 'Okafor, Jane A.', 'Jane Okafor, Treasurer',
    'Jane Okafor (Riverton Forward)', 'Jane Okafor | Treasurer', 'Jane Okafor via DocuSign', 'Ms Jane Okafor PhD', '"Jane Okafor"', 'Jane "JJ" Okafor',
    'Jаne Okаfor', 'Jane 0kafor', 'Ｊａｎｅ Ｏｋａｆｏｒ', 'Jane Okafor <jane@okafor.example>', 'Sen. Jane Okafor', 'Jane Okafor - Chair',
  ],
  'Elizabeth Moreau': ['Liz Moreau', 'Beth Moreau', 'Moreau, Betty', 'Élizabeth Moreau', 'Libby Moreau'],
  'Robert Lindqvist': ['Bob Lindqvist', 'Rob Lindqvist', 'Bobby Lindqvist', 'Lindqvist, Bob'],
  'José Luis García Prieto': ['Pepe García Prieto', 'Jose Luis Garcia', 'Jose Garcia Prieto', 'Sr. José Luis García Prieto'],
  'Ana Ruiz': ['Ana Ruiz García', 'Ana María Ruiz', 'Ruiz, Ana', 'Dña. Ana Ruiz'],
  'Jürgen Müller': ['Juergen Mueller', 'Jurgen Muller', 'Dr. Jürgen Müller', 'Müller, Jürgen'],
  'Ignacio de la Fuente': ['Nacho de la Fuente', 'Ignacio Fuente', 'De la Fuente, Ignacio'],
} // biome-ignore format: lists of names

for (const [known, writings] of Object.entries(onePerson)) {
  test(`${known} is recognised however the name is written`, () => {
    for (const shown of writings) assert.equal(compare(known, shown), 'same', shown)
  })
}

test('somebody else is somebody else', () => {
  const others: readonly (readonly [string, string])[] = [
    ['Jane Okafor', 'Jane Okoro'], ['Jane Okafor', 'Chidi Okafor'], ['Jane Okafor', 'Janet Okafor'], ['Jane Okafor', 'Jane'], ['Jane Okafor', 'Okafor'],
    ['Jane Okafor', 'Okafor & Sons'], ['Jane Okafor', 'Jane Smith Brown'], ['Ana Ruiz', 'Ana Belén Soto Ruiz Marín'], ['Ana Ruiz', 'Anabel Ruiz'],
    ['Marta Soler', 'Soler Construcciones'], ['Robert Lindqvist', 'Rupert Hall'], ['Lee Wong', 'Lee Wang'], ['Kim Park', 'Park Hotel'],
  ] // biome-ignore format: pairs
  for (const [known, shown] of others) assert.equal(compare(known, shown), undefined, `${known} / ${shown}`)
})

test('an initial and a slip of the pen are told from the whole name', () => {
  assert.equal(compare('Jane Okafor', 'J. Okafor'), 'initial')
  assert.equal(compare('Jane Okafor', 'Jane Okafer'), 'slip')
  assert.equal(compare('Marta Lindqvist', 'Marta Lindquist'), 'slip')
})

test('an address made of the name fits it', () => {
  const jane = readPersonName('Jane Okafor')
  for (const local of ['jane.okafor', 'j.okafor', 'okafor.j', 'jane1983', 'jokafor', 'jane']) assert.ok(addressFits(jane, local), local)
  for (const local of ['ceo.desk', 'office112', 'xk3', '']) assert.ok(!addressFits(jane, local), local)
})

test('a cruel display name is read in no time', () => {
  const began = process.hrtime.bigint()
  for (const name of ['a '.repeat(50_000), ','.repeat(100_000), '('.repeat(100_000), 'ǆ'.repeat(100_000)]) readPersonName(name)
  assert.ok(Number(process.hrtime.bigint() - began) / 1e6 < 200)
})
