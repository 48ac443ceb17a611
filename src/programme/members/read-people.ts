/** A list of people as spreadsheets write it, read row by row; what is wrong with a row is told with its number. */
import { isTrouble, type Language, languages } from '#kernel'
import { type Address, readAddress } from './address.ts'
import { type MembershipKind, mayEndOn, membershipKinds, needsEnd, realDay } from './membership-time.ts'
import { readName } from './name.ts'
import { readTable } from './read-table.ts'

export type PersonRow = {
  /** As a spreadsheet counts, the headings being row 1. */
  readonly row: number
  readonly name: string
  readonly address: Address
  readonly title: string
  readonly role: 'member' | 'administrator'
  readonly language: Language
  readonly kind: MembershipKind
  readonly endsOn?: string
}

/** `code` is a sentence of the wording, `quote` what stands in the cell. */
export type RowProblem = {
  readonly row: number
  readonly code:
    | 'no-columns'
    | 'not-csv'
    | 'too-many'
    | 'no-rows'
    | 'name'
    | 'address'
    | 'twice'
    | 'formula'
    | 'role'
    | 'language'
    | 'kind'
    | 'ends'
    | 'ends-missing'
  readonly quote: string
}

export type PeopleRead = { readonly rows: readonly PersonRow[]; readonly problems: readonly RowProblem[] }

export const mostPeople = 5000
const mostProblems = 200

const columns = ['name', 'address', 'title', 'role', 'language', 'kind', 'ends'] as const
type Column = (typeof columns)[number]

/** Headings as people write them, folded; the first column that fits counts. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'fullname', 'person', 'nombre', 'nom', 'vollername'],
  address: [
    'address',
    'mail',
    'email',
    'mailaddress',
    'emailaddress',
    'correo',
    'correoelectronico',
    'direccion',
    'adresse',
    'courriel',
    'mailadresse',
    'emailadresse',
  ],
  title: ['title', 'position', 'job', 'cargo', 'puesto', 'fonction', 'poste', 'titel', 'funktion'],
  role: ['role', 'rol', 'rolle'],
  language: ['language', 'idioma', 'lengua', 'langue', 'sprache'],
  kind: ['kind', 'tipo', 'type', 'genre', 'art'],
  ends: [
    'ends',
    'enddate',
    'end',
    'until',
    'lastday',
    'fin',
    'hasta',
    'ultimodia',
    'findate',
    'datefin',
    'jusquau',
    'dernierjour',
    'ende',
    'bis',
    'letztertag',
  ],
}

const administrators = [
  'administrator',
  'admin',
  'administradora',
  'administrador',
  'administratrice',
  'administrateur',
  'verwaltung',
  'administratorin',
]
/** As people write them, folded to letters without marks. */
const kinds: Readonly<Record<MembershipKind, readonly string[]>> = {
  staff: [
    '',
    'staff',
    'employee',
    'personal',
    'empleada',
    'empleado',
    'equipe',
    'salarie',
    'salariee',
    'mitarbeit',
    'mitarbeiter',
    'mitarbeiterin',
  ],
  volunteer: ['volunteer', 'voluntaria', 'voluntario', 'benevole', 'freiwillig', 'freiwillige', 'freiwilliger'],
  vendor: ['vendor', 'supplier', 'proveedor', 'proveedora', 'prestataire', 'fournisseur', 'lieferant', 'lieferantin', 'dienstleister'],
  family: ['family', 'familia', 'famille', 'familie'],
}
const members = ['', 'member', 'miembro', 'membre', 'mitglied']

/** Reads a list; rows that are right and all that is wrong, at most 200 of it. Nothing of a row with a mistake is among the rows. */
export function readPeople(text: string, now: Date): PeopleRead {
  const table = readTable(text, { most: mostPeople + 1, separators: [',', ';', '\t'], emptyLines: true })
  if ('why' in table) return { rows: [], problems: [{ row: table.line, code: 'not-csv', quote: '' }] }
  const [head = [], ...lines] = table.rows
  const places = placesOf(head)
  if (places.name === undefined || places.address === undefined)
    return { rows: [], problems: [{ row: 1, code: 'no-columns', quote: head.join(', ').slice(0, 120) }] }
  const filled = [...lines.entries()].filter(([, cells]) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return { rows: [], problems: [{ row: 2, code: 'no-rows', quote: '' }] }
  if (table.isCut) return { rows: [], problems: [{ row: mostPeople + 2, code: 'too-many', quote: String(mostPeople) }] }
  const rows: PersonRow[] = []
  const problems: RowProblem[] = []
  const first = new Map<string, number>()
  for (const [index, cells] of filled) {
    const row = index + 2
    const cell = (column: Column): string => (places[column] === undefined ? '' : (cells[places[column]] ?? '').trim())
    const read = rowOf(row, cell, now)
    if ('code' in read) problems.push(read)
    else if (first.has(read.address.folded))
      problems.push({ row, code: 'twice', quote: `${read.address.written} (${first.get(read.address.folded)})` })
    else {
      first.set(read.address.folded, row)
      rows.push(read)
    }
    if (problems.length >= mostProblems) break
  }
  return { rows, problems }
}

function rowOf(row: number, cell: (column: Column) => string, now: Date): PersonRow | RowProblem {
  const wrong = (code: RowProblem['code'], quote: string): RowProblem => ({ row, code, quote: quote.slice(0, 80) })
  // A spreadsheet would run it when the list is carried out again (CWE-1236).
  const formula = columns.map(cell).find((text) => /^[=+@\t\r]|^-(?!\s*$)/.test(text))
  if (formula !== undefined) return wrong('formula', formula)
  const name = tried(() => readName(cell('name')))
  if (name === undefined) return wrong('name', cell('name'))
  const address = tried(() => readAddress(cell('address')))
  if (address === undefined) return wrong('address', cell('address'))
  const role = cell('role').toLowerCase()
  const isAdministrator = administrators.includes(role)
  if (!isAdministrator && !members.includes(role)) return wrong('role', cell('role'))
  const spoken = cell('language').toLowerCase().slice(0, 2)
  const language = spoken === '' ? 'en' : languages.find((one) => one === spoken)
  if (language === undefined) return wrong('language', cell('language'))
  const kind = membershipKinds.find((one) => kinds[one].includes(lettersOf(cell('kind'))))
  if (kind === undefined) return wrong('kind', cell('kind'))
  const typed = cell('ends')
  const endsOn = realDay(typed)
  if (typed !== '' && (endsOn === undefined || !mayEndOn(endsOn, now))) return wrong('ends', typed)
  if (endsOn === undefined && needsEnd(kind)) return wrong('ends-missing', name)
  const time = { kind, ...(endsOn !== undefined && { endsOn }) }
  return { ...time, row, name, address, title: cell('title').slice(0, 100), role: isAdministrator ? 'administrator' : 'member', language }
}

function tried<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (cause) {
    if (isTrouble(cause, 'refusal')) return undefined
    throw cause
  }
}

const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

function placesOf(head: readonly string[]): Readonly<Partial<Record<Column, number>>> {
  const folded = head.map(lettersOf)
  const place = (column: Column): readonly [Column, number][] => {
    const at = folded.findIndex((one) => headings[column].includes(one))
    return at < 0 ? [] : [[column, at]]
  }
  return Object.fromEntries(columns.flatMap(place))
}
