/** Public registers (committees, parties, charities) as the operator took them in, and an applicant's number in one. */
import { record } from '#audit'
import { cut, type Staff } from '#kernel'
import { readTable } from '#members'
import { type Tx, uuid } from '#storage'
import type { Answers } from './answers.ts'
import type { ApplicationsDeps } from './deps.ts'
import { type Proof, quoted } from './proof.ts'
import { registerNotReadable } from './refusals.ts'

const mostRows = 500_000
const atOnce = 5000

export type RegisterSeen = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly entries: number
  readonly addedAt: Date
}

/** A file with a row an entry. A column is named by its heading, or by its place from 1 on when there are no headings (as in the FEC's `cm.txt`). */
export type RegisterGiven = {
  readonly name: string
  readonly country: string
  readonly text: string
  readonly numberColumn: string
  readonly nameColumn: string
}

/** Takes a register in; one of the same name and country is replaced, all or nothing. Refusal `register-not-readable`. */
export async function takeRegister(
  { storage, clock }: ApplicationsDeps,
  who: Staff,
  given: RegisterGiven,
): Promise<{ readonly entries: number }> {
  const entries = readRegister(given)
  const id = uuid()
  const name = cut(given.name.trim(), 200)
  await storage.asTenant(who, async (tx) => {
    await tx.deleteFrom('register').where('name', '=', name).where('country', '=', given.country).execute()
    await tx
      .insertInto('register')
      .values({ id, name, country: given.country, entries: entries.length, added_at: clock.now(), added_by: who.personId })
      .execute()
    for (let from = 0; from < entries.length; from += atOnce)
      await tx
        .insertInto('register_entry')
        .values(entries.slice(from, from + atOnce).map((entry) => ({ register_id: id, ...entry })))
        .execute()
    await record(tx, clock, { actor: who, action: 'register.add', subject: `register/${id}`, details: { entries: entries.length } })
  })
  return { entries: entries.length }
}

type Entry = { readonly number: string; readonly name: string }

/** The entries of a file, each number once. */
export function readRegister({ text, numberColumn, nameColumn }: RegisterGiven): readonly Entry[] {
  const rows = rowsOf(text)
  const [first = []] = rows
  const heading = first.map((cell) => cell.trim().toLowerCase())
  const place = (column: string): { readonly at: number; readonly isNamed: boolean } => {
    const named = heading.indexOf(column.trim().toLowerCase())
    if (named >= 0) return { at: named, isNamed: true }
    const at = Number(column) - 1
    if (/^\d{1,3}$/.test(column.trim()) && at >= 0 && at < first.length) return { at, isNamed: false }
    throw registerNotReadable(
      `there is no column "${column.trim().slice(0, 40)}"; the first row is: ${quoted([first.slice(0, 8).join(' | ')])}.`,
    )
  }
  const [number, name] = [place(numberColumn), place(nameColumn)]
  const entries = new Map<string, Entry>()
  for (const row of number.isNamed || name.isNamed ? rows.slice(1) : rows) {
    const folded = foldNumber(row[number.at] ?? '')
    const called = cut((row[name.at] ?? '').normalize('NFC').trim(), 300)
    if (folded !== '' && called !== '') entries.set(folded, { number: folded, name: called })
  }
  if (entries.size === 0) throw registerNotReadable('no row has both a number and a name.')
  return [...entries.values()]
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const table = readTable(text, { most: mostRows, separators: [',', ';', '\t', '|'], looseQuotes: true })
  if ('why' in table) throw registerNotReadable(`${table.why}.`)
  if (table.isCut) throw registerNotReadable(`it has more than ${mostRows.toLocaleString('en')} rows.`)
  return table.rows
}

/** As numbers are compared: `C00-123 456` is `c00123456`. */
export const foldNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, 60)

export const listRegisters = ({ storage }: ApplicationsDeps, who: Staff): Promise<readonly RegisterSeen[]> =>
  storage.asTenant(who, async (tx) =>
    (await tx.selectFrom('register').selectAll().orderBy('country').orderBy('name').execute()).map(
      ({ id, name, country, entries, added_at }) => ({
        id,
        name,
        country,
        entries,
        addedAt: added_at,
      }),
    ),
  )

export const removeRegister = ({ storage, clock }: ApplicationsDeps, who: Staff, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('register').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await record(tx, clock, { actor: who, action: 'register.remove', subject: `register/${id}` })
    return true
  })

/** Whether the applicant's number stands in a register of their country, under a name like theirs. Nothing when no number was given. */
export async function proveByRegister(tx: Tx, { register, facts, name }: Answers): Promise<readonly Proof[]> {
  const number = foldNumber(register)
  if (number === '') return []
  const found = await tx
    .selectFrom('register_entry')
    .innerJoin('register', 'register.id', 'register_entry.register_id')
    .select(['register_entry.name', 'register.name as register'])
    .where('number', '=', number)
    .where('country', '=', facts['country'] ?? '')
    .execute()
  const match = found.find((entry) => isAlike(entry.name, name))
  const evidence = found.map((entry) => ({ asked: `${number} in ${entry.register}`, answered: quoted([entry.name]) }))
  return [
    {
      kind: 'register',
      state: match ? 'proven' : 'absent',
      evidence:
        evidence.length > 0
          ? evidence
          : [{ asked: `${number} in the registers of ${facts['country'] ?? 'no country'}`, answered: 'no such number' }],
    },
  ]
}

const plain = new Set(`a and committee de del der die du e el et for fur inc la las le les los of party pour the to und y`.split(' '))

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !plain.has(word))

/** More than half of the telling words of the shorter name stand in the other. */
export function isAlike(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((left, right) => left.length - right.length)
  if (few === undefined || many === undefined || few.length === 0) return false
  return few.filter((word) => many.includes(word)).length * 2 > few.length
}
