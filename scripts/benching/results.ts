/** How bench/RESULTS.md looks: a table for each bench, with where and when it was measured. */
import type { Row } from '../../bench/row.ts'

export type Measured = { readonly name: string; readonly measuredAt: Date; readonly machine: string; readonly rows: readonly Row[] }

const head = `# Results

Written by \`npm run bench\`; never by hand. The peer was measured in the same run on the same input.
A ratio above 1 means that ours is better. Absolute figures are those of the machine; ratios travel better.
`

/** RESULTS.md with the sections of what was measured put in, in the order of their names; those of the other benches stay as they were. */
export function toMarkdown(before: string, measured: readonly Measured[]): string {
  const sections = new Map(
    before
      .split(/^(?=## )/m)
      .slice(1)
      .map((section) => [nameOf(section), section.trimEnd()]),
  )
  for (const one of measured) sections.set(one.name, toSection(one))
  const sorted = [...sections].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, section]) => section)
  return `${[head.trimEnd(), ...sorted].join('\n\n')}\n`
}

const nameOf = (section: string): string => section.slice(3, section.indexOf('\n')).trim()

const toSection = ({ name, measuredAt, machine, rows }: Measured): string =>
  [
    `## ${name}`,
    '',
    `Measured ${measuredAt.toISOString().slice(0, 16).replace('T', ' ')} UTC on ${machine}.`,
    '',
    '| what | ours | peer | ratio | note |',
    '|---|---|---|---|---|',
    ...rows.map(toLine),
  ].join('\n')

/** How many times better ours is; nothing without a peer, and nothing where one of the two is zero. */
export function ratioOf({ ours, peer, better }: Row): number | undefined {
  if (peer === undefined || ours === 0 || peer.value === 0) return undefined
  return better === 'more' ? ours / peer.value : peer.value / ours
}

function toLine(row: Row): string {
  const ratio = ratioOf(row)
  const peer = row.peer ? `${figure(row.peer.value)} ${row.unit} (${row.peer.name})` : '–'
  const cells = [row.name, `${figure(row.ours)} ${row.unit}`, peer, ratio === undefined ? '–' : `${ratio.toFixed(2)} ×`, row.note]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}

function figure(value: number): string {
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 3 })
}
