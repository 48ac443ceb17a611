/** Damage done to mails on purpose: bytes set, cut, doubled, and the snippets inserted that parsers stumble over. */
import { fixtureMail, fixtureNames } from './mail-fixtures.ts'

export type Change =
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number; readonly length: number }
  | { readonly kind: 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }

export const snippets = [
  '\r\n',
  '\0',
  '--mix\n',
  '=?utf-8?B?',
  '<a href="',
  '<!--',
  '&#x110000;',
  'xn--a-9999999',
  '%',
  '\u202e',
  ';;;',
  '((((',
] as const

/** The mails that are worth mutating: small ones, since a mutation of many kilobytes mostly hits text. */
export const mutable = (): readonly Uint8Array[] =>
  [...fixtureNames('hostile'), ...fixtureNames('broken')].map(fixtureMail).filter((bytes) => bytes.length < 20_000)

/** `bytes` after all changes, one after the other. */
export function mutate(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce<Buffer>(apply, Buffer.from(bytes))
}

function apply(bytes: Buffer, change: Change): Buffer {
  const at = change.at % (bytes.length + 1)
  const before = bytes.subarray(0, at)
  const after = bytes.subarray(at)
  switch (change.kind) {
    case 'set':
      return Buffer.concat([before, Buffer.from([change.byte]), after.subarray(1)])
    case 'cut':
      return Buffer.concat([before, after.subarray(change.length)])
    case 'double':
      return Buffer.concat([before, after.subarray(0, change.length), after])
    case 'insert':
      return Buffer.concat([before, Buffer.from(change.text), after])
  }
}
