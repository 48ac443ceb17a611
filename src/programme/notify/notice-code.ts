/**
 * The code of a notice: 40 bits, bound to notice and recipient, made again
 * from the vault whenever it is needed and kept only as a keyed hash.
 */
import { fromTyped, toCrockford } from '#kernel'
import type { Vault } from '#secrets'

export const codeLength = 8

type Named = { readonly noticeId: string; readonly personId: string; readonly salt: number }

export const codeOf = (vault: Vault, { noticeId, personId, salt }: Named): string =>
  toCrockford(vault.mac('notice-code', `${noticeId}/${personId}/${salt}`), codeLength)

export const hashOfCode = (vault: Pick<Vault, 'mac'>, code: string): Buffer => vault.mac('notice-code-hash', code)

/** As people read it: two groups of four. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** Everything in a text that may be a code, with other words around it; at most `mostCodes`. */
export const codesIn = (text: string): readonly string[] =>
  [...new Set([text, ...text.split(/\s+/), ...(text.match(/[0-9A-Za-z]{4}[\s\p{Pd}]+[0-9A-Za-z]{4}/gu) ?? [])])]
    .flatMap((piece) => fromTyped(piece, codeLength) ?? [])
    .slice(0, mostCodes)

const mostCodes = 5
