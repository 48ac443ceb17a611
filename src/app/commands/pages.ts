/** The pages of a start: opened, and told where they are. */
import { makeFirstLink } from '#members'
import type { House } from '../house.ts'
import { startWeb, type WebRole } from '../roles/web.ts'
import { pagesOf } from '../wire.ts'

export const openPages = (house: House): Promise<WebRole> => startWeb(house, pagesOf(house))

/** Prints where the pages are and, while there is no operator, the link that makes one. */
export async function announce(house: House, port: number): Promise<void> {
  const address = await addressOf(house, port)
  const token = await makeFirstLink(house.members)
  process.stdout.write(`\nBellwether is ready: ${address}\n`)
  if (token !== undefined) process.stdout.write(`First sign-in, works once: ${address}/first/${token}\n`)
}

/** While nobody named a public address, the port that was really taken is the one to open. */
async function addressOf(house: House, port: number): Promise<string> {
  const { hostname, origin } = new URL((await house.settings.read()).publicAddress)
  return hostname === 'localhost' && !(await house.settings.saved()) ? `http://localhost:${port}` : origin
}
