/** All that an organisation may take along: as JSON, and as a file to read. */
import { exportPage } from '../parts/export-page.ts'
import { giveFile, orNotHere } from '../request/answers.ts'
import type { AdministratorAsk } from '../request/ask.ts'

const read = async (ask: AdministratorAsk) => orNotHere(await ask.deps.organisations.exportAll(ask.who, ask.organisation.id))

export const exportJson = async (ask: AdministratorAsk): Promise<Response> =>
  giveFile('bellwether-organisation.json', 'application/json; charset=utf-8', `${JSON.stringify(await read(ask), null, 2)}\n`)

export const exportHtml = async (ask: AdministratorAsk): Promise<Response> =>
  giveFile('bellwether-organisation.html', 'text/html; charset=utf-8', exportPage(ask.words, ask.organisation.name, await read(ask)))
