/** The part of docs/operator/roles.md that is measured: what each role opens, and which tables it reads. Written and compared line by line. */
import type { InRole } from '../../test/support/role-world.ts'
import type { TableSeen, ViewerKind } from '../../test/support/viewers-in-role.ts'
import type { RouteAnswers } from '../../test/support/walk-roles.ts'

export const paperPath = 'docs/operator/roles.md'
/** What the script writes, each between two marks. */
export type Part = 'pages' | 'tables'

const begins = (part: Part): string => `<!-- ${part}: written by scripts/write-roles.ts -->`
const ends = (part: Part): string => `<!-- end of ${part} -->`

/** The lines of one part as they stand in the paper. */
export function partOf(paper: string, part: Part): readonly string[] {
  const [, after = ''] = paper.split(begins(part))
  const [inside = ''] = after.split(ends(part))
  return inside.split('\n').filter((line) => line !== '')
}

/** The paper with one part written anew. */
export function withPart(paper: string, part: Part, lines: readonly string[]): string {
  const [before = '', after = ''] = paper.split(begins(part))
  const [, rest = ''] = after.split(ends(part))
  return `${before}${begins(part)}\n${lines.join('\n').replaceAll('\n### ', '\n\n### ')}\n${ends(part)}${rest}`
}

const titles: Readonly<Record<InRole, string>> = {
  nobody: 'nobody signed in',
  program: 'programs',
  person: 'persons',
  administrator: 'administrators',
  'helper-set-up': 'helpers for setting up',
  'helper-connections': 'helpers for connections',
  'helper-sign-in': 'helpers for sign-in',
  'helper-training': 'helpers for training',
  trainer: 'trainers',
  analyst: 'analysts',
  operator: 'operators',
  auditor: 'auditors',
}
const helpers: readonly InRole[] = ['helper-set-up', 'helper-connections', 'helper-sign-in', 'helper-training']
const unsigned: readonly InRole[] = ['nobody', 'program']

/** Whom a group of routes opens to, in words. */
function titleOf(roles: readonly InRole[], all: number): string {
  if (roles.length === all) return 'Everybody, signed in or not'
  if (roles.length === 0) return 'Nobody'
  if (roles.length === all - unsigned.length && !roles.some((one) => unsigned.includes(one))) return 'Whoever is signed in'
  const isAnyHelper = helpers.every((one) => roles.includes(one))
  const words = roles.flatMap((one) => (!isAnyHelper || !helpers.includes(one) ? [titles[one]] : one === helpers[0] ? ['helpers'] : []))
  const said = new Intl.ListFormat('en').format(words)
  return said.slice(0, 1).toUpperCase() + said.slice(1)
}

/** Groups of routes that open to the same, each with a line for every path. */
export function linesOfRoutes(found: readonly RouteAnswers[]): readonly string[] {
  const groups = new Map<string, Map<string, string[]>>()
  for (const { method, path, answers } of found) {
    const open = [...answers].filter(([, answer]) => answer !== 'closed').map(([one]) => one)
    const title = titleOf(open, answers.size)
    const paths = groups.get(title) ?? new Map<string, string[]>()
    const mark = open.some((one) => answers.get(one) === 'after-proof') ? '\\*' : ''
    paths.set(path, [...(paths.get(path) ?? []), `${method}${mark}`])
    groups.set(title, paths)
  }
  return [...groups].flatMap(([title, paths]) => [
    `### ${title}`,
    ...[...paths].map(([path, asked]) => `- \`${path}\` ${asked.join(', ')}`),
  ])
}

const columns: Readonly<Record<ViewerKind, string>> = {
  nobody: 'nobody',
  person: 'person',
  administrator: 'administrator',
  'helper-set-up': 'helper: setting up',
  'helper-connections': 'helper: connections',
  'helper-sign-in': 'helper: sign-in',
  'helper-training': 'helper: training',
  trainer: 'trainer',
  analyst: 'analyst, operator',
  auditor: 'auditor',
  program: 'program of an organisation',
  'programme-program': 'program of the programme',
}

/** One line for every table. */
export function linesOfTables(found: readonly TableSeen[]): readonly string[] {
  const kinds = [...(found[0]?.seen.keys() ?? [])]
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    row(['table', ...kinds.map((kind) => columns[kind])]),
    `|${'---|'.repeat(kinds.length + 1)}`,
    ...found.map(({ table, seen }) => row([`\`${table}\``, ...kinds.map((kind) => seen.get(kind) ?? '')])),
  ]
}
