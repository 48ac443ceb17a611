/**
 * What is kept of somebody as one file to read: headings, tables, no script, nothing to load, made for paper too. It says what the JSON says; the names of
 * the fields are those of the JSON, so that one can be looked up in the other.
 */
import type { ExportPart } from '../deps/organisations.ts'
import type { Words } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'

export type Exported = Readonly<Record<string, unknown>>

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem;font-size:.875rem}th,td{border:1px solid #8888;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
dt{font-weight:600}dd{margin:0 0 .5rem}h2{margin-top:2rem;break-after:avoid}@media print{body{margin:0}}`

/** A whole document. */
export function exportPage(words: Words, title: string, data: Exported): string {
  const sections = Object.entries(data).map(([name, value]) => section(words, name, value))
  return `${beginning(words, title)}${html`${sections}`}${end}`
}

/** The same, written while it is read. */
export async function* exportPages(words: Words, title: string, parts: readonly ExportPart[]): AsyncGenerator<string> {
  yield beginning(words, title)
  for (const part of parts)
    if ('value' in part) yield section(words, part.name, part.value).toString()
    else yield* rowsOf(words, part)
  yield end
}

async function* rowsOf(words: Words, { name, columns, pages }: Extract<ExportPart, { readonly pages: unknown }>): AsyncGenerator<string> {
  yield `<section>${html`<h2>${readable(name)}</h2>`}`
  let isEmpty = true
  for await (const rows of pages) {
    if (rows.length === 0) continue
    if (isEmpty) yield `<table>${heads(columns)}<tbody>\n`
    isEmpty = false
    yield html`${cells(columns, rows)}`.toString()
  }
  yield `${isEmpty ? nothing(words) : '</tbody></table>'}</section>`
}

const beginning = (words: Words, title: string): string =>
  `<!DOCTYPE html>\n<html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${html`${title}`}</title><style>${style}</style></head><body>${html`<h1>${title}</h1><p>${words.say('export.says')}</p>`}`
const end = '</body></html>\n'

const section = (words: Words, name: string, value: unknown): Markup =>
  html`<section><h2>${readable(name)}</h2>${shown(words, value)}</section>`
const nothing = (words: Words): Markup => html`<p>${words.say('export.nothing')}</p>`
const heads = (columns: readonly string[]): Markup =>
  html`<thead><tr>${columns.map((name) => html`<th scope="col">${readable(name)}</th>`)}</tr></thead>`
const cells = (columns: readonly string[], rows: readonly Exported[]): readonly Markup[] =>
  rows.map((one) => html`<tr>${columns.map((name) => html`<td>${plain(one[name])}</td>`)}</tr>`)

/** `last_seen_at` and `lastSeenAt` as `last seen at`. */
const readable = (name: string): string =>
  name
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()

function shown(words: Words, value: unknown): Markup {
  if (Array.isArray(value)) return value.length === 0 ? nothing(words) : list(value)
  if (isRecord(value))
    return html`<dl>${Object.entries(value).map(([name, one]) => html`<dt>${readable(name)}</dt><dd>${plain(one)}</dd>`)}</dl>`
  return html`<p>${value === undefined ? words.say('export.nothing') : plain(value)}</p>`
}

function list(values: readonly unknown[]): Markup {
  const records = values.filter(isRecord)
  if (records.length < values.length) return html`<ul>${values.map((one) => html`<li>${plain(one)}</li>`)}</ul>`
  const names = [...new Set(records.flatMap((one) => Object.keys(one)))]
  return html`<table>${heads(names)}<tbody>
${cells(names, records)}</tbody></table>`
}

const isRecord = (value: unknown): value is Exported =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value) && !ArrayBuffer.isView(value)

function plain(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
