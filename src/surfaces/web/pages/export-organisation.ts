/** All that an organisation may take along: as JSON, and as a file to read. Written as it is read, so that it may be of any size. */
import type { ExportPart } from '../deps/organisations.ts'
import { exportPages } from '../parts/export-page.ts'
import { giveFile, orNotHere } from '../request/answers.ts'
import type { AdministratorAsk } from '../request/ask.ts'
import { streamOf } from './stream.ts'

const read = async (ask: AdministratorAsk) => orNotHere(await ask.deps.organisations.exportAll(ask.who, ask.organisation.id))

export const exportJson = async (ask: AdministratorAsk): Promise<Response> =>
  giveFile('bellwether-organisation.json', 'application/json; charset=utf-8', streamOf(asJson(await read(ask))))

export const exportHtml = async (ask: AdministratorAsk): Promise<Response> =>
  giveFile(
    'bellwether-organisation.html',
    'text/html; charset=utf-8',
    streamOf(exportPages(ask.words, ask.organisation.name, await read(ask))),
  )

/** One object; a row of a list is a line. */
async function* asJson(parts: readonly ExportPart[]): AsyncGenerator<string> {
  let before = '{\n  '
  for (const part of parts) {
    yield `${before}${JSON.stringify(part.name)}: `
    before = ',\n  '
    if ('value' in part) {
      yield JSON.stringify(part.value) ?? 'null'
      continue
    }
    let isFirst = true
    yield '['
    for await (const rows of part.pages) {
      if (rows.length === 0) continue
      yield `${isFirst ? '' : ','}\n    ${rows.map((row) => JSON.stringify(row)).join(',\n    ')}`
      isFirst = false
    }
    yield '\n  ]'
  }
  yield '\n}\n'
}
