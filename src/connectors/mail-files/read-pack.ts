/**
 * A pack of labelled mails: a folder with `index.tsv`, which names each file and says what it is. The labels are for whoever measures; no detector sees
 * them.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refusal, sentenceOf } from '#kernel'

export type LabelledMail = {
  /** The path below the pack. */
  readonly file: string
  readonly isHostile: boolean
  /** A rough kind of hostile mail, good for slices only. */
  readonly kind: string
  readonly source: string
  /** Text or headers were invented for the pack. */
  readonly isSynthetic: boolean
}

const wanted = ['file', 'class', 'subclass', 'source', 'synthetic'] as const

/** What the pack in `folder` lists, in its order. Throws a refusal that says what is missing. */
export async function readPack(folder: string): Promise<readonly LabelledMail[]> {
  const text = await readFile(join(folder, 'index.tsv'), 'utf8').catch((error: unknown) => {
    throw refusal('unreadable-pack', `reading the pack in ${folder}: ${sentenceOf(error)}`, { cause: error })
  })
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/)
  const columns = head.split('\t')
  const missing = wanted.filter((name) => !columns.includes(name))
  if (missing.length > 0) throw refusal('unreadable-pack', `reading the pack in ${folder}: index.tsv has no column ${missing.join(', ')}`)
  const mails = lines.map((line, place) => toMail(line.split('\t'), columns, `${folder}/index.tsv, line ${place + 2}`))
  if (mails.length === 0) throw refusal('unreadable-pack', `reading the pack in ${folder}: index.tsv lists no mail`)
  return mails
}

function toMail(cells: readonly string[], columns: readonly string[], where: string): LabelledMail {
  const cell = (name: (typeof wanted)[number]): string => cells[columns.indexOf(name)] ?? ''
  const label = cell('class')
  if (label !== 'phish' && label !== 'ham') throw refusal('unreadable-pack', `${where}: the class is “${label}”; phish or ham was expected`)
  const file = cell('file')
  if (file === '' || file.startsWith('/') || file.split('/').includes('..'))
    throw refusal('unreadable-pack', `${where}: “${file}” is no file below the pack`)
  return { file, isHostile: label === 'phish', kind: cell('subclass'), source: cell('source'), isSynthetic: cell('synthetic') === '1' }
}
