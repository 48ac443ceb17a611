/** How bench/RESULTS.md looks: where and when it was measured, then a table for each bench. */
import type { Row } from '../../bench/row.ts'

export type Results = {
  readonly measuredAt: Date
  readonly machine: string
  readonly benches: readonly { readonly name: string; readonly rows: readonly Row[] }[]
}

/** The whole of RESULTS.md. */
export function toMarkdown({ measuredAt, machine, benches }: Results): string {
  const head = [
    '# Results',
    '',
    'Written by `npm run bench`; never by hand. The peer was measured in the same run on the same input.',
    'A ratio above 1 means that ours is better. Absolute figures are those of this machine; ratios travel better.',
    '',
    `Measured ${measuredAt.toISOString().slice(0, 16).replace('T', ' ')} UTC on ${machine}.`,
  ]
  const tables = benches.map(({ name, rows }) => [
    '',
    `## ${name}`,
    '',
    '| what | ours | peer | ratio | note |',
    '|---|---|---|---|---|',
    ...rows.map(toLine),
  ])
  return `${[...head, ...tables.flat()].join('\n')}\n`
}

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
