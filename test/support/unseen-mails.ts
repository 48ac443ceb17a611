/** The mails under fixtures/mail/unseen, and how each is to be read: with the circle of the reader's house, and its own service trusted. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const home = new URL('../../fixtures/mail/unseen/', import.meta.url).pathname

export type UnseenMail = { readonly path: string; readonly family: string; readonly isHostile: boolean; readonly house: string }

/** All of them, or those of one set (`one`). */
export const unseenMails = (set = '*'): readonly UnseenMail[] =>
  globSync(`${set}/*/{hostile,honest}/*.eml`, { cwd: home })
    .sort()
    .map((path) => {
      const [, family = '', kind] = path.split('/')
      return { path: join(home, path), family, isHostile: kind === 'hostile', house: houseOf(readFileSync(join(home, path), 'latin1')) }
    })

/** The domain of the first reader in To. */
function houseOf(mail: string): string {
  const to = /^to:(?:[^\n]*(?:\n[ \t][^\n]*)*)/im.exec(mail.slice(0, 20_000))?.[0] ?? ''
  return /@([\w.-]+\.\w+)/.exec(to)?.[1]?.toLowerCase() ?? ''
}
