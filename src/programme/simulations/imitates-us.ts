/** A test that looks like our notices would teach people to doubt them: nothing of ours may be in it. */
import { likenessOf } from '#mail'
import type { Ours } from './deps.ts'

/** Whether a host is one of ours, below one of ours, above it, or made to resemble it. */
export const isLikeOurHost = (host: string, { domains }: Ours): boolean =>
  domains.some((own) => host === own || host.endsWith(`.${own}`) || own.endsWith(`.${host}`)) ||
  likenessOf(host, domains, { endings: true }) !== undefined

/** Whether words name us, or say what only our notices say. */
export function saysWhatWeSay(text: string, { names, phrases }: Ours): boolean {
  const said = plain(text)
  return [...names, ...phrases].map(plain).some((ours) => ours !== '  ' && said.includes(ours))
}

/** Whole words between single spaces, without marks and capitals. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
